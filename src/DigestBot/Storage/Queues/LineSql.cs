using System.Globalization;
using DigestBot.Core.Platforms;

namespace DigestBot.Storage.Queues;

/// <summary>
/// The dispatcher's statements, the same on every engine. States stand in them as numbers (<see cref="DeliveryState"/>), so that
/// the index of what is in line is used.
/// </summary>
internal static class LineSql
{
    /// <summary>Records how a held delivery ended, or what a person decided about one that nobody holds.</summary>
    public const string Record =
        """
        UPDATE deliveries SET
            state = CASE WHEN @state = 2 AND @sent_version < version THEN 0 ELSE @state END,
            posted_platform = @posted_platform, posted_channel = @posted_channel, posted_id = @posted_id,
            sent_version = @sent_version, attempts = @attempts, postponed = @postponed, not_before = @not_before, failure = @failure,
            lease = 0, lease_until = NULL
        WHERE key = @key AND lease = @lease AND (lease <> 0 OR state IN (3, 4))
        """;

    /// <summary>Tells where a message stands of which a person has said only that it does; what it shows is brought up to date there.</summary>
    public const string Adopt =
        """
        UPDATE deliveries SET posted_platform = @platform, posted_channel = @channel, posted_id = @id, state = 0, not_before = NULL
        WHERE key = @key AND platform = @platform AND channel = @channel AND posted_id IS NULL AND sent_version > 0 AND state IN (0, 2)
          AND NOT EXISTS (SELECT 1 FROM deliveries AS other WHERE other.posted_platform = @platform AND other.posted_channel = @channel AND other.posted_id = @id)
        """;

    /// <summary>The lines in which something is to be sent, with the time; the longest waiting first.</summary>
    public static string Due { get; } = DueIn("");

    // What stands in its channel's line. Not in it, so that it holds up nobody: what is planned for later and was never tried, and
    // what waits for a thread whose head does not stand (an InDoubt first message must not block the next Monday).
    private static string IsInLine(string row, string now) =>
        $"""
        {row}.state IN (0, 1) AND ({row}.state = 1 OR (
            ({row}.not_before IS NULL OR {row}.not_before <= {now} OR {row}.attempts > 0 OR {row}.postponed > 0) AND {HasHead(row)}))
        """;

    // A head that a curator has seen stands, though nobody knows under which id.
    private static string HasHead(string row) =>
        $"({row}.thread_of IS NULL OR EXISTS (SELECT 1 FROM deliveries AS head WHERE head.key = {row}.thread_of AND (head.posted_id IS NOT NULL OR head.sent_version > 0)))";

    /// <summary><see cref="Due"/>, only of the lines given by <see cref="Values"/>.</summary>
    public static string DueAmong(int lines) => DueIn($"AND (d.platform, d.channel) IN (VALUES {Places(lines)})");

    /// <summary>
    /// Takes the first of each line when it is ready, and tells keys. What was being sent under a lease that is over was tried:
    /// its holder died or hangs, so the message may stand already.
    /// </summary>
    public static string Take(int lines) =>
        $"""
        WITH asked (platform, channel) AS (VALUES {Places(lines)})
        UPDATE deliveries SET state = 1, lease = @lease, lease_until = @until, attempts = attempts + CASE WHEN state = 1 THEN 1 ELSE 0 END
        WHERE key IN (
            SELECT (SELECT d.key FROM deliveries AS d
                WHERE d.platform = asked.platform AND d.channel = asked.channel AND {IsInLine("d", "@now")}
                ORDER BY d.sequence LIMIT 1)
            FROM asked)
          AND ((state = 0 AND (not_before IS NULL OR not_before <= @now)) OR (state = 1 AND lease_until <= @now))
        RETURNING key
        """;

    /// <summary>The parameters that stand for lines.</summary>
    public static IEnumerable<(string Name, object? Value)> Values(IEnumerable<ChannelLine> lines) =>
        lines.SelectMany((line, i) => ((string, object?)[])[(Name('p', i), line.Platform), (Name('c', i), line.Channel)]);

    // What has been tried or is due at once holds up others at every time: hence the time 0.
    private static string DueIn(string some) =>
        $"""
        SELECT d.platform, d.channel, MIN(CASE WHEN d.state = 1 THEN d.lease_until ELSE COALESCE(d.not_before, 0) END)
        FROM deliveries AS d
        WHERE d.state IN (0, 1) {some} AND (d.state = 1 OR {HasHead("d")})
          AND NOT EXISTS (SELECT 1 FROM deliveries AS e
            WHERE e.platform = d.platform AND e.channel = d.channel AND e.sequence < d.sequence AND {IsInLine("e", "0")})
        GROUP BY d.platform, d.channel
        ORDER BY MIN(d.sequence)
        """;

    private static string Places(int lines) => string.Join(", ", Enumerable.Range(0, lines).Select(i => $"({Name('p', i)}, {Name('c', i)})"));

    private static string Name(char kind, int number) => string.Create(CultureInfo.InvariantCulture, $"@{kind}{number}");
}
