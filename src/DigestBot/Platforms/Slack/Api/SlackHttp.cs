using System.Globalization;
using System.Net;
using System.Net.Http.Headers;

namespace DigestBot.Platforms.Slack.Api;

/// <summary>What came back over HTTP, before anybody has read it.</summary>
internal abstract record SlackExchange
{
    private SlackExchange()
    {
    }

    /// <summary>A body came.</summary>
    public sealed record Answered(HttpStatusCode Status, byte[] Body) : SlackExchange
    {
        /// <summary>Slack's own time when it answered; null when it did not say.</summary>
        public DateTimeOffset? At { get; init; }

        /// <summary>Scopes of the token, with commas; null when they were not told.</summary>
        public string? Scopes { get; init; }
    }

    /// <summary>429: not before this long from now.</summary>
    public sealed record RateLimited(TimeSpan RetryAfter) : SlackExchange;

    /// <summary>The request may have arrived.</summary>
    public sealed record NoAnswer(string Reason) : SlackExchange;

    /// <summary>The request certainly did not arrive.</summary>
    public sealed record NotSent(string Reason) : SlackExchange;
}

/// <summary>
/// One HTTP exchange with Slack: no redirects, an answer of limited size in limited time, and a clear word on whether the request
/// may have arrived. Tokens are in headers only, which no exception and no log shows.
/// </summary>
internal sealed class SlackHttp : IDisposable
{
    /// <summary>Longer answers are not read: a page of messages with many blocks stays well below.</summary>
    internal const int LongestAnswer = 8 * 1_024 * 1_024;

    /// <summary>How long one exchange may take; below the dispatcher's patience, so that its answer is heard.</summary>
    internal static readonly TimeSpan AnswerTime = TimeSpan.FromSeconds(20);

    private static readonly TimeSpan DefaultWait = TimeSpan.FromSeconds(30);
    private static readonly TimeSpan ShortestWait = TimeSpan.FromSeconds(1);
    private static readonly TimeSpan ConnectTime = TimeSpan.FromSeconds(10);

    private readonly TimeProvider _clock;
    private readonly HttpClient _client;

    /// <summary>Makes the one client.</summary>
    /// <param name="clock">What time-outs are measured with.</param>
    public SlackHttp(TimeProvider clock)
    {
        _clock = clock;
        var handler = new SocketsHttpHandler
        {
            AllowAutoRedirect = false, // it would take the token along
            AutomaticDecompression = DecompressionMethods.All,
            UseCookies = false,
            ConnectTimeout = ConnectTime,
            PooledConnectionLifetime = TimeSpan.FromMinutes(5),
        };
        _client = new(handler) { Timeout = Timeout.InfiniteTimeSpan, MaxResponseContentBufferSize = LongestAnswer };
        _client.DefaultRequestHeaders.UserAgent.ParseAdd("DigestBot/1.0");
    }

    /// <summary>Sends once. A POST whose body has begun is never sent again by the handler either.</summary>
    /// <param name="address">Where to.</param>
    /// <param name="content">The body.</param>
    /// <param name="authentication">The token; null for none.</param>
    /// <param name="cancellationToken">Ends the wait with an <see cref="OperationCanceledException"/>; the request may have arrived.</param>
    public async Task<SlackExchange> PostAsync(
        Uri address, HttpContent content, AuthenticationHeaderValue? authentication, CancellationToken cancellationToken)
    {
        using var request = new HttpRequestMessage(HttpMethod.Post, address) { Content = content };
        request.Headers.Authorization = authentication;
        using var time = new CancellationTokenSource(AnswerTime, _clock);
        using var either = CancellationTokenSource.CreateLinkedTokenSource(time.Token, cancellationToken);
        try
        {
            using var response = await _client.SendAsync(request, HttpCompletionOption.ResponseContentRead, either.Token);
            return await ReadAsync(response, either.Token);
        }
        catch (HttpRequestException failure)
        {
            return Failed(failure);
        }
        catch (OperationCanceledException) when (!cancellationToken.IsCancellationRequested)
        {
            // Neither the caller's end nor our own: the handler gave up connecting.
            if (!time.IsCancellationRequested)
                return new SlackExchange.NotSent("No connection to Slack in time.");
            return new SlackExchange.NoAnswer($"Slack did not answer within {AnswerTime.TotalSeconds} seconds.");
        }
    }

    /// <inheritdoc />
    public void Dispose() => _client.Dispose();

    private async Task<SlackExchange> ReadAsync(HttpResponseMessage response, CancellationToken cancellationToken)
    {
        var status = (int)response.StatusCode;
        return status switch
        {
            429 => new SlackExchange.RateLimited(Wait(response.Headers.RetryAfter)),
            >= 500 => new SlackExchange.NoAnswer(string.Create(CultureInfo.InvariantCulture, $"Slack answered with status {status}.")),
            >= 300 and < 400 => new SlackExchange.NotSent("The address sends on to another one. Check Slack:ApiBaseAddress."),
            _ => new SlackExchange.Answered(response.StatusCode, await response.Content.ReadAsByteArrayAsync(cancellationToken))
            {
                At = response.Headers.Date,
                Scopes = response.Headers.TryGetValues("x-oauth-scopes", out var scopes) ? string.Join(',', scopes) : null,
            },
        };
    }

    private TimeSpan Wait(RetryConditionHeaderValue? asked)
    {
        var wait = asked switch
        {
            { Delta: { } delta } => delta,
            { Date: { } date } => date - _clock.GetUtcNow(),
            _ => DefaultWait,
        };
        return wait > ShortestWait ? wait : ShortestWait;
    }

    // Only what fails before the first byte of the request leaves can be sent again without looking.
    private static SlackExchange Failed(HttpRequestException failure) => failure.HttpRequestError switch
    {
        HttpRequestError.NameResolutionError => new SlackExchange.NotSent("Slack's name could not be resolved."),
        HttpRequestError.ConnectionError => new SlackExchange.NotSent("No connection to Slack."),
        HttpRequestError.SecureConnectionError => new SlackExchange.NotSent("No secure connection to Slack."),
        HttpRequestError.ProxyTunnelError => new SlackExchange.NotSent("The proxy let no connection to Slack through."),
        HttpRequestError.ConfigurationLimitExceeded => new SlackExchange.NoAnswer("Slack's answer was too long to be read."),
        _ => new SlackExchange.NoAnswer("The connection to Slack ended before its answer."),
    };
}
