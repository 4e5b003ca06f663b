using System.Net;
using DigestBot.Core.Mentions;
using DigestBot.Outgoing;
using Polly;
using Polly.CircuitBreaker;
using Polly.Retry;
using Polly.Timeout;

namespace DigestBot.Sources.Rss;

/// <summary>
/// Asks one feed politely: conditionally, with a time-out, three more tries with growing and jittered pauses (or the pause that
/// the server asked for), and no tries at all for a while when the server keeps failing.
/// </summary>
internal sealed class FeedClient : IDisposable
{
    private const int LargestBody = 10 * 1024 * 1024;
    private static readonly TimeSpan LongestPause = TimeSpan.FromMinutes(1);

    private readonly OutgoingHttp _outgoing;
    private readonly TimeProvider _clock;
    private readonly HttpClient _client;
    private readonly ResiliencePipeline<FeedReply> _pipeline;

    /// <summary>A client with a circuit of its own: one for each source.</summary>
    public FeedClient(OutgoingHttp outgoing, TimeProvider clock)
    {
        _outgoing = outgoing;
        _clock = clock;
        _client = outgoing.CreateClient();
        _pipeline = Pipeline(clock);
    }

    /// <inheritdoc />
    public void Dispose() => _client.Dispose();

    /// <summary>The feed as it is now, or a 304 when it is as <paramref name="known"/>.</summary>
    /// <exception cref="SourceException">It cannot be had; the message says why and what to do.</exception>
    public async Task<FeedReply> GetAsync(Uri address, FeedCursor known, CancellationToken cancellationToken)
    {
        try
        {
            return await _pipeline.ExecuteAsync(async stop => await AskAsync(address, known, stop), cancellationToken);
        }
        catch (OutgoingRefusedException error)
        {
            throw new SourceException(error.Message, error);
        }
        catch (HttpRequestException error) when (error.InnerException is OutgoingRefusedException refused)
        {
            throw new SourceException(refused.Message, error);
        }
        catch (TimeoutRejectedException error)
        {
            throw new SourceException($"{address.Host} did not answer in time. It is tried again at the next run.", error);
        }
        catch (BrokenCircuitException error)
        {
            throw new SourceException($"{address.Host} failed several times in a row and is left alone for a while.", error) { RetryAfter = error.RetryAfter };
        }
        catch (Exception error) when (error is HttpRequestException or IOException)
        {
            throw new SourceException($"{address.Host} cannot be reached. Check the address and this machine's connection.", error);
        }
    }

    private static ResiliencePipeline<FeedReply> Pipeline(TimeProvider clock) =>
        new ResiliencePipelineBuilder<FeedReply> { TimeProvider = clock }
            .AddRetry(new RetryStrategyOptions<FeedReply>
            {
                MaxRetryAttempts = 3,
                BackoffType = DelayBackoffType.Exponential,
                Delay = TimeSpan.FromSeconds(1),
                UseJitter = true,
                ShouldHandle = attempt => ValueTask.FromResult(IsWorthAnotherTry(attempt.Outcome)),
                DelayGenerator = attempt => ValueTask.FromResult(attempt.Outcome.Result?.RetryAfter), // null: as computed
            })
            .AddCircuitBreaker(new CircuitBreakerStrategyOptions<FeedReply>
            {
                FailureRatio = 0.9,
                MinimumThroughput = 8, // two runs that failed in every try
                SamplingDuration = TimeSpan.FromMinutes(60),
                BreakDuration = TimeSpan.FromMinutes(30),
                ShouldHandle = attempt => ValueTask.FromResult(IsFailure(attempt.Outcome)),
            })
            .AddTimeout(TimeSpan.FromSeconds(30))
            .Build();

    private static bool IsFailure(Outcome<FeedReply> outcome) =>
        outcome.Exception is HttpRequestException { InnerException: not OutgoingRefusedException } or IOException or TimeoutRejectedException
        || outcome.Result is { IsTransient: true };

    // A server that asks for an hour is not waited for inside a run.
    private static bool IsWorthAnotherTry(Outcome<FeedReply> outcome) =>
        IsFailure(outcome) && !(outcome.Result?.RetryAfter > LongestPause);

    private async Task<FeedReply> AskAsync(Uri address, FeedCursor known, CancellationToken cancellationToken)
    {
        using var response = await _outgoing.GetAsync(_client, address, headers => Prepare(headers, known), cancellationToken);
        var body = response.StatusCode == HttpStatusCode.OK ? await BodyAsync(address, response, cancellationToken) : [];
        return new((int)response.StatusCode, body, Validators(response, body), RetryAfter(response));
    }

    private static void Prepare(System.Net.Http.Headers.HttpRequestHeaders headers, FeedCursor known)
    {
        headers.TryAddWithoutValidation("Accept", "application/rss+xml, application/atom+xml, application/xml;q=0.9, text/xml;q=0.8");
        if (known.ETag.Length > 0)
            headers.TryAddWithoutValidation("If-None-Match", known.ETag);
        if (known.LastModified.Length > 0)
            headers.TryAddWithoutValidation("If-Modified-Since", known.LastModified);
    }

    // Counted after decompression: a few kilobytes can unpack to gigabytes.
    private static async Task<byte[]> BodyAsync(Uri address, HttpResponseMessage response, CancellationToken cancellationToken)
    {
        await using var stream = await response.Content.ReadAsStreamAsync(cancellationToken);
        using var body = new MemoryStream();
        var buffer = new byte[64 * 1024];
        while (await stream.ReadAsync(buffer, cancellationToken) is > 0 and var read)
        {
            if (body.Length + read > LargestBody)
                throw new SourceException($"The feed at {address.Host} is larger than 10 MB. Ask its owner for a shorter one.");
            body.Write(buffer, 0, read);
        }
        return body.ToArray();
    }

    private static FeedCursor Validators(HttpResponseMessage response, byte[] body)
    {
        response.Headers.TryGetValues("ETag", out var tags);
        response.Content.Headers.TryGetValues("Last-Modified", out var modified);
        return new(Short(tags), Short(modified), FeedCursor.PrintOf(body));
    }

    // Kept and sent back as it came; a header of kilobytes is not worth keeping.
    private static string Short(IEnumerable<string>? values) => values?.FirstOrDefault() is { Length: <= 512 } value ? value : "";

    private TimeSpan? RetryAfter(HttpResponseMessage response) => response.Headers.RetryAfter switch
    {
        { Delta: { } delta } => delta,
        { Date: { } date } when date > _clock.GetUtcNow() => date - _clock.GetUtcNow(),
        _ => null,
    };
}
