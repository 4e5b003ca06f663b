using DigestBot.Cli;
using DigestBot.Cli.Evaluation;
using DigestBot.Core.Understanding.Learning;
using DigestBot.Tests.Guards;

namespace DigestBot.Tests.Evaluation;

/// <summary>
/// The figures that the program reaches on labelled data: a change that makes it understand or choose worse fails here. Record
/// better ones with <c>digestbot evaluate ../shared/data --figures tests/DigestBot.Tests/Evaluation/shared-data.json --record</c>
/// (and <c>Evaluation/Sets</c> with its own <c>figures.json</c>), then read the difference.
/// </summary>
public sealed class TheFigures
{
    private static readonly string Here = Path.Combine(Repository.Root, "tests", "DigestBot.Tests", "Evaluation");

    [LabelledDataFact]
    public void Of_the_labelled_data_beside_the_repository_have_not_fallen() =>
        AssertReached(LabelledData.Folder, Path.Combine(Here, "shared-data.json"));

    [Fact]
    public void Of_the_texts_held_out_of_our_own_corpus_have_not_fallen() =>
        AssertReached(Path.Combine(Here, "Sets"), Path.Combine(Here, "Sets", "figures.json"));

    [Fact]
    public void Are_measured_on_texts_that_nothing_was_learned_from()
    {
        var learned = Enum.GetValues<ReadingTask>().SelectMany(CorpusText.BuiltIn).Select(text => text.Text).ToHashSet(StringComparer.Ordinal);
        var heldOut = LabelledRows.Of(Path.Combine(Here, "Sets", "corpus", "held-out.ndjson"), default);
        Assert.True(heldOut.Count > 500, $"only {heldOut.Count} texts are held out");
        Assert.DoesNotContain(heldOut, row => learned.Contains(row.Text("text")!));
    }

    private static void AssertReached(string folder, string file)
    {
        var recorded = RecordedFigures.Load(file);
        var figures = EvaluateCommand.Measure(folder, isTrained: false, TextWriter.Null, default);
        Assert.Empty(recorded.Keys.Except(figures.Select(figure => figure.Key)));
        Assert.Empty(figures
            .Where(figure => recorded.TryGetValue(figure.Key, out var before) && figure.IsWorseThan(before))
            .Select(figure => $"{figure.Key} is {figure.Rounded}, was {recorded[figure.Key]}"));
    }
}

/// <summary>Where the labelled data is.</summary>
internal static class LabelledData
{
    public static string Folder => Path.Combine(Repository.Root, "..", "shared", "data");

    public static string? Missing => Directory.Exists(Folder) ? null : "The labelled data (../shared/data) is not here, so nothing was measured.";
}

/// <summary>Says that it was skipped where the data is missing.</summary>
public sealed class LabelledDataFactAttribute : FactAttribute
{
    /// <summary>Looks for the data.</summary>
    public LabelledDataFactAttribute() => Skip = LabelledData.Missing;
}
