using System.Text;
using System.Text.Json;
using DigestBot.Cli;

namespace DigestBot.Tests.Grouping;

public sealed class TheStoriesCommand
{
    [Fact]
    public async Task Answers_in_the_order_of_the_feed_and_needs_only_ids_and_texts()
    {
        var (lines, errors) = await RunAsync(
            """
            {"id":"b","text":"My bag never arrived in Lisbon today"}
            {"id":"c","text":"The crew was lovely on the way home"}
            not json
            {"id":"a","text":"RT @x: My bag never arrived in Lisbon today"}
            """);
        Assert.Equal(["b", "c", "a"], lines.Select(line => line.Id));
        Assert.Equal(lines[0].Story, lines[2].Story);
        Assert.NotEqual(lines[0].Story, lines[1].Story);
        Assert.Contains("line 3", errors, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Joins_the_fields_it_is_told_to()
    {
        const string Feed =
            """
            {"id":"1","title":"Bag lost on the Lisbon flight","body":"It was the green one with my camera inside"}
            {"id":"2","title":"Bag lost on the Lisbon flight","body":"Nobody at the desk speaks to us since noon"}
            """;
        var (together, _) = await RunAsync(Feed, "title");
        var (apart, _) = await RunAsync(Feed, "title", "body");
        Assert.Single(together.Select(line => line.Story).Distinct());
        Assert.Equal(2, apart.Select(line => line.Story).Distinct().Count());
    }

    [Theory]
    [InlineData("nothing here is json")]
    [InlineData("")]
    public async Task Refuses_a_feed_in_which_nothing_can_be_read(string feed)
    {
        var failure = await Assert.ThrowsAsync<CommandException>(() => RunAsync(feed));
        Assert.Equal(1, failure.ExitCode);
    }

    [Fact]
    public async Task Says_what_to_do_when_there_is_no_such_file()
    {
        var failure = await Assert.ThrowsAsync<CommandException>(
            () => StoriesCommand.RunAsync("/no/such/feed.ndjson", ["text"], Stream.Null, TextWriter.Null, default));
        Assert.Equal(1, failure.ExitCode);
        Assert.Contains("Check the path", failure.Message, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Writes_nothing_when_it_is_interrupted()
    {
        using var output = new MemoryStream();
        var path = await FileOfAsync("""{"id":"1","text":"My bag never arrived"}""");
        await Assert.ThrowsAnyAsync<OperationCanceledException>(
            () => StoriesCommand.RunAsync(path, ["text"], output, TextWriter.Null, new CancellationToken(canceled: true)));
        Assert.Equal(0, output.Length);
    }

    private static async Task<(List<(string Id, string Story)> Lines, string Errors)> RunAsync(string feed, params string[] fields)
    {
        using var output = new MemoryStream();
        using var errors = new StringWriter();
        var exit = await StoriesCommand.RunAsync(await FileOfAsync(feed), fields.Length == 0 ? ["text"] : fields, output, errors, default);
        Assert.Equal(0, exit);
        var lines = Encoding.UTF8.GetString(output.ToArray()).Split('\n', StringSplitOptions.RemoveEmptyEntries);
        return ([.. lines.Select(line => JsonDocument.Parse(line).RootElement).Select(line => (line.GetProperty("id").GetString()!, line.GetProperty("story").GetString()!))], errors.ToString());
    }

    private static async Task<string> FileOfAsync(string feed)
    {
        var path = Path.Combine(Directory.CreateTempSubdirectory("stories").FullName, "feed.ndjson");
        await File.WriteAllTextAsync(path, feed);
        return path;
    }
}
