using DigestBot.Core.Stories;
using DigestBot.Core.Understanding;

namespace DigestBot.Core.Editions;

/// <summary>
/// Finds the one customer whose words stand for a story: clear, specific, typical of what the others say, whole sentences,
/// not shouting, and not the headline again. Extractive: it never says what nobody said.
/// </summary>
internal sealed class QuoteFinder
{
    private const int MostRead = 400;
    private readonly List<Passage> _passages;
    private readonly Typicality _typical;

    public QuoteFinder(Story story)
    {
        _typical = new Typicality(story);
        _passages = [.. Sample(story.Mentions)
            .Select(read => Passage.Of(read, EditionLimits.Quote))
            .OfType<Passage>()
            .OrderByDescending(passage => Worth(passage, story))
            .ThenBy(passage => passage.Read.Mention.SaidAt)
            .ThenBy(passage => passage.Read.Mention.Id)];
    }

    /// <summary>The best quote beside a headline, or null when nobody's words can be shown.</summary>
    /// <param name="headline">What stands above it; a quote does not say it again while there is another.</param>
    public Passage? Best(string headline) =>
        _passages.Select(passage => passage.Without(headline)).OfType<Passage>().FirstOrDefault() ?? _passages.FirstOrDefault();

    /// <summary>The best sentence for a headline: one that leaves something to be quoted before one that says it all; or null.</summary>
    public string? Sentence() => Sentence(leavesMore: true) ?? Sentence(leavesMore: false);

    private string? Sentence(bool leavesMore)
    {
        foreach (var passage in _passages.Take(20))
        {
            var sentence = Sentences.Of(passage.Text)
                .Where(sentence => IsHeadline(sentence) && (!leavesMore || _passages.Count > 1 || passage.Without(sentence) is not null))
                .OrderByDescending(_typical.Of)
                .FirstOrDefault();
            if (sentence is not null)
                return DisplayText.Capitalised(sentence.TrimEnd('.', ' '));
        }
        return null;
    }

    private static bool IsHeadline(string sentence) =>
        sentence.Length is >= 20 and <= EditionLimits.Headline
        && sentence.Count(character => character == ' ') >= 3
        && Clarity.Of(sentence) >= 0.7;

    // Every so many, so that a story of thousands is read in part but from its whole week.
    private static IEnumerable<ReadMention> Sample(IReadOnlyList<ReadMention> mentions)
    {
        var step = Math.Max(1, mentions.Count / MostRead);
        return mentions.Where((_, index) => index % step == 0);
    }

    private double Worth(Passage passage, Story story)
    {
        var insight = passage.Read.Insight;
        var worth = Clarity.Of(passage.Text) * (0.4 + _typical.Of(passage.Text)) * Length(passage.Text.Length);
        worth *= insight.Kind == story.Kind ? 1.25 : 0.8;
        worth *= 1 + (Direction(story.Kind) * insight.SentimentScore / 3);
        worth *= 1 + (0.25 * insight.Severity) + (0.2 * Math.Min(1, Math.Log10(1 + passage.Read.Mention.Engagement.Total) / 3));
        return passage.IsWhole ? worth : worth * 0.85;
    }

    // Praise is quoted for a win, not for an issue that somebody thanked for bearing with.
    private static int Direction(MentionKind kind) => kind switch
    {
        MentionKind.Win => 1,
        MentionKind.Issue => -1,
        _ => 0,
    };

    // Best between 60 and 200 characters: long enough to be specific, short enough to be read out.
    private static double Length(int length) => length switch
    {
        < 25 => 0.35,
        < 60 => 0.35 + (0.65 * (length - 25) / 35),
        <= 200 => 1,
        _ => 0.85,
    };
}
