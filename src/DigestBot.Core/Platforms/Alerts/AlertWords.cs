using System.Globalization;
using DigestBot.Core.Editions;

namespace DigestBot.Core.Platforms.Alerts;

/// <summary>An alert in words, the same on every platform.</summary>
internal static class AlertWords
{
    /// <summary>Verb that shows the mentions behind an alert.</summary>
    public const string EvidenceVerb = "burst";

    /// <summary>Verb by which a curator does not want to hear of it.</summary>
    public const string QuietVerb = "quiet";

    private const int MostSources = 3;
    private const string Apart = " · ";

    /// <summary>The message.</summary>
    /// <param name="alert">What is told.</param>
    /// <param name="digest">Whose brand, and in whose zone times are read.</param>
    /// <param name="quote">Words of a customer, masked, or null; data.</param>
    /// <param name="now">Now; a time of today needs no weekday.</param>
    public static TextContent Of(Alert alert, Digest digest, string? quote, DateTimeOffset now)
    {
        IEnumerable<string?> parts =
        [
            What(alert, digest), Where(alert.Sources), When(alert, digest.Zone, now),
            quote is null ? null : $"“{VisibleText.Line(quote, EditionLimits.Quote)}”", Closing(alert),
        ];
        return new(string.Join(Apart, parts.OfType<string>()), Buttons(alert));
    }

    /// <summary>The words of a subject: “booking page”, praise of “crew”, mentions of Acme Air.</summary>
    public static string Name(string subject, Digest digest)
    {
        var (topic, isPraise) = AlertSubject.Parse(subject);
        if (topic.Length == 0)
            return $"Talk of {digest.Brand.Name}";
        return isPraise ? $"Praise of “{topic}”" : $"“{topic}”";
    }

    private static string What(Alert alert, Digest digest)
    {
        if (alert.IsSevere)
            return Severe(alert);
        var name = Name(alert.Subjects[0], digest);
        return alert.EndedAt is null
            ? $"{name} jumps: {People(alert.Crowd.People)} in the last {(alert.IsOfHour ? "hour" : "day")}, {Usually(alert.Crowd.Usual)}"
            : $"{name} is back to usual: {People(alert.Height)} at its height, {Usually(alert.Crowd.Usual)}";
    }

    private static string Severe(Alert alert)
    {
        var about = alert.Subjects[0].Length == 0 ? "" : $" about “{alert.Subjects[0]}”";
        return alert.Crowd.People == 1 ? $"A severe mention{about}" : $"{Number(alert.Crowd.People)} severe mentions{about}";
    }

    private static string? Where(IReadOnlyList<string> sources) => sources.Count switch
    {
        0 => null,
        1 => $"on {sources[0]}",
        <= MostSources => $"on {string.Join(", ", sources.SkipLast(1))} and {sources[^1]}",
        _ => $"on {string.Join(", ", sources.Take(MostSources))} and {Number(sources.Count - MostSources)} more",
    };

    private static string When(Alert alert, TimeZoneInfo zone, DateTimeOffset now)
    {
        var since = Time(alert.Since, zone, now);
        if (alert.EndedAt is { } end)
            return $"from {since} to {Time(end, zone, now)}";
        return alert is { IsSevere: true, Crowd.People: 1 } ? $"at {since}" : $"since {since}";
    }

    private static string? Closing(Alert alert) => alert switch
    {
        { QuietedBy: { } who } => $"{who}: not useful, so it is quiet for a week",
        { IsLastOfDay: true, IsSevere: true } => "the day's last message of this kind; further severe mentions are added here",
        { IsLastOfDay: true } => "the day's last message of this kind; what else jumps is told tomorrow if it lasts",
        _ => null,
    };

    private static IReadOnlyList<CardAction> Buttons(Alert alert)
    {
        var evidence = new CardAction(EvidenceVerb, "Evidence", alert.Id, IsPrimary: alert.IsOpen) { OnlyShows = true };
        return alert.IsOpen ? [evidence, new(QuietVerb, "Not useful", alert.Id)] : [evidence];
    }

    private static string Time(DateTimeOffset at, TimeZoneInfo zone, DateTimeOffset now)
    {
        var (then, today) = (TimeZoneInfo.ConvertTime(at, zone), TimeZoneInfo.ConvertTime(now, zone));
        var format = (today.Date - then.Date).Days switch
        {
            0 => "HH:mm",
            > 0 and < 7 => "dddd HH:mm",
            _ => "d MMMM HH:mm",
        };
        return then.ToString(format, CultureInfo.InvariantCulture);
    }

    private static string Usually(double usual) => usual < 0.5 ? "usually nobody" : $"usually {Number((int)Math.Round(usual))}";

    private static string People(int count) => count == 1 ? "1 person" : $"{Number(count)} people";

    private static string Number(int count) => count.ToString("N0", CultureInfo.InvariantCulture);
}
