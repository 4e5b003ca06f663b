using System.Text.Json;
using System.Text.Json.Serialization;
using DigestBot.Outgoing;
using DigestBot.Sources;

namespace DigestBot.Tests.Sources.Example;

// The connector of "Writing a connector" in src/DigestBot/Sources/README.md, as it stands there.

/// <summary>A source of kind <c>Example</c>.</summary>
internal sealed record ExampleOptions : SourceOptions
{
    /// <summary>Address of the server. Needed.</summary>
    [System.ComponentModel.DataAnnotations.Required, Ask("Address of the server", Example = "https://talk.example.com")]
    public Uri? Server { get; init; }

    /// <summary>Access token, as <c>Token</c> or <c>TokenFile</c>. Needed.</summary>
    [System.ComponentModel.DataAnnotations.Required, Ask("Access token (settings, Development, New token)")]
    public Secret? Token { get; init; }
}

/// <summary>What is said on a server of Example, the newest first; API version 1.</summary>
internal sealed class ExampleSource(ExampleOptions options, SourceParts parts) : ApiSource(options, Access(options), parts)
{
    /// <summary>As settings name it.</summary>
    public static SourceKind Kind { get; } = new SourceKind<ExampleOptions>("Example", "posts on a server of Example", (options, parts) => new ExampleSource(options, parts));

    protected override bool ListsEverything => true;

    protected override async Task<ApiPage> ReadPageAsync(DateTimeOffset since, string? page, CancellationToken cancellationToken)
    {
        var address = new Uri(options.Server!, $"/v1/posts?limit=50&before={page}");
        var reply = await Client.GetAsync(address, ExampleJson.Default.ExamplePosts, cancellationToken);
        return Page(reply.Body.Posts, ExampleJson.Default.ExamplePost, Meaning, reply.Body.Next);
    }

    private SaidItem Meaning(ExamplePost post) => new()
    {
        Id = post.Id,
        Author = post.Author?.Handle,
        Text = post.Text,
        At = ItemTime.Iso(post.CreatedAt),
        Likes = post.Likes,
        Link = $"{options.Server}posts/{post.Id}",
    };

    private static ApiAccess Access(ExampleOptions options) => new("Example")
    {
        Account = options.Token!.Print,
        Credentials = ApiCredentials.Bearer(options.Token),
    };
}

internal sealed record ExamplePosts(IReadOnlyList<JsonElement>? Posts, string? Next);

internal sealed record ExamplePost(string? Id, ExampleAuthor? Author, string? Text, string? CreatedAt, long? Likes);

internal sealed record ExampleAuthor(string? Handle);

[JsonSourceGenerationOptions(JsonSerializerDefaults.Web, Converters = [typeof(LooseText), typeof(LooseCount), typeof(LooseNumber)])]
[JsonSerializable(typeof(ExamplePosts))]
[JsonSerializable(typeof(ExamplePost))]
internal sealed partial class ExampleJson : JsonSerializerContext;
