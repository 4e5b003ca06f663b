using System.Globalization;
using System.Text.Json;
using DigestBot.Cli;
using DigestBot.Tests.Understanding.Learning;

namespace DigestBot.Tests.Evaluation;

public sealed class TheEvaluateCommand : IDisposable
{
    private static readonly string[] Copies =
    [
        "The new boarding app keeps crashing at the gate since yesterday", "RT The new boarding app keeps crashing at the gate since yesterday",
        "Lovely crew on the evening flight to Porto, thank you all", "Where do I find my receipt for the extra bag please?",
    ];

    private readonly string _folder = Directory.CreateTempSubdirectory().FullName;
    private readonly StringWriter _output = new();

    public void Dispose()
    {
        Directory.Delete(_folder, recursive: true);
        _output.Dispose();
    }

    [Fact]
    public async Task Prints_a_line_for_every_figure_with_the_one_before()
    {
        WriteRequests("Please add a dark mode to the app");
        await File.WriteAllTextAsync(Path.Combine(_folder, "figures.json"), """{"suggestion, hotel reviews: F1":0.5}""");

        Assert.Equal(0, await RunAsync());
        Assert.Matches(@"^task +metric +figure +previous\nsuggestion, hotel reviews +F1 +1\.000 +0\.500\n$", Printed);
    }

