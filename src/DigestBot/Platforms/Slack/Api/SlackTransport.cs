using System.Net.Http.Headers;
using System.Text.Json;
using System.Text.Json.Nodes;
using System.Text.Json.Serialization.Metadata;
using Polly;
using Polly.Retry;

namespace DigestBot.Platforms.Slack.Api;

/// <summary>
/// Calls the Web API with a token that is handed in and reads what came back. What nobody knows the outcome of is tried again
/// only where twice is like once. <see cref="SlackApi"/> is this with a workspace's own token and limits.
/// </summary>
internal sealed class SlackTransport(SlackHttp http, SlackOptions options, TimeProvider clock)
{
    private readonly ResiliencePipeline<SlackExchange> _again = Again(clock);

    /// <summary>Makes one call.</summary>
    /// <param name="call">The call.</param>
    /// <param name="token">The token; null for none.</param>
    /// <param name="shape">How the answer is read.</param>
    /// <param name="cancellationToken">Ends the wait; the call may have arrived.</param>
    public async Task<SlackAnswer<T>> CallAsync<T>(SlackCall call, string? token, JsonTypeInfo<T> shape, CancellationToken cancellationToken)
    {
        var address = new Uri(options.ApiBaseAddress, call.Method.Name);
        var authentication = token is null ? call.Authentication : new AuthenticationHeaderValue("Bearer", token);
        var exchange = call.Method.IsIdempotent
            ? await _again.ExecuteAsync(async stop => await http.PostAsync(address, call.Content(), authentication, stop), cancellationToken)
            : await http.PostAsync(address, call.Content(), authentication, cancellationToken);
        return Read(exchange, shape);
    }

    /// <summary>Answers an interaction at the address that came with it; no token goes there, and never twice.</summary>
    /// <param name="address">The response_url: a secret, never logged.</param>
    /// <param name="members">The message and what is to be done with it.</param>
    /// <param name="cancellationToken">Ends the wait; the answer may have arrived.</param>
    public async Task<SlackAnswer<SlackNothing>> RespondAsync(
        string address, IEnumerable<(string Name, JsonNode? Value)> members, CancellationToken cancellationToken)
    {
        if (SlackResponseUrl.Trusted(address, options.ApiBaseAddress) is not { } trusted)
            return new SlackAnswer<SlackNothing>.Failed(SlackErrors.UntrustedResponseUrl);
        var exchange = await http.PostAsync(trusted, SlackCall.Document(members), null, cancellationToken);
        // The body is "ok" or JSON; the status says enough.
        if (exchange is SlackExchange.Answered answered)
            return (int)answered.Status < 300 ? new SlackAnswer<SlackNothing>.Ok(new()) : new SlackAnswer<SlackNothing>.Failed(SlackErrors.ResponseUrlUsed);
        return Read(exchange, SlackShapes.Default.SlackNothing);
    }

    /// <summary>What an exchange means.</summary>
    internal static SlackAnswer<T> Read<T>(SlackExchange exchange, JsonTypeInfo<T> shape) => exchange switch
    {
        SlackExchange.Answered answered => Read(answered, shape),
        SlackExchange.RateLimited limited => new SlackAnswer<T>.RateLimited(limited.RetryAfter),
        SlackExchange.NoAnswer none => new SlackAnswer<T>.NoAnswer(none.Reason),
        SlackExchange.NotSent not => new SlackAnswer<T>.NotSent(not.Reason),
        _ => throw new InvalidOperationException("An exchange of a kind that does not exist."),
    };

    private static SlackAnswer<T> Read<T>(SlackExchange.Answered answered, JsonTypeInfo<T> shape)
    {
        try
        {
            var head = JsonSerializer.Deserialize(answered.Body, SlackShapes.Default.SlackHead);
            if (head is { Ok: false, Error: { } error })
                return Refused<T>(error, head.Needed);
            return head is { Ok: true } && JsonSerializer.Deserialize(answered.Body, shape) is { } value
                ? new SlackAnswer<T>.Ok(value)
                : new SlackAnswer<T>.NoAnswer("Slack's answer could not be read.");
        }
        catch (JsonException)
        {
            // Not the Web API at all below an address that does not exist; otherwise a proxy's page after the fact, for all we know.
            var status = (int)answered.Status;
            return status is >= 400 and not 408
                ? new SlackAnswer<T>.NotSent($"Slack's address answered with status {status}. Check Slack:ApiBaseAddress.")
                : new SlackAnswer<T>.NoAnswer("Slack's answer could not be read.");
        }
    }

    private static SlackAnswer<T> Refused<T>(string error, string? needed)
    {
        if (error is "ratelimited" or "rate_limited")
            return new SlackAnswer<T>.RateLimited(TimeSpan.FromSeconds(30));
        return SlackErrors.IsUncertain(error)
            ? new SlackAnswer<T>.NoAnswer($"Slack failed on its side: {error}.")
            : new SlackAnswer<T>.Failed(error, needed);
    }

    private static ResiliencePipeline<SlackExchange> Again(TimeProvider clock) =>
        new ResiliencePipelineBuilder<SlackExchange> { TimeProvider = clock }
            .AddRetry(new RetryStrategyOptions<SlackExchange>
            {
                ShouldHandle = outcome => ValueTask.FromResult(outcome.Outcome.Result is SlackExchange.NoAnswer or SlackExchange.NotSent),
                MaxRetryAttempts = 2,
                Delay = TimeSpan.FromMilliseconds(250),
                BackoffType = DelayBackoffType.Exponential,
            })
            .Build();
}
