using System.ComponentModel.DataAnnotations;
using DigestBot.Outgoing;

namespace DigestBot.Sources.JsonHttp;

/// <summary>A source of kind <c>JsonHttp</c>: any vendor's JSON, told by settings. Paths are as <see cref="JsonPath"/> reads them.</summary>
internal sealed record JsonHttpOptions : SourceOptions, IValidatableObject
{
    /// <summary>Where it is asked for, with <c>{since}</c>, <c>{page}</c>, <c>{offset}</c> or <c>{cursor}</c> where they belong. Needed.</summary>
    [Required, Ask("Address, with {since}, {page}, {offset} or {cursor} where they belong", Example = "https://api.example.com/reviews?after={since}&page={page}")]
    public string Address { get; init; } = "";

    /// <summary>The vendor's name in sentences for people. Default the host of the address.</summary>
    public string? Vendor { get; init; }

    /// <summary>How it is asked. Default Get.</summary>
    public JsonMethod Method { get; init; }

    /// <summary>JSON document to post, with the same placeholders; their values are escaped for a JSON text. Default none.</summary>
    public string? Body { get; init; }

    /// <summary>Headers on every request; no secrets, those are the token. Default none.</summary>
    public IReadOnlyDictionary<string, string> Headers { get; init; } = new Dictionary<string, string>(StringComparer.OrdinalIgnoreCase);

    /// <summary>How we prove who asks. Default None.</summary>
    [Ask("How we prove who asks: None, Bearer, Basic, Header or Query", Example = "Bearer")]
    public JsonProof Authentication { get; init; }

    /// <summary>The token, key or password, as <c>Token</c> or <c>TokenFile</c>. Needed unless Authentication is None.</summary>
    [Ask("Token, key or password (none where Authentication is None)")]
    public Secret? Token { get; init; }

    /// <summary>Basic: the user's name; without it the token is <c>name:password</c>. Header and Query, needed: the name of the header or parameter.</summary>
    [Ask("Name of the user (Basic; empty where the token is name:password), header (Header) or parameter (Query)")]
    public string TokenName { get; init; } = "";

    /// <summary>Where the items are, for example <c>data.reviews</c>. Default: the answer is the list itself.</summary>
    [Ask("Where the list of items stands in an answer", Example = "data.reviews")]
    public string Items { get; init; } = "";

    /// <summary>
    /// Where each field of a mention stands in an item: <c>id</c>, <c>text</c> (several, separated by commas, are joined), <c>createdAt</c>
    /// (needed); <c>author, changedAt, url, likes, reposts, replies, views, authorFollowers, rating, language</c>.
    /// </summary>
    public IReadOnlyDictionary<string, string> Fields { get; init; } = new Dictionary<string, string>(StringComparer.OrdinalIgnoreCase);

    /// <summary>How items write times. Default Iso.</summary>
    public JsonTime Times { get; init; }

    /// <summary>How <c>{since}</c> is written. Default Iso.</summary>
    public JsonTime SinceAs { get; init; }

    /// <summary>Address of the original, with paths in braces: <c>https://example.com/reviews/{id}</c>. Default: the field <c>url</c>.</summary>
    public string? Link { get; init; }

    /// <summary>Texts are HTML, and are made plain. Default false.</summary>
    public bool Html { get; init; }

    /// <summary>How one page leads to the next. Default None.</summary>
    public JsonPaging Paging { get; init; }

    /// <summary>NextLink: where the next address stands. Cursor: where the next cursor stands. Page, Offset: what is true, or there, while there are more; without it reading ends at an empty page.</summary>
    public string Next { get; init; } = "";

    /// <summary>Number of the first page. Default 1; 0 or 1.</summary>
    [Range(0, 1)]
    public int FirstPage { get; init; } = 1;

    /// <summary>NewestFirst, or FromInstant where <c>{since}</c> is told to the vendor and it gives everything said or changed after it. Default NewestFirst.</summary>
    public ApiOrder Order { get; init; }

    /// <summary>An item that is not in a whole list any more was taken away; for lists that leave nothing out. Default false.</summary>
    public bool ListsEverything { get; init; }

    /// <summary>What tells that an item was taken away: a path, true where it holds something other than false, 0 and nothing; or <c>path=value</c>. Default none.</summary>
    public string Deleted { get; init; } = "";

    /// <summary>Time between two requests, as hh:mm:ss. Default none; at most 1 minute.</summary>
    [Range(typeof(TimeSpan), "00:00:00", "00:01:00")]
    public TimeSpan Spacing { get; init; }

    /// <inheritdoc />
    public IEnumerable<ValidationResult> Validate(ValidationContext validationContext) => JsonHttpFaults.Of(this);
}

/// <summary>How it is asked.</summary>
internal enum JsonMethod
{
    /// <summary>GET.</summary>
    Get = 0,

    /// <summary>POST with a body.</summary>
    Post = 1,
}

/// <summary>How we prove who asks.</summary>
internal enum JsonProof
{
    /// <summary>Not at all.</summary>
    None = 0,

    /// <summary><c>Authorization: Bearer TOKEN</c>.</summary>
    Bearer = 1,

    /// <summary><c>Authorization: Basic</c> with name and token.</summary>
    Basic = 2,

    /// <summary>A header of the vendor's own.</summary>
    Header = 3,

    /// <summary>A parameter of the address.</summary>
    Query = 4,
}

/// <summary>How a time is written.</summary>
internal enum JsonTime
{
    /// <summary>ISO 8601; without an offset it is UTC.</summary>
    Iso = 0,

    /// <summary>Seconds since 1970.</summary>
    Seconds = 1,

    /// <summary>Milliseconds since 1970.</summary>
    Milliseconds = 2,

    /// <summary>Only the day, as <c>2025-06-02</c>.</summary>
    Date = 3,
}

/// <summary>How one page leads to the next.</summary>
internal enum JsonPaging
{
    /// <summary>There is one page.</summary>
    None = 0,

    /// <summary>The answer holds the next address.</summary>
    NextLink = 1,

    /// <summary>The answer holds a cursor for <c>{cursor}</c>.</summary>
    Cursor = 2,

    /// <summary>Pages have numbers: <c>{page}</c>.</summary>
    Page = 3,

    /// <summary>Items are counted: <c>{offset}</c>.</summary>
    Offset = 4,

    /// <summary>The header <c>Link</c> holds the next address.</summary>
    LinkHeader = 5,
}
