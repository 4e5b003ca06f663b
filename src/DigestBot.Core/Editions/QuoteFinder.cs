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
    private const string GeneralPraise = "thanks and praise";
    private const double Usual = 0.5;
    private const double Pleased = 0.3;
    private readonly List<Passage> _passages;
    private const int MostCompared = 40;
    private readonly Typicality _typical;
    private readonly Story _story;

    public QuoteFinder(Story story)
    {
        _story = story;
        _typical = new Typicality(story);
        _passages = [.. Sample(story.Mentions)
            .Select(read => Passage.Of(read, EditionLimits.Quote))
            .OfType<Passage>()
            .OrderByDescending(passage => Fits(passage, story))
            .ThenByDescending(passage => Worth(passage, story))
            .ThenBy(passage => passage.Read.Mention.SaidAt)
            .ThenBy(passage => passage.Read.Mention.Id)];
    }

    /// <summary>What can be shown, best first.</summary>
    public IEnumerable<Passage> Passages => _passages;

    /// <summary>The best quote beside a headline, or null when nobody's words can be shown.</summary>
    /// <param name="headline">What stands above it; a quote does not say it again while there is another.</param>
    public Passage? Best(string headline) =>
        _passages.Select(passage => passage.Without(headline)).OfType<Passage>().FirstOrDefault() ?? _passages.FirstOrDefault();

    /// <summary>The best sentence for a headline: one that leaves something to be quoted before one that says it all; or null.</summary>
    public string? Sentence() => Sentence([], EditionLimits.Headline);

    /// <summary>The same of sentences that hold all <paramref name="words"/> and are at most <paramref name="longest"/> long.</summary>
    public string? Sentence(IReadOnlyList<string> words, int longest) =>
        Sentence(words, longest, leavesMore: true) ?? Sentence(words, longest, leavesMore: false);

    private string? Sentence(IReadOnlyList<string> words, int longest, bool leavesMore)
    {
        var best = _passages.Take(words.Count > 0 ? MostRead : MostCompared)
            .SelectMany(passage => Sentences.Of(passage.Text)
                .Where(sentence => IsHeadline(sentence) && HeadlineWords.MayStand(sentence, _story.Kind) && sentence.Length <= longest && words.All(word => sentence.Contains(word, StringComparison.OrdinalIgnoreCase)))
                .Where(sentence => !leavesMore || _passages.Count > 1 || passage.Without(sentence) is not null)
                .Select(sentence => (Passage: passage, Text: sentence)))
            .OrderByDescending(sentence => (Fits(sentence.Passage, _story) ? 1 : 0.2) * Worth(sentence.Passage, _story) * Tells(sentence.Text))
            .FirstOrDefault();
        return best.Text is null ? null : DisplayText.Capitalised(best.Text.TrimEnd('.', ' '));
    }

    private double Tells(string sentence) =>
        (0.2 + Typical(sentence)) * Length(sentence.Length) * Clarity.Of(sentence) * HeadlineWords.Fit(sentence, _story.Kind);

    // Praise with a reserve, or for what is yet to come.
    private static readonly string[] Reserved = ["?", "but ", "would ", "hope", "if you", "please", "wish", "can't wait", "however"];

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
        var worth = Clarity.Of(passage.Text) * (0.4 + Typical(passage.Text)) * Length(passage.Text.Length);
        worth *= insight.Kind == story.Kind ? 1.25 : 0.8;
        worth *= 1 + (Direction(story.Kind) * insight.SentimentScore / 3);
        worth *= 1 + (0.25 * insight.Severity) + (0.2 * Math.Min(1, Math.Log10(1 + passage.Read.Mention.Engagement.Total) / 3));
        return passage.IsWhole ? worth : worth * 0.85;
    }

    // What everybody says in praise at large is thanks; what one says beside it is worth reading.
    private double Typical(string text) => _story is { Kind: MentionKind.Win, Subject: GeneralPraise } ? Usual : _typical.Of(text);

    // Words that say something else than the story are quoted only when there are no others.
    private static bool Fits(Passage passage, Story story)
    {
        var insight = passage.Read.Insight;
        return story.Kind switch
        {
            MentionKind.Win => insight is { Kind: MentionKind.Win, SentimentScore: >= Pleased }
                && !Array.Exists(Reserved, word => passage.Text.Contains(word, StringComparison.OrdinalIgnoreCase)),
            MentionKind.Issue => insight.Kind is not MentionKind.Win && insight.Sentiment is not Sentiment.Positive && !HeadlineWords.OpensWithPraise(passage.Text),
            MentionKind.Suggestion => insight.Kind is MentionKind.Suggestion,
            _ => true,
        };
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
