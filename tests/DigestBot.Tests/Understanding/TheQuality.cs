using System.Text.Json;
using DigestBot.Core.Mentions;
using DigestBot.Core.Understanding;
using DigestBot.Tests.Guards;

namespace DigestBot.Tests.Understanding;

/// <summary>Floors measured on labelled data that lies beside the repository (CI has it too); a change that makes reading worse fails here.</summary>
public sealed class TheQuality
{
    private static readonly LocalReader Reader = new(new ReadingRules(new Brand("")));

    [LabelledDataFact]
    public void Of_suggestions_in_a_software_forum() => AssertF1(0.73, "suggestion-mining/dev-software.ndjson");

    [LabelledDataFact]
    public void Of_suggestions_in_hotel_reviews() => AssertF1(0.78, "suggestion-mining/dev-hotel.ndjson");

    [LabelledDataFact]
    public void Of_wins_and_issues_in_posts_to_airlines() =>
        AssertAtLeast(0.66, Scores("airline-sentiment/dev.ndjson", "type", i => TypeOf(i)).Average(s => s.F1));

    [LabelledDataFact]
    public void Of_the_feeling_of_posts() =>
        AssertAtLeast(0.57, Scores("tweet-sentiment/dev.ndjson", "label", i => NameOf(i)).Average(s => s.Recall));

    [LabelledDataTheory]
    [InlineData("de", 0.56)]
    [InlineData("fr", 0.47)]
    [InlineData("es", 0.51)]
    [InlineData("it", 0.50)]
    [InlineData("pt", 0.52)]
    public void Of_the_feeling_of_posts_in_other_languages(string language, double floor) =>
        AssertAtLeast(floor, Scores("multilingual-sentiment/dev.ndjson", "label", NameOf, language).Average(s => s.F1));

    private static void AssertF1(double floor, string file) =>
        AssertAtLeast(floor, Scores(file, "label", i => i.IsSuggestion ? "1" : "0").Single(s => s.Label == "1").F1);

    private static void AssertAtLeast(double floor, double measured) => Assert.True(measured >= floor, $"measured {measured:0.000}, floor {floor}");

    private static string NameOf(Insight insight) => insight.Sentiment.ToString().ToLowerInvariant();

    // The set knows neither questions nor suggestions.
    private static string TypeOf(Insight insight) => insight.Kind switch
    {
        MentionKind.Win => "win",
        MentionKind.Issue => "issue",
        MentionKind.Suggestion when insight.Sentiment == Sentiment.Negative => "issue",
        _ => "other",
    };

    private static List<(string Label, double F1, double Recall)> Scores(string file, string field, Func<Insight, string> answer, string? language = null)
    {
        var pairs = new List<(string Gold, string Said)>();
        foreach (var line in File.ReadLines(LabelledData.Path(file)))
        {
            using var row = JsonDocument.Parse(line);
            if (language is not null && row.RootElement.GetProperty("lang").GetString() != language)
                continue;
            pairs.Add((row.RootElement.GetProperty(field).ToString(), answer(Reader.Read(Reading.Said(row.RootElement.GetProperty("text").GetString()!)))));
        }
        return [.. pairs.Select(p => p.Gold).Distinct().Select(label => ScoreOf(label, pairs))];
    }

    private static (string Label, double F1, double Recall) ScoreOf(string label, List<(string Gold, string Said)> pairs)
    {
        var right = pairs.Count(p => p.Gold == label && p.Said == label);
        var (gold, said) = (pairs.Count(p => p.Gold == label), pairs.Count(p => p.Said == label));
        return (label, 2.0 * right / (gold + said), (double)right / gold);
    }
}

/// <summary>Where the labelled data is.</summary>
internal static class LabelledData
{
    public static string? Missing => Directory.Exists(Path("")) ? null : "The labelled data (../shared/data) is not here, so nothing was measured.";

    public static string Path(string file) => System.IO.Path.Combine(Repository.Root, "..", "shared", "data", file);
}

/// <summary>Says that it was skipped where the data is missing.</summary>
public sealed class LabelledDataFactAttribute : FactAttribute
{
    /// <summary>Looks for the data.</summary>
    public LabelledDataFactAttribute() => Skip = LabelledData.Missing;
}

/// <summary>Says that it was skipped where the data is missing.</summary>
public sealed class LabelledDataTheoryAttribute : TheoryAttribute
{
    /// <summary>Looks for the data.</summary>
    public LabelledDataTheoryAttribute() => Skip = LabelledData.Missing;
}
