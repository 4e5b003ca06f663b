using System.Globalization;
using System.Net;
using System.Text.RegularExpressions;
using DigestBot.Core.Mentions;
using DigestBot.Outgoing;

namespace DigestBot.Sources.StackExchange;

/// <summary>Questions on a site of Stack Exchange, the newest first; API version 2.3.</summary>
internal sealed partial class StackExchangeSource(StackExchangeOptions options, SourceParts parts) : ApiSource(options, Access(options), parts)
{
    private static readonly TimeSpan WorthWaiting = TimeSpan.FromMinutes(1);

    private readonly TimeProvider _clock = parts.Clock;
    private DateTimeOffset _notBefore;
    private long? _left;

    /// <summary>As settings name it.</summary>
    public static SourceKind Kind { get; } = new SourceKind<StackExchangeOptions>(
        "StackExchange", "questions on Stack Overflow and its sister sites", (options, parts) => new StackExchangeSource(options, parts));

    /// <inheritdoc />
    public override SourceHealth? Health => Client.Health is { } health
        ? health with { QuotaLeft = health.QuotaLeft ?? _left, NotBefore = health.NotBefore ?? (_notBefore > _clock.GetUtcNow() ? _notBefore : null) }
        : null;

    protected override int AsksAgainAtOnce => 100;

    protected override Task<ApiPage> ReadPageAsync(DateTimeOffset since, string? page, CancellationToken cancellationToken)
    {
        var number = int.TryParse(page, NumberStyles.None, CultureInfo.InvariantCulture, out var kept) ? kept : 1;
        var asked = $"search/advanced?q={Uri.EscapeDataString(options.Query ?? "")}&tagged={Uri.EscapeDataString(options.Tags ?? "")}"
            + $"&sort=creation&order=desc&fromdate={since.ToUnixTimeSeconds()}&page={number}";
        return AskAsync(asked, number, cancellationToken);
    }

    protected override Task<ApiPage> AskAgainAsync(IReadOnlyList<string> ids, CancellationToken cancellationToken) =>
        AskAsync($"questions/{Uri.EscapeDataString(string.Join(';', ids))}?page=1", number: null, cancellationToken);

    private async Task<ApiPage> AskAsync(string asked, int? number, CancellationToken cancellationToken)
    {
        await BackOffAsync(cancellationToken);
        try
        {
            var address = new Uri(options.Server, $"/2.3/{asked}&pagesize=100&site={Uri.EscapeDataString(options.Site)}&filter=withbody");
            var reply = (await Client.GetAsync(address, StackExchangeJson.Default.StackExchangeWrapper, cancellationToken)).Body;
            Learn(reply.Backoff, reply.QuotaRemaining);
            var next = reply.HasMore == true && number is { } page ? (page + 1).ToString(CultureInfo.InvariantCulture) : null;
            return Page(reply.Items, StackExchangeJson.Default.StackExchangeQuestion, Meaning, next);
        }
        catch (SourceException error) when (WaitIn(error) is { } seconds)
        {
            Learn(seconds, left: 0);
            throw new SourceException(error.Message, error.InnerException) { RetryAfter = TimeSpan.FromSeconds(seconds) };
        }
    }

    // Pauses are asked for in the body, where nobody but this connector looks.
    private void Learn(double? backoff, long? left)
    {
        _left = left ?? _left;
        if (backoff is > 0 and < 100_000)
            _notBefore = _clock.GetUtcNow().AddSeconds(backoff.Value);
    }

    private async Task BackOffAsync(CancellationToken cancellationToken)
    {
        var pause = _notBefore - _clock.GetUtcNow();
        if (pause > WorthWaiting)
            throw new SourceException($"{Vendor} asked not to be called before {_notBefore.UtcDateTime:yyyy-MM-dd HH:mm} UTC. It is read again after that.") { RetryAfter = pause };
        if (pause > TimeSpan.Zero)
            await Task.Delay(pause, _clock, cancellationToken);
    }

    private static SaidItem Meaning(StackExchangeQuestion question) => new()
    {
        Id = question.QuestionId,
        Author = WebUtility.HtmlDecode(question.Owner?.DisplayName),
        Text = OwnWords.Below(WebUtility.HtmlDecode(question.Title), question.Body is null ? null : OwnWords.OfHtml(question.Body)),
        At = ItemTime.Seconds(question.CreationDate),
        Link = question.Link,
        Likes = question.Score,
        Replies = question.AnswerCount,
        Views = question.ViewCount,
    };

    private static double? WaitIn(SourceException error) =>
        ApiFault.Of(error) is { } fault && IsThrottle(fault) && Seconds().Match(fault.Body) is { Success: true } match
            ? double.Parse(match.Groups["seconds"].Value, CultureInfo.InvariantCulture)
            : null;

    private static bool IsThrottle(ApiFault fault) => fault.Body.Contains("throttle_violation", StringComparison.Ordinal);

    private static string? Explain(ApiFault fault) => fault switch
    {
        _ when fault.Status >= 400 && IsThrottle(fault) => "Stack Exchange has no requests left for this key or address today (throttle_violation). It is read again when there are; a key, or a longer Every, makes them last.",
        _ when fault.Body.Contains("No site found", StringComparison.OrdinalIgnoreCase) => "Stack Exchange knows no site of this name (400). Check Site of this source, for example stackoverflow.",
        _ when fault.Body.Contains("`key`", StringComparison.Ordinal) => "Stack Exchange does not know this key (400). Check Key of this source, or leave it out.",
        _ => null,
    };

    private static ApiAccess Access(StackExchangeOptions options) => new("Stack Exchange")
    {
        Account = options.Key?.Print ?? "",
        Credentials = options.Key is { IsGiven: true } key ? ApiCredentials.Query("key", key) : null,
        Spacing = TimeSpan.FromMilliseconds(200), // 30 a second are an attack, by the documentation
        MeansPatience = IsThrottle,
        Explain = Explain,
    };

    [GeneratedRegex("available in (?<seconds>[0-9]{1,6}) seconds", RegexOptions.NonBacktracking)]
    private static partial Regex Seconds();
}
