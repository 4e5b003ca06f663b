namespace DigestBot.Platforms.Slack.Reading;

/// <summary>
/// Slack's times of events as texts whose ordinal order is the order of time. They are never numbers: some come without the dot
/// (samples in Slack's own documentation), and as floating point they would lose their last digits.
/// </summary>
internal static class SlackStamp
{
    private const int Fraction = 6;
    private const int Width = 20;

    /// <summary>Stands before every event.</summary>
    public static string Earliest { get; } = new('0', Width);

    /// <summary>Reads <c>1795339806.000400</c>, or the same without the dot; null for anything else.</summary>
    public static string? Of(string? eventTs)
    {
        if (eventTs is not { Length: > 0 and <= Width })
            return null;
        var parts = eventTs.Split('.');
        var digits = parts is [var seconds, var fraction] && fraction.Length <= Fraction ? seconds + fraction.PadRight(Fraction, '0') : parts[0];
        return parts.Length <= 2 && digits.Length is > 0 and <= Width && digits.All(char.IsAsciiDigit) ? digits.PadLeft(Width, '0') : null;
    }

    /// <summary>The stamp of a moment.</summary>
    public static string Of(DateTimeOffset moment) =>
        ((moment - DateTimeOffset.UnixEpoch).Ticks / TimeSpan.TicksPerMicrosecond).ToString(System.Globalization.CultureInfo.InvariantCulture).PadLeft(Width, '0');

    /// <summary>The next possible time after a stamp.</summary>
    public static string After(string stamp) =>
        (UInt128.Parse(stamp, System.Globalization.CultureInfo.InvariantCulture) + 1).ToString(System.Globalization.CultureInfo.InvariantCulture).PadLeft(Width, '0');
}
