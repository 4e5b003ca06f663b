using System.Text;
using System.Text.Json;
using DigestBot.Cli;
using DigestBot.Cli.Training;
using DigestBot.Core.Understanding.Learning;

namespace DigestBot.Tests.Understanding.Learning;

public sealed class TheTrainCommand : IDisposable
{
    private readonly string _folder = Directory.CreateTempSubdirectory("train").FullName;

    public void Dispose() => Directory.Delete(_folder, recursive: true);

    [Fact]
    public async Task Writes_a_model_that_read_answers_with_in_the_labels_own_names()
    {
        var (output, errors) = await TrainAsync(Lines(), isJson: false);
        Assert.Contains("better      yes", output, StringComparison.Ordinal);
        Assert.Contains("Use it: digestbot read FILE --model", errors, StringComparison.Ordinal);
        var feed = Write("feed.ndjson", ["""{"id":"a","text":"The scanner needs a dark theme."}"""]);
        using var answers = new MemoryStream();
        await ReadCommand.RunAsync(feed, ["text"], [Model], answers, CancellationToken.None);
        Assert.Equal("feature", JsonDocument.Parse(answers.ToArray()).RootElement.GetProperty("kind").GetString());
    }

    [Fact]
    public async Task Counts_what_it_leaves_out_and_takes_labels_of_any_simple_type()
    {
        var rows = Lessons.BugsAndFeatures.Select(text => JsonSerializer.Serialize(new { title = text.Text, type = text.Label == "bug" }));
        var (output, errors) = await TrainAsync([.. rows, """{"title":"no label"}""", """{"title":"null","type":null}""", "not json"], isJson: true);
        var figures = JsonDocument.Parse(output).RootElement;
        Assert.Equal((64, 2), (figures.GetProperty("rows").GetInt32(), figures.GetProperty("leftOut").GetInt32()));
        Assert.Equal(["false", "true"], figures.GetProperty("labels").EnumerateArray().Select(label => label.GetString()));
        Assert.Contains("line 67: not valid JSON", errors, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Says_when_the_model_is_not_better_and_writes_it_all_the_same()
    {
        var rows = Lessons.AsShipped.Select(text => JsonSerializer.Serialize(new { title = text.Text, type = text.Label }));
        var (output, errors) = await TrainAsync(rows, isJson: false);
        Assert.Contains("better      no", output, StringComparison.Ordinal);
        Assert.Contains("Not better than what ships", errors, StringComparison.Ordinal);
        Assert.True(File.Exists(Model));
    }

    [Fact]
    public async Task Fails_in_plain_words_when_nothing_can_be_learned_or_read()
    {
        var few = await Assert.ThrowsAsync<CommandException>(() => TrainAsync(["""{"title":"a","type":"b"}"""], isJson: false));
        Assert.Contains("too few", few.Message, StringComparison.Ordinal);
        var broken = Write("broken.model", ["DigestML, or so it says"]);
        var refused = Assert.Throws<CommandException>(() => ModelOption.Read([broken]));
        Assert.Contains("broken.model cannot be used", refused.Message, StringComparison.Ordinal);
        Assert.Contains("no-such.model", Assert.Throws<CommandException>(() => ModelOption.Read(["no-such.model"])).Message, StringComparison.Ordinal);
        Assert.Contains("Start this in the repository", (await Assert.ThrowsAsync<CommandException>(() => ShippedBuild.RunAsync(_folder, TextWriter.Null, TextWriter.Null, CancellationToken.None))).Message, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData(0, "train")]
    [InlineData(0, "train", "--labels", "a.ndjson", "--task", "kind", "--text", "title,body", "--label", "type", "--out", "a.model")]
    [InlineData(0, "read", "feed.ndjson", "--model", "a.model", "--model", "b.model")]
    [InlineData(1, "train", "--labels", "a.ndjson")]
    [InlineData(1, "train", "--labels", "a.ndjson", "--task", "weather")]
    [InlineData(1, "train", "--task", "kind")]
    [InlineData(1, "train", "--out", "a.model")]
    [InlineData(1, "train", "--labels", "a.ndjson", "--task", "kind", "--format", "xml")]
    [InlineData(1, "read", "feed.ndjson", "--model")]
    public void Takes_what_its_help_says_and_nothing_else(int faults, params string[] typed) =>
        Assert.Equal(faults, CommandLine.Root().Parse(typed).Errors.Count);

    private string Model => Path.Combine(_folder, "out", "kind.model");

    private static IEnumerable<string> Lines() => Lessons.BugsAndFeatures.Select(text => JsonSerializer.Serialize(new { title = text.Text, type = text.Label }));

    private async Task<(string Output, string Errors)> TrainAsync(IEnumerable<string> lines, bool isJson)
    {
        var labels = Write("labels.ndjson", lines);
        var (output, errors) = (new StringWriter(), new StringWriter());
        Assert.Equal(0, await TrainingRun.RunAsync(new(labels, ReadingTask.Kind, ["title"], "type", Model, isJson), output, errors, CancellationToken.None));
        return (output.ToString(), errors.ToString());
    }

    private string Write(string name, IEnumerable<string> lines)
    {
        var path = Path.Combine(_folder, name);
        File.WriteAllLines(path, lines, new UTF8Encoding(false));
        return path;
    }
}
