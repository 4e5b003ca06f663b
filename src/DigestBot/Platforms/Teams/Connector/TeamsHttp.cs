using System.Net;
using System.Net.Http.Headers;

namespace DigestBot.Platforms.Teams.Connector;

/// <summary>What came of one HTTP exchange with the Connector.</summary>
internal abstract record TeamsExchange
{
    private TeamsExchange()
    {
    }

    /// <summary>An answer came.</summary>
    /// <param name="Status">HTTP status.</param>
    /// <param name="Body">The body, as it came.</param>
    /// <param name="RetryAfter">How long it asks to wait; null when it does not.</param>
    public sealed record Answered(int Status, byte[] Body, TimeSpan? RetryAfter) : TeamsExchange;

    /// <summary>The request may have arrived; what came of it is not known.</summary>
    public sealed record NoAnswer(string Reason) : TeamsExchange;

    /// <summary>The request certainly did not arrive.</summary>
    public sealed record NotSent(string Reason) : TeamsExchange;
}

/// <summary>
/// One HTTP exchange: no redirects, an answer of limited size in limited time, and a clear word on whether the request may have
/// arrived. Tokens are in headers only, which no exception and no log shows.
/// </summary>
internal sealed class TeamsHttp : IDisposable
{
    /// <summary>How long one exchange may take; below the dispatcher's patience, so that its answer is heard.</summary>
    internal static readonly TimeSpan AnswerTime = TimeSpan.FromSeconds(20);

    private const int LongestAnswer = 4 * 1_024 * 1_024;
    private static readonly TimeSpan ConnectTime = TimeSpan.FromSeconds(10);

    private readonly TimeProvider _clock;
    private readonly HttpClient _client;

    /// <summary>Makes the one client.</summary>
    /// <param name="clock">What time-outs are measured with.</param>
    public TeamsHttp(TimeProvider clock)
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

    /// <summary>Sends once.</summary>
    /// <param name="request">The request.</param>
    /// <param name="cancellationToken">Ends the wait with an <see cref="OperationCanceledException"/>; the request may have arrived.</param>
    public async Task<TeamsExchange> SendAsync(HttpRequestMessage request, CancellationToken cancellationToken)
    {
        using var time = new CancellationTokenSource(AnswerTime, _clock);
        using var either = CancellationTokenSource.CreateLinkedTokenSource(time.Token, cancellationToken);
        try
        {
            using var response = await _client.SendAsync(request, HttpCompletionOption.ResponseContentRead, either.Token);
            return new TeamsExchange.Answered((int)response.StatusCode, await response.Content.ReadAsByteArrayAsync(either.Token), Wait(response.Headers.RetryAfter));
        }
        catch (HttpRequestException failure)
        {
            return Failed(failure);
        }
        catch (OperationCanceledException) when (!cancellationToken.IsCancellationRequested)
        {
            // Neither the caller's end nor our own: the handler gave up connecting.
            if (!time.IsCancellationRequested)
                return new TeamsExchange.NotSent("No connection to Teams in time.");
            return new TeamsExchange.NoAnswer($"Teams did not answer within {AnswerTime.TotalSeconds} seconds.");
        }
    }

    /// <inheritdoc />
    public void Dispose() => _client.Dispose();

    private TimeSpan? Wait(RetryConditionHeaderValue? asked)
    {
        var wait = asked?.Delta ?? asked?.Date - _clock.GetUtcNow();
        return wait > TimeSpan.Zero ? wait : null;
    }

    // Only what fails before the first byte of the request leaves can be sent again without a doubt.
    private static TeamsExchange Failed(HttpRequestException failure) => failure.HttpRequestError switch
    {
        HttpRequestError.NameResolutionError => new TeamsExchange.NotSent("The name of Teams' address could not be resolved."),
        HttpRequestError.ConnectionError => new TeamsExchange.NotSent("No connection to Teams."),
        HttpRequestError.SecureConnectionError => new TeamsExchange.NotSent("No secure connection to Teams."),
        HttpRequestError.ProxyTunnelError => new TeamsExchange.NotSent("The proxy let no connection to Teams through."),
        HttpRequestError.ConfigurationLimitExceeded => new TeamsExchange.NoAnswer("Teams' answer was too long to be read."),
        _ => new TeamsExchange.NoAnswer("The connection to Teams ended before its answer."),
    };
}
