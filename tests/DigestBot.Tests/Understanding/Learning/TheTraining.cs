using DigestBot.Core.Mentions;
using DigestBot.Core.Understanding;
using DigestBot.Core.Understanding.Learning;

namespace DigestBot.Tests.Understanding.Learning;

public sealed class TheTraining
{
    [Fact]
    public void Learns_names_that_the_shipped_reader_does_not_know_and_says_that_this_is_better()
    {
        Assert.True(Lessons.Model.Figures.IsBetter);
        Assert.True(Lessons.Model.Figures.Own > 0.95, $"own figure {Lessons.Model.Figures.Own}");
        Assert.Equal("macro F1", Lessons.Model.Figures.Measure);
        Assert.Equal("bug", ReaderWith(Lessons.Model).Read(Reading.Said("Your printer crashes when I open it")).KindName);
    }

    [Fact]
    public void Says_that_a_model_is_not_better_where_the_shipped_reader_is_never_wrong()
    {
        var figures = Lessons.Learn(Lessons.AsShipped, ReadingTask.Kind).Figures;
        Assert.Equal(1, figures.Shipped);
        Assert.False(figures.IsBetter);
    }

    [Fact]
    public void Finds_the_same_bytes_again() =>
        Assert.Equal(Lessons.Bytes(Lessons.Model), Lessons.Bytes(Lessons.Learn(Lessons.BugsAndFeatures, ReadingTask.Kind)));

    [Fact]
    public void Keeps_a_bug_an_issue_for_everything_that_comes_after_reading()
    {
        var insight = ReaderWith(Lessons.Model).Read(Reading.Said("The timer freezes on the second page."));
        Assert.Equal((MentionKind.Issue, "bug"), (insight.Kind, insight.KindName));
    }

    [Fact]
    public void Puts_the_decision_about_suggestions_at_one_half()
    {
        var rows = Lessons.BugsAndFeatures.Select(text => text with { Label = text.Label == "feature" ? "1" : "0" }).ToArray();
        var reader = ReaderWith(Lessons.Learn(rows, ReadingTask.Suggestion));
        Assert.True(reader.Read(Reading.Said("The map ought to export to a calendar.")).IsSuggestion);
        Assert.False(reader.Read(Reading.Said("The map loses my settings every night.")).IsSuggestion);
    }

    [Fact]
    public void Lets_no_forum_of_programmers_overrule_the_reader_on_texts_of_another_world()
    {
        var model = ModelTrainer.Train(Lessons.BugsAndFeatures, ReadingTask.Kind, progress: null, CancellationToken.None);
        var stranger = Reading.Said("Lovely hotel, friendly staff at breakfast, we would stay again, thank you so much!");
        Assert.True(model.KnowsStrangers);
        Assert.Equal(MentionKind.Win, Reading.Reader.Read(stranger).Kind);
        Assert.NotEqual("feature", ReaderWith(model).Read(stranger).KindName);
    }

    [Theory]
    [InlineData("too few", 5)]
    [InlineData("same label", 32)]
    public void Says_what_is_missing(string reason, int rows) => Assert.Contains(
        reason,
        Assert.Throws<TrainingException>(() => Lessons.Learn([.. Lessons.BugsAndFeatures.Take(rows)], ReadingTask.Kind)).Message,
        StringComparison.Ordinal);

    [Fact]
    public void Has_a_logarithm_of_its_own_that_is_right()
    {
        foreach (var value in new[] { 1e-6, 0.3, 1, 1.99, 2, 123.4, 1e9 })
            Assert.Equal(Math.Log(value), Logarithm.Of(value), 8);
    }

    private static LocalReader ReaderWith(TrainedModel model) => new(new ReadingRules(new Brand("")), [model]);
}
