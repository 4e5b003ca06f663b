using System.Text.Json;
using System.Text.Json.Serialization.Metadata;
using Polly;
using Polly.Retry;

namespace DigestBot.Platforms.Teams.Connector;

/// <summary>
/// The Connector's REST calls. Keeps Teams' limits, waits where the wait is short, sends the token only to allowed hosts and fetches
/// another one once when it is not taken. What nobody knows the outcome of is tried again only where twice is like once: Teams
/// documents 502 and 504 as worth a retry, but a message that arrived all the same would stand there twice.
/// </summary>
internal sealed partial class TeamsConnector(
    TeamsHttp http, TeamsTokens tokens, TeamsLimits limits, TeamsServiceHosts hosts, TeamsOptions options, TimeProvider clock, ILogger<TeamsConnector> log)
{
    /// <summary>The longest a call waits for its turn; what would wait longer is told to come again.</summary>
    internal static readonly TimeSpan Patience = TimeSpan.FromSeconds(2);

    private readonly ResiliencePipeline<TeamsExchange> _again = Again(clock);

    /// <summary>Makes any call.</summary>
    /// <param name="call">The call.</param>
    /// <param name="shape">How the answer is read; null when it tells nothing.</param>
    /// <param name="nothing">What an empty answer means; null when an answer must not be empty.</param>
    /// <param name="cancellationToken">Ends the wait; the call may have arrived.</param>
    private async Task<ConnectorAnswer<T>> CallAsync<T>(ConnectorCall call, JsonTypeInfo<T>? shape, T? nothing, CancellationToken cancellationToken)
    {
        if (hosts.Trusted(call.Service.AbsoluteUri) is null)
            return Heeded(call, new ConnectorAnswer<T>.Failed(0, ConnectorErrors.UntrustedService));
        var wait = limits.Take(call, Patience);
        if (wait > Patience)
            return new ConnectorAnswer<T>.RateLimited(wait);
        if (wait > TimeSpan.Zero)
            await Task.Delay(wait, clock, cancellationToken);
        var exchange = call.IsRepeatable
            ? await _again.ExecuteAsync(async stop => await TryAsync(call, stop), cancellationToken)
            : await TryAsync(call, cancellationToken);
        return Heeded(call, Read(exchange, shape, nothing));
    }

    private async Task<TeamsExchange> TryAsync(ConnectorCall call, CancellationToken cancellationToken)
    {
        var (exchange, token) = await SendAsync(call, refused: null, cancellationToken);
        // Refused for its token, the call has had no effect. A second time it is no matter of the token's age.
        return exchange is TeamsExchange.Answered { Status: 401 } ? (await SendAsync(call, token, cancellationToken)).Exchange : exchange;
    }

    private async Task<(TeamsExchange Exchange, string? Token)> SendAsync(ConnectorCall call, string? refused, CancellationToken cancellationToken)
    {
        switch (await tokens.GetAsync(refused, cancellationToken))
        {
            case TokenAnswer.Given { Token: var token }:
                using (var request = call.Request(token))
                    return (await http.SendAsync(request, cancellationToken), token);
            case TokenAnswer.Refused no:
                return (new TeamsExchange.NotSent(no.Words), null);
            case TokenAnswer.NoAnswer none:
                return (new TeamsExchange.NotSent(none.Words), null);
            default:
                throw new InvalidOperationException("A token's answer of a kind that does not exist.");
        }
    }

    private static ConnectorAnswer<T> Read<T>(TeamsExchange exchange, JsonTypeInfo<T>? shape, T? nothing) => exchange switch
    {
        TeamsExchange.Answered { Status: 412 or 429 } busy => new ConnectorAnswer<T>.RateLimited(busy.RetryAfter),
        TeamsExchange.Answered { Status: >= 500 } failed => new ConnectorAnswer<T>.NoAnswer($"Teams answered with status {failed.Status}."),
        TeamsExchange.Answered { Status: >= 300 } refused => new ConnectorAnswer<T>.Failed(refused.Status, ConnectorErrors.In(refused.Body)),
        TeamsExchange.Answered done => Value(done.Body, shape, nothing),
        TeamsExchange.NoAnswer none => new ConnectorAnswer<T>.NoAnswer(none.Reason),
        TeamsExchange.NotSent not => new ConnectorAnswer<T>.NotSent(not.Reason),
        _ => throw new InvalidOperationException("An exchange of a kind that does not exist."),
    };

    private static ConnectorAnswer<T> Value<T>(byte[] body, JsonTypeInfo<T>? shape, T? nothing)
    {
        if (shape is null || (body.Length == 0 && nothing is not null))
            return new ConnectorAnswer<T>.Ok(nothing!);
        try
        {
            return JsonSerializer.Deserialize(body, shape) is { } value
                ? new ConnectorAnswer<T>.Ok(value)
                : new ConnectorAnswer<T>.NoAnswer("Teams' answer could not be read.");
        }
        catch (JsonException)
        {
            return new ConnectorAnswer<T>.NoAnswer("Teams' answer could not be read.");
        }
    }

    private ConnectorAnswer<T> Heeded<T>(ConnectorCall call, ConnectorAnswer<T> answer)
    {
        switch (answer)
        {
            case ConnectorAnswer<T>.RateLimited limited:
                if (limited.RetryAfter is { } time)
                    limits.PutOff(call, time);
                LogRateLimited(call.Name, limited.RetryAfter);
                break;
            case ConnectorAnswer<T>.Failed failed:
                LogFailed(call.Name, failed.Status, failed.Code ?? "unnamed");
                break;
            case ConnectorAnswer<T>.NoAnswer none:
                LogUnanswered(call.Name, none.Reason);
                break;
            case ConnectorAnswer<T>.NotSent not:
                LogUnanswered(call.Name, not.Reason);
                break;
        }
        return answer;
    }

    private static ResiliencePipeline<TeamsExchange> Again(TimeProvider clock) =>
        new ResiliencePipelineBuilder<TeamsExchange> { TimeProvider = clock }
            .AddRetry(new RetryStrategyOptions<TeamsExchange>
            {
                ShouldHandle = outcome => ValueTask.FromResult(outcome.Outcome.Result
                    is TeamsExchange.NoAnswer or TeamsExchange.NotSent
                    or TeamsExchange.Answered { Status: 412 or 502 or 504 }
                    or TeamsExchange.Answered { Status: 429, RetryAfter: null }),
                MaxRetryAttempts = 3,
                Delay = TimeSpan.FromMilliseconds(250),
                BackoffType = DelayBackoffType.Exponential,
                UseJitter = true,
            })
            .Build();

    [LoggerMessage(LogLevel.Information, "Teams takes no {Call} in this conversation for {Wait}")]
    private partial void LogRateLimited(string call, TimeSpan? wait);

    [LoggerMessage(LogLevel.Information, "Teams refused {Call} with status {Status}: {Error}")]
    private partial void LogFailed(string call, int status, string error);

    [LoggerMessage(LogLevel.Warning, "Teams did not take {Call}: {Reason}")]
    private partial void LogUnanswered(string call, string reason);
}
