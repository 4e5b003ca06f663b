using System.Globalization;
using System.Text.Json.Nodes;
using Microsoft.AspNetCore.Http;

namespace DigestBot.Tests.Testing;

/// <summary>
/// A vendor on loopback: it holds posts, serves them page by page in shapes that a derived class gives, and goes wrong as a test
/// asks. A derived class says what a post and a page look like (<see cref="Item"/>, <see cref="Page"/>), which request asks for posts,
/// and where the mark of a page stands in it.
/// </summary>
internal abstract class VendorStub : IAsyncDisposable
{
    private readonly List<VendorPost> _posts = [];
    private readonly Queue<Func<HttpContext, Task<bool>>> _faults = [];
    private StubServer _server = null!;

    /// <summary>Where it is.</summary>
    public Uri Address => _server.Address;

    /// <summary>Requests so far, all of them.</summary>
    public int Requests => _server.Requests;

    /// <summary>Path and query of each request so far.</summary>
    public List<string> Asked { get; } = [];

    /// <summary>Posts on a page. Default 2.</summary>
    public int PageSize { get; set; } = 2;

    /// <summary>Called before each request is answered.</summary>
    public Action<HttpContext>? Before { get; set; }

    /// <summary>Stands in for one item of each page, word for word, for hostile ones.</summary>
    public string? RawItem { get; set; }

    /// <summary>Every page says that there is another one: the same, or a new one each time.</summary>
    public Func<int, string>? EndlessMark { get; set; }

    /// <summary>Requests that are answered with 400.</summary>
    public Func<HttpRequest, bool> Refuse { get; set; } = _ => false;

    /// <summary>Headers on each answer.</summary>
    public Dictionary<string, string> Headers { get; } = new(StringComparer.OrdinalIgnoreCase);

    public async Task StartAsync()
    {
        _server = await StubServer.StartAsync();
        _server.Answer = AnswerAsync;
    }

    public ValueTask DisposeAsync() => _server.DisposeAsync();

    public void Add(VendorPost post) => _posts.Add(post);

    public void Edit(string id, string text, DateTimeOffset at) => Change(id, post => post with { Text = text, ChangedAt = at });

    public void Like(string id, long likes, DateTimeOffset at) => Change(id, post => post with { Likes = likes, ChangedAt = at });

    public void Delete(string id) => _posts.RemoveAll(post => post.Id == id);

    /// <summary>The next answers have this status, and a body that no connector may show to anybody.</summary>
    public void Fail(int times, int status, string? retryAfter = null) => Enqueue(times, async context =>
    {
        context.Response.StatusCode = status;
        if (retryAfter is not null)
            context.Response.Headers.RetryAfter = retryAfter;
        await context.Response.WriteAsync("""{"error":"secret-word"}""");
        return true;
    });

    /// <summary>The next answers are these bytes with status 200.</summary>
    public void Say(int times, byte[] body) => Enqueue(times, async context =>
    {
        context.Response.ContentType = "application/json";
        await context.Response.Body.WriteAsync(body);
        return true;
    });

    /// <summary>The next answers are these words of the vendor's own, with these headers.</summary>
    public void Say(int times, int status, string json, params (string Name, string Value)[] headers) => Enqueue(times, async context =>
    {
        context.Response.StatusCode = status;
        context.Response.ContentType = "application/json; charset=utf-8";
        foreach (var (name, value) in headers)
            context.Response.Headers[name] = value;
        await context.Response.WriteAsync(json);
        return true;
    });

    /// <summary>The next connections are reset.</summary>
    public void Reset(int times) => Enqueue(times, context =>
    {
        context.Abort();
        return Task.FromResult(true);
    });

    /// <summary>Nothing goes wrong any more.</summary>
    public void Recover() => _faults.Clear();

    /// <summary>A request asks for a page behind the first.</summary>
    public bool Marks(HttpRequest request) => MarkOf(request) is not null;

    /// <summary>A post in the vendor's shape.</summary>
    public abstract JsonNode Item(VendorPost post);

    /// <summary>A page in the vendor's shape.</summary>
    /// <param name="items">The posts in their shape.</param>
    /// <param name="next">What the vendor gives to ask for the next page; null on the last one.</param>
    /// <param name="context">For vendors that say it in a header.</param>
    protected abstract JsonNode Page(JsonArray items, string? next, HttpContext context);

    /// <summary>The mark of the page that is asked for, or null for the first one.</summary>
    protected abstract string? MarkOf(HttpRequest request);

    /// <summary>The posts that a request is about, in the vendor's order. Default all, the newest first.</summary>
    protected virtual IEnumerable<VendorPost> Asks(HttpRequest request, IReadOnlyList<VendorPost> posts) =>
        posts.OrderByDescending(post => post.At).ThenByDescending(post => post.Id, StringComparer.Ordinal);

    /// <summary>Answers what is no question for posts (a token, a look-up by id); false leaves it to the pages.</summary>
    protected virtual Task<bool> AnswersItselfAsync(HttpContext context, IReadOnlyList<VendorPost> posts) => Task.FromResult(false);

    /// <summary>The credentials on a request are the ones it wants. Default: nobody has to prove anything.</summary>
    protected virtual bool Knows(HttpRequest request) => true;

    /// <summary>Writes JSON.</summary>
    protected static Task WriteAsync(HttpContext context, JsonNode body)
    {
        context.Response.ContentType = "application/json; charset=utf-8";
        return context.Response.WriteAsync(body.ToJsonString());
    }

    private async Task AnswerAsync(HttpContext context)
    {
        lock (Asked)
            Asked.Add(context.Request.Path + context.Request.QueryString);
        Before?.Invoke(context);
        foreach (var (name, value) in Headers)
            context.Response.Headers[name] = value;
        if (_faults.TryDequeue(out var fault) && await fault(context))
            return;
        if (!Knows(context.Request) || Refuse(context.Request))
        {
            context.Response.StatusCode = Knows(context.Request) ? 400 : 401;
            await context.Response.WriteAsync("""{"error":"secret-word"}""");
            return;
        }
        if (!await AnswersItselfAsync(context, _posts))
            await AnswerPageAsync(context);
    }

    private async Task AnswerPageAsync(HttpContext context)
    {
        var from = int.TryParse(MarkOf(context.Request), NumberStyles.None, CultureInfo.InvariantCulture, out var mark) ? mark : 0;
        var all = Asks(context.Request, _posts).ToList();
        var items = new JsonArray([.. all.Skip(from).Take(PageSize).Select(Item)]);
        var next = EndlessMark is { } endless ? endless(Requests)
            : from + PageSize < all.Count ? (from + PageSize).ToString(CultureInfo.InvariantCulture)
            : null;
        const string Place = "raw-item-stands-here";
        if (RawItem is not null)
            items.Add(Place);
        var body = Page(items, next, context).ToJsonString();
        context.Response.ContentType = "application/json; charset=utf-8";
        await context.Response.Body.WriteAsync(System.Text.Encoding.Latin1.GetBytes(body.Replace($"\"{Place}\"", RawItem, StringComparison.Ordinal)));
    }


    private void Change(string id, Func<VendorPost, VendorPost> change)
    {
        var at = _posts.FindIndex(post => post.Id == id);
        _posts[at] = change(_posts[at]);
    }

    private void Enqueue(int times, Func<HttpContext, Task<bool>> fault)
    {
        for (var i = 0; i < times; i++)
            _faults.Enqueue(fault);
    }
}
