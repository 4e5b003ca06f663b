using System.Globalization;

namespace DigestBot.Outgoing;

/// <summary>What an answer says of the account's quota.</summary>
/// <param name="Left">Requests left, never negative.</param>
/// <param name="ResetsAt">When it is whole again, or null.</param>
internal sealed record ApiQuota(long Left, DateTimeOffset? ResetsAt)
{
    // The draft of the IETF, GitHub and Mastodon, X, Reddit, Discourse: the same idea under names of their own.
    private static readonly string[] LeftHeaders = ["RateLimit-Remaining", "X-RateLimit-Remaining", "X-Rate-Limit-Remaining"];
    private static readonly string[] ResetHeaders = ["RateLimit-Reset", "X-RateLimit-Reset", "X-Rate-Limit-Reset"];
    private const string HourlyLeft = "user-hour-rem:";
    private const double EarliestInstant = 1_000_000_000; // smaller numbers are seconds from now, not since 1970
    private static readonly TimeSpan Longest = TimeSpan.FromDays(31);

    /// <summary>The quota of an answer, or null when it says nothing that can be read.</summary>
    public static ApiQuota? Of(ApiAnswer answer, DateTimeOffset now) =>
        Number(LeftIn(answer)) is { } left ? new(ToCount(left), ResetOf(First(answer, ResetHeaders), now)) : null;

    // App Store Connect writes "X-Rate-Limit: user-hour-lim:3600;user-hour-rem:3121;".
    private static string LeftIn(ApiAnswer answer) => First(answer, LeftHeaders) is { Length: > 0 } left
        ? left
        : answer.Header("X-Rate-Limit").Split(';').FirstOrDefault(part => part.StartsWith(HourlyLeft, StringComparison.Ordinal), HourlyLeft)[HourlyLeft.Length..];

    private static string First(ApiAnswer answer, string[] names) => names.Select(answer.Header).FirstOrDefault(value => value.Length > 0, "");

    private static long ToCount(double left) => left < 0 ? 0 : left > int.MaxValue ? int.MaxValue : (long)left;

    private static DateTimeOffset? ResetOf(string value, DateTimeOffset now)
    {
        var at = Number(value) is { } number ? Instant(number, now)
            : DateTimeOffset.TryParse(value, CultureInfo.InvariantCulture, DateTimeStyles.AssumeUniversal, out var time) ? time
            : (DateTimeOffset?)null;
        return at > now && at < now + Longest ? at : null;
    }

    private static DateTimeOffset? Instant(double number, DateTimeOffset now) => number switch
    {
        < 0 or > 100_000_000_000 => null,
        >= EarliestInstant => DateTimeOffset.UnixEpoch.AddSeconds(number),
        _ => now.AddSeconds(number),
    };

    private static double? Number(string value) =>
        double.TryParse(value, NumberStyles.AllowDecimalPoint | NumberStyles.AllowLeadingSign, CultureInfo.InvariantCulture, out var number) ? number : null;
}
