using Polly;
using Polly.CircuitBreaker;
using Polly.Retry;
using Polly.Timeout;

namespace DigestBot.Outgoing;

/// <summary>
/// Politeness toward an API: three more tries with growing and jittered pauses (or the pause that the server asked
/// for), and no tries at all for a while when the server keeps failing.
/// </summary>
internal static class ApiPipeline
{
    private static readonly TimeSpan LongestPause = TimeSpan.FromMinutes(1); // a server that asks for an hour is not waited for inside a run

    /// <summary>A pipeline with a circuit of its own.</summary>
    /// <param name="clock">For pauses and time-outs.</param>
    /// <param name="state">Shows how the circuit stands.</param>
    public static ResiliencePipeline<ApiAnswer> With(TimeProvider clock, CircuitBreakerStateProvider state) =>
        new ResiliencePipelineBuilder<ApiAnswer> { TimeProvider = clock }
            .AddRetry(new RetryStrategyOptions<ApiAnswer>
            {
                MaxRetryAttempts = 3,
                BackoffType = DelayBackoffType.Exponential,
                Delay = TimeSpan.FromSeconds(1),
                UseJitter = true,
                ShouldHandle = attempt => ValueTask.FromResult(IsWorthAnotherTry(attempt.Outcome)),
                DelayGenerator = attempt => ValueTask.FromResult(attempt.Outcome.Result?.RetryAfter), // null: as computed
            })
            .AddCircuitBreaker(new CircuitBreakerStrategyOptions<ApiAnswer>
            {
                FailureRatio = 0.9,
                MinimumThroughput = 8, // two runs that failed in every try
                SamplingDuration = TimeSpan.FromMinutes(60),
                BreakDuration = TimeSpan.FromMinutes(30),
                StateProvider = state,
                ShouldHandle = attempt => ValueTask.FromResult(IsFailure(attempt.Outcome)),
            })
            .Build();

    /// <summary>Half a minute from the first byte sent to the last one read; waiting for one's turn is not counted.</summary>
    public static ResiliencePipeline TimeLimit(TimeProvider clock) =>
        new ResiliencePipelineBuilder { TimeProvider = clock }.AddTimeout(TimeSpan.FromSeconds(30)).Build();

    private static bool IsFailure(Outcome<ApiAnswer> outcome) =>
        outcome.Exception is HttpRequestException { InnerException: not OutgoingRefusedException } or IOException or TimeoutRejectedException
        || outcome.Result is { IsTransient: true };

    private static bool IsWorthAnotherTry(Outcome<ApiAnswer> outcome) =>
        IsFailure(outcome) && !(outcome.Result?.RetryAfter > LongestPause);
}
