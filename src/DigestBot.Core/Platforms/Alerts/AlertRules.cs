using DigestBot.Core.Editions;
using DigestBot.Core.Mentions;

namespace DigestBot.Core.Platforms.Alerts;

/// <summary>How calm alerts are. One place, so that the documentation and the code name the same numbers.</summary>
internal static class AlertRules
{
    /// <summary>Time between two checks.</summary>
    public static readonly TimeSpan Every = TimeSpan.FromMinutes(5);

    /// <summary>Two checks closer than this are one: a job that is repeated after a kill makes nothing last.</summary>
    public static readonly TimeSpan OneCheck = TimeSpan.FromMinutes(1);

    /// <summary>After a longer pause nothing counts as seen in the check before.</summary>
    public static readonly TimeSpan InARow = TimeSpan.FromMinutes(30);

    /// <summary>Messages about crowds a day, in the digest's zone; as many about severe mentions.</summary>
    public const int MostADay = 5;

    /// <summary>From here on a mention is severe; one is enough.</summary>
    public const double Severe = 0.8;

    /// <summary>An event is over when it was gone for so long and so many checks; until then it is the same one.</summary>
    public static readonly TimeSpan OverAfter = TimeSpan.FromHours(12);

    /// <summary>Checks without it before it can be over.</summary>
    public const int OverAfterChecks = 12;

    /// <summary>A message is changed no more often.</summary>
    public static readonly TimeSpan Settling = TimeSpan.FromMinutes(15);

    /// <summary>How long a subject stays quiet after "Not useful".</summary>
    public static readonly TimeSpan QuietFor = TimeSpan.FromDays(7);

    /// <summary>How long an alert can be asked after.</summary>
    public static readonly TimeSpan KeptFor = TimeSpan.FromDays(21);

    /// <summary>A change of the number by less is not shown.</summary>
    public const double Noticeable = 0.2;

    /// <summary>The delivery of an alert: one message, whatever becomes of it. Null when the digest has no curators.</summary>
    public static Delivery? Delivery(Digest digest, Alert alert, TextContent text) =>
        EditionDeliveries.Alert(digest, new(digest.Name, DigestWeek.Of(alert.ToldAt, digest.Zone)), $"burst {alert.Id}", text);
}
