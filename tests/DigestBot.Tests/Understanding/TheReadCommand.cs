using System.Text;
using System.Text.Json;
using DigestBot.Cli;

namespace DigestBot.Tests.Understanding;

public sealed class TheReadCommand : IDisposable
{
    private readonly string _feed = Path.GetTempFileName();

    public void Dispose() => File.Delete(_feed);

    [Fact]
    public async Task Answers_one_line_an_item_in_the_feeds_order_and_in_the_promised_shape()
    {
        var lines = await ReadAsync(["text"],
            """{"id":"a","text":"the app crashes"}""",
            """{"id":7,"text":"Please add a dark mode to the app"}""");
        Assert.Equal(
            """{"id":"a","language":"en","sentiment":"negative","sentimentScore":-0.695,"kind":"issue","isSuggestion":false,"suggestionScore":0.011,"department":"IT","topics":["app crashes","app"],"spam":false}""",
            WithScore(lines[0], "-0.695"));
        Assert.StartsWith("""{"id":"7","language":"en",""", lines[1], StringComparison.Ordinal);
        Assert.Equal(2, lines.Length);
    }

    [Fact]
    public async Task Joins_the_fields_that_make_the_text_and_passes_over_bad_lines()
    {
        var lines = await ReadAsync(["title", "body"],
            "not json",
            """{"id":"b","title":"Thanks","body":"You cancelled my flight"}""",
            """{"id":"c","text":"no title here"}""");
        var only = JsonDocument.Parse(Assert.Single(lines)).RootElement;
        Assert.Equal("issue", only.GetProperty("kind").GetString());
        Assert.Equal("cancellations", only.GetProperty("topics")[0].GetString());
    }

    [Fact]
    public async Task Keeps_the_order_over_many_batches()
    {
        var items = Enumerable.Range(0, 5_000).Select(i => $$"""{"id":"{{i}}","text":"flight {{i}} is late"}""").ToArray();
        var ids = (await ReadAsync(["text"], items)).Select(line => JsonDocument.Parse(line).RootElement.GetProperty("id").GetString());
        Assert.Equal(Enumerable.Range(0, 5_000).Select(i => $"{i}"), ids);
    }

    [Theory]
    [InlineData(0, "read", "feed.ndjson")]
    [InlineData(0, "read", "feed.ndjson", "--format", "ndjson", "--text", "title,body")]
    [InlineData(1, "read")]
    [InlineData(1, "read", "feed.ndjson", "--format", "xml")]
    [InlineData(1, "read", "feed.ndjson", "--text", ",")]
    public void Takes_what_its_help_says_and_nothing_else(int faults, params string[] typed) =>
        Assert.Equal(faults, CommandLine.Root().Parse(typed).Errors.Count);

    [Fact]
    public async Task Fails_in_plain_words_when_nothing_can_be_read()
    {
        var nothing = await Assert.ThrowsAsync<CommandException>(() => ReadAsync(["text"], "not json"));
        Assert.Equal(1, nothing.ExitCode);
        var missing = await Assert.ThrowsAsync<CommandException>(() => ReadCommand.RunAsync("no-such.ndjson", ["text"], [], Stream.Null, CancellationToken.None));
        Assert.Contains("no-such.ndjson", missing.Message, StringComparison.Ordinal);
    }

    private async Task<string[]> ReadAsync(string[] fields, params string[] lines)
    {
        await File.WriteAllLinesAsync(_feed, lines);
        using var output = new MemoryStream();
        Assert.Equal(0, await ReadCommand.RunAsync(_feed, fields, [], output, CancellationToken.None));
        return Encoding.UTF8.GetString(output.ToArray()).Split('\n', StringSplitOptions.RemoveEmptyEntries);
    }

    // The exact score is the lexicon's business; that it is a number from -1 to 1 is the shape's.
    private static string WithScore(string line, string score)
    {
        var number = JsonDocument.Parse(line).RootElement.GetProperty("sentimentScore");
        Assert.InRange(number.GetDouble(), -1, 1);
        return line.Replace(number.GetRawText(), score, StringComparison.Ordinal);
    }
}
