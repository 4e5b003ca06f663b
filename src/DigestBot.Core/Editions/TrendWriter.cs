using DigestBot.Core.Ranking;
using DigestBot.Core.Stories;
using DigestBot.Core.Stories.Copies;

namespace DigestBot.Core.Editions;

/// <summary>Makes an edition's trends: names, numbers, and the three quotes that stand for each.</summary>
/// <param name="week">What they are measured against.</param>
internal sealed class TrendWriter(RankingWeek week)
{
    private const int Most = 5;
    private const int MostFading = 3;
    private const int MostQuotes = 3;
    private const int LongestTitle = 60;
    private readonly CopyCheck _check = new();

    /// <summary>At most five that burst, strongest first, then at most three that go back; none across a gap of its sources.</summary>
    public IReadOnlyList<EditionTrend> Write(IReadOnlyList<WeekTrend> trends)
    {
        var told = trends.Where(trend => !week.HasGap(trend.Story)).ToList();
        return
        [
            .. told.Where(trend => trend.State is not TrendState.Fading).Take(Most).Select(Write),
            .. told.Where(trend => trend.State is TrendState.Fading).Take(MostFading).Select(Write),
        ];
    }

    private EditionTrend Write(WeekTrend trend) => new(
        Title(trend.Story.Subject), trend.State, trend.Weeks, trend.Story.Authors, Math.Round(trend.Usual, 1),
        [.. trend.Story.Mentions.Select(read => read.Mention.Id)], Quotes(trend.Story), trend.ToldBy);

    private static string Title(string subject) => DisplayText.Words(subject) is var words && words.Length > LongestTitle ? Sentences.Within(words, LongestTitle) : words;

    private IReadOnlyList<Quote> Quotes(Story story)
    {
        var chosen = new List<Passage>();
        foreach (var passage in new QuoteFinder(story).Passages)
        {
            if (!Profanity.IsIn(passage.Text) && !passage.Read.Insight.IsSpam && !chosen.Exists(other => IsSameVoice(passage, other)))
                chosen.Add(passage);
            if (chosen.Count == MostQuotes)
                break;
        }
        return [.. chosen.Select(passage => new Quote(passage.Text, passage.Read.Mention.Id, passage.Read.Mention.SaidAt, passage.Read.Insight.Language, passage.Read.Mention.Link))];
    }

    // Somebody once, and nothing that another quote says in nearly the same words.
    private bool IsSameVoice(Passage one, Passage other)
    {
        if (one.Read.Mention.Author == other.Read.Mention.Author && one.Read.Mention.Id.Source == other.Read.Mention.Id.Source)
            return true;
        WordSketch[] words = [.. new SketchReader().Read(one.Text)];
        return _check.Compare(words, new SketchReader().Read(other.Text)) is not Likeness.Other;
    }
}