    [Fact]
    public async Task Fails_and_names_the_figure_that_fell()
    {
        WriteRequests("The breakfast was cold");
        await File.WriteAllTextAsync(Path.Combine(_folder, "figures.json"), """{"suggestion, hotel reviews: F1":0.5}""");

        var failure = await Assert.ThrowsAsync<CommandException>(() => RunAsync());
        Assert.Equal(1, failure.ExitCode);
        Assert.Contains("suggestion, hotel reviews: F1", failure.Message, StringComparison.Ordinal);
        Assert.Contains("worse", Printed, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Keeps_what_is_reached_now_beside_the_figures_of_other_sets()
    {
        WriteRequests("Please add a dark mode to the app");
        var file = Path.Combine(_folder, "elsewhere.json");
        await File.WriteAllTextAsync(file, """{"another: F1":0.25}""");

        Assert.Equal(0, await RunAsync("--figures", file, "--record"));
        Assert.Equal("""{"another: F1":0.25,"suggestion, hotel reviews: F1":1}""", JsonSerializer.Serialize(JsonDocument.Parse(await File.ReadAllTextAsync(file)).RootElement));
    }

    [Fact]
    public async Task Measures_copies_and_reports_them_as_json()
    {
        var set = Directory.CreateDirectory(Path.Combine(_folder, "near-duplicates")).FullName;
        await File.WriteAllLinesAsync(Path.Combine(set, "items.ndjson"), Copies.Select((text, n) => JsonSerializer.Serialize(new { id = $"{n}", text })));
        await File.WriteAllLinesAsync(Path.Combine(set, "labels.ndjson"), Copies.Select((_, n) => JsonSerializer.Serialize(new { id = $"{n}", cluster = n < 2 ? "a" : $"{n}" })));

        Assert.Equal(0, await RunAsync("--format", "json"));
        Assert.Equal("""{"task":"near-duplicates","metric":"pair F1","figure":1,"previous":null,"worse":false}""", Printed.Split('\n')[0]);
    }

    [Fact]
    public async Task Finds_a_planted_trend_in_a_feed_and_claims_none_where_the_weeks_are_shuffled()
    {
        WriteFeed();
        Assert.Equal(0, await RunAsync());
        Assert.Matches(@"trends, bank +recall at 5 +1\.000", Printed);
        Assert.Matches(@"trends, bank +precision +1\.000", Printed);
        Assert.Matches(@"shuffled, bank +trends a week +0\.000", Printed);
    }

    [Fact]
    public async Task Counts_a_fall_of_what_should_be_low_when_it_rises()
    {
        WriteFeed();
        await File.WriteAllTextAsync(Path.Combine(_folder, "figures.json"), """{"shuffled, bank: trends a week":-1}""");
        var failure = await Assert.ThrowsAsync<CommandException>(() => RunAsync());
        Assert.Contains("shuffled, bank: trends a week", failure.Message, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("not json", "line 1")]
    [InlineData("[1,2]", "line 1")]
    public async Task Says_which_line_of_which_file_cannot_be_read(string line, string place)
    {
        var set = Directory.CreateDirectory(Path.Combine(_folder, "suggestion-mining")).FullName;
        await File.WriteAllTextAsync(Path.Combine(set, "dev-hotel.ndjson"), line);
        var failure = await Assert.ThrowsAsync<CommandException>(() => RunAsync());
        Assert.Contains("dev-hotel.ndjson", failure.Message, StringComparison.Ordinal);
        Assert.Contains(place, failure.Message, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Says_what_is_expected_of_a_folder_without_sets()
    {
        var failure = await Assert.ThrowsAsync<CommandException>(() => RunAsync());
        Assert.Contains("expected folders such as", failure.Message, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Says_so_when_the_recorded_figures_are_no_figures()
    {
        WriteRequests("Please add a dark mode to the app");
        await File.WriteAllTextAsync(Path.Combine(_folder, "figures.json"), "{");
        var failure = await Assert.ThrowsAsync<CommandException>(() => RunAsync());
        Assert.Contains("figures.json", failure.Message, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Learns_from_a_set_only_when_asked_and_measures_what_was_held_back()
    {
        var set = Directory.CreateDirectory(Path.Combine(_folder, "issue-types")).FullName;
        var rows = Lessons.BugsAndFeatures.Select((text, n) => JsonSerializer.Serialize(new { id = $"{n}", repo = "ours", title = text.Text, label = text.Label })).ToArray();
        await File.WriteAllLinesAsync(Path.Combine(set, "train.ndjson"), rows.Where((_, n) => n % 4 > 0));
        await File.WriteAllLinesAsync(Path.Combine(set, "dev.ndjson"), rows.Where((_, n) => n % 4 == 0));

        Assert.Equal(0, await RunAsync());
        Assert.DoesNotContain(", trained", Printed, StringComparison.Ordinal);
        Assert.Equal(0, await RunAsync("--trained"));
        Assert.Matches(@"bug, feature or question, trained +macro F1 +(1\.000|0\.9)", Printed);
    }

    private string Printed => _output.ToString().ReplaceLineEndings("\n");

    private Task<int> RunAsync(params string[] options) => CommandLine.Root().Parse(["evaluate", _folder, .. options]).InvokeAsync(
        new() { Output = _output, Error = TextWriter.Null, EnableDefaultExceptionHandler = false });

    // One request and one that is none, so that every answer shows.
    private void WriteRequests(string request)
    {
        var set = Directory.CreateDirectory(Path.Combine(_folder, "suggestion-mining")).FullName;
        File.WriteAllLines(Path.Combine(set, "dev-hotel.ndjson"), [$$"""{"id":"1","text":"{{request}}","label":1}""", """{"id":"2","text":"The room was clean.","label":0}"""]);
    }

    // Five weeks of talk about many things; in the fifth thirty people speak of the same.
    private void WriteFeed()
    {
        var feed = Directory.CreateDirectory(Path.Combine(_folder, "feeds", "bank")).FullName;
        string[] subjects = ["statement", "cheque", "mortgage", "branch", "standing order", "overdraft", "savings", "address", "interest", "loan", "currency", "deposit"];
        var calm = Enumerable.Range(0, 300).Select(n => (Week: n / 60, Text: $"My {subjects[n % 12]} question number {n * 7919 % 997} is open", Intent: subjects[n % 12]));
        var burst = Enumerable.Range(0, 30).Select(n => (Week: 4, Text: $"The fingerprint login refused me {n * 31 % 59} times at {subjects[n % 12]}", Intent: "login"));
        var items = calm.Concat(burst).OrderBy(item => item.Week).ToList();
        File.WriteAllLines(Path.Combine(feed, "items.ndjson"), items.Select((item, n) => JsonSerializer.Serialize(new
        {
            id = $"{n}", source = "chat", author = $"u{n}", text = item.Text,
            createdAt = new DateTimeOffset(2025, 6, 2, 0, 0, 0, TimeSpan.Zero).AddDays(7 * item.Week).AddMinutes(n * 13 % 10_000).ToString("O", CultureInfo.InvariantCulture),
        })));
        File.WriteAllLines(Path.Combine(feed, "labels.ndjson"), items.Select((item, n) => JsonSerializer.Serialize(new { id = $"{n}", intent = item.Intent })));
        File.WriteAllText(Path.Combine(feed, "gold.json"), """{"company":"Example Bank","plantedTrends":[{"week":5,"intent":"login"}]}""");
    }
}
