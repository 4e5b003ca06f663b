using System.Diagnostics.Metrics;

namespace DigestBot.Platforms.Teams.Inbound;

/// <summary>Counts what comes in from Teams; exported where an exporter listens.</summary>
internal static class TeamsTraffic
{
    /// <summary>Name of the meter.</summary>
    public const string Meter = "DigestBot.Teams";

    /// <summary>The kind where nothing is known of it.</summary>
    public const string Unread = "activity";

    private static readonly Meter Own = new(Meter);

    private static readonly Counter<long> Requests =
        Own.CreateCounter<long>("digestbot.teams.requests", "{request}", "Requests from Teams, by kind and what became of them.");

    /// <summary>Counts one.</summary>
    /// <param name="kind">The type of the activity as far as it means something to us, otherwise <see cref="Unread"/>.</param>
    /// <param name="outcome">
    /// <c>kept</c>, <c>repeated</c>, <c>answered</c>, <c>unknown</c> (a type or invoke that means nothing to us), <c>refused</c> (a good
    /// token, but not for this), <c>unsigned</c>, <c>unchecked</c> (no keys to check with), <c>malformed</c>, <c>too_large</c>, <c>failed</c>.
    /// </param>
    public static void Count(string kind, string outcome) => Requests.Add(1, new("kind", kind), new("outcome", outcome));
}
