using System.Diagnostics.Metrics;

namespace DigestBot.Platforms.Slack.Inbound;

/// <summary>Counts what comes in from Slack; exported where an exporter listens.</summary>
internal static class SlackTraffic
{
    /// <summary>Name of the meter.</summary>
    public const string Meter = "DigestBot.Slack";

    private static readonly Meter Own = new(Meter);

    private static readonly Counter<long> Requests =
        Own.CreateCounter<long>("digestbot.slack.requests", "{request}", "Requests from Slack, by kind and what became of them.");

    /// <summary>Counts one.</summary>
    /// <param name="kind">What it is: <see cref="SlackRequest.KindName"/>, or the route where nothing more is known.</param>
    /// <param name="outcome">
    /// <c>kept</c>, <c>repeated</c>, <c>answered</c>, <c>unknown</c> (a type that means nothing to us), <c>refused</c> (another
    /// workspace's), <c>unsigned</c>, <c>malformed</c>, <c>too_large</c>, <c>rate_limited</c> (Slack holds events back), <c>failed</c>.
    /// </param>
    public static void Count(string kind, string outcome) => Requests.Add(1, new("kind", kind), new("outcome", outcome));
}
