using DigestBot.Core.Editions;
using DigestBot.Core.Mentions;
using DigestBot.Core.Platforms;
using DigestBot.Core.Understanding;

namespace DigestBot.Console;

/// <summary>The mentions behind an edition's numbers, as far as they are at hand.</summary>
/// <param name="Mentions">By id; a mention that was forgotten since is simply missing.</param>
/// <param name="Address">Where all mentions of a touch point can be opened (<c>/editions/weekly/2026-W46</c>), or null for a page on its own.</param>
internal sealed record Evidence(IReadOnlyDictionary<MentionId, ReadMention> Mentions, string? Address)
{
    /// <summary>How many mentions stand below a touch point before the rest is a link.</summary>
    public const int Shown = 10;

    /// <summary>None at hand.</summary>
    public static readonly Evidence None = new(new Dictionary<MentionId, ReadMention>(), null);

    /// <summary>The mentions shown below a touch point: the quoted one first.</summary>
    public static IEnumerable<MentionId> Leading(TouchPoint point) =>
        point.MentionIds.Where(id => id != point.Quote.Mention).Prepend(point.Quote.Mention).Take(Shown);

    /// <summary>Those at hand of the given ones, in the given order.</summary>
    public IEnumerable<ReadMention> Of(IEnumerable<MentionId> ids) => ids.Select(id => Mentions.GetValueOrDefault(id)).OfType<ReadMention>();
}

/// <summary>One real mention, as the page shows it.</summary>
internal static class EvidenceLine
{
    private const int Longest = 4_000;

    /// <summary>Its words with personal data masked, who said it where and when, how far it went, the original.</summary>
    public static Html Of(ReadMention read, Edition edition) => Html.Of($"""
        <li class="said"><p dir="auto">{Words(read)}</p>
        <p class="facts"><bdi>{VisibleText.Line(read.Mention.Author, 60)}</bdi> on {Phrases.Source(read.Mention.Id.Source)}{Phrases.Dot}{Said(read.Mention, edition)}{Echo(read.Mention)}{Original(read.Mention.Link)}</p></li>

        """);

    /// <summary>A link to the original that tells it nothing about us; nothing without one.</summary>
    public static Html Original(string? link) => WebLink.OrNull(link) is not { } address || !Uri.TryCreate(address, UriKind.Absolute, out var uri)
        ? Html.Empty
        : Html.Of($"""{Phrases.Dot}<a href="{address}" rel="noopener noreferrer nofollow" target="_blank">original on {VisibleText.Line(uri.IdnHost, 60)}</a>""");

    private static string Words(ReadMention read) =>
        VisibleText.Lines(PersonalData.Mask(read.Mention.Text, read.Insight.PersonalData), Longest);

    private static string Said(Mention mention, Edition edition) => Phrases.Moment(mention.SaidAt, edition.Zone);

    private static string Echo(Mention mention)
    {
        var rating = mention.Rating is { } stars ? $"{Phrases.Dot}{Phrases.Ratio(stars)} of 5 stars" : "";
        return mention.Engagement.Total == 0 ? rating : $"{rating}{Phrases.Dot}{Phrases.Count(mention.Engagement.Total, "reaction", "reactions")}";
    }
}
