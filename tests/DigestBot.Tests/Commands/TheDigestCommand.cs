using System.CommandLine;
using System.Text.Json;
using DigestBot.Cli;
using DigestBot.Tests.Testing;

namespace DigestBot.Tests.Commands;

public sealed class TheDigestCommand : IDisposable
{
    private readonly FeedOf _feed = Weeks();

    public void Dispose() => _feed.Dispose();

    [Fact]
    public async Task Writes_the_promised_shape_key_by_key()
    {
        var json = (await RunAsync("--week", "2025-W24", "--format", "json")).RootElement;

        Assert.Equal(["week", "from", "to", "mentions", "sources", "touchPoints", "runnersUp", "trends", "fadingTrends", "voices"], Keys(json));
        Assert.Equal("2025-W24", json.GetProperty("week").GetString());
        Assert.Equal("2025-06-09T00:00:00+00:00", json.GetProperty("from").GetString());
        Assert.Equal("2025-06-16T00:00:00+00:00", json.GetProperty("to").GetString());
        Assert.Equal(["name", "mentions", "state"], Keys(json.GetProperty("sources")[0]));
        var point = json.GetProperty("touchPoints")[0];
        Assert.Equal(["rank", "kind", "headline", "quote", "quotedMentionId", "department", "score", "reasons", "mentionIds", "metrics"], Keys(point));
        Assert.Equal(["mentions", "authors", "reach", "sentiment", "previousWeek"], Keys(point.GetProperty("metrics")));
        Assert.Matches("^(win|issue|trend|suggestion)$", point.GetProperty("kind").GetString());
    }

    [Fact]
    public async Task Cites_the_feeds_own_ids_of_that_week_only()
    {
        var json = (await RunAsync("--week", "2025-W24", "--format", "json")).RootElement;

        var cited = json.GetProperty("touchPoints").EnumerateArray().SelectMany(point => point.GetProperty("mentionIds").EnumerateArray()).Select(id => id.GetString()!).ToList();

        Assert.NotEmpty(cited);
        Assert.All(cited, id => Assert.StartsWith("w24-", id, StringComparison.Ordinal));
        Assert.Equal(cited.Count, cited.Distinct(StringComparer.Ordinal).Count());
    }

    [Fact]
    public async Task Counts_brand_mentions_only_and_the_same_one_once()
    {
        var json = (await RunAsync("--week", "2025-W24", "--format", "json", "--competitor", "Globex")).RootElement;

        Assert.Equal(13, json.GetProperty("mentions").GetInt32());
        Assert.DoesNotContain("Globex", json.GetProperty("touchPoints").GetRawText(), StringComparison.Ordinal);
    }

    [Fact]
    public async Task Says_that_a_source_is_silent_that_spoke_before()
    {
        var sources = (await RunAsync("--week", "2025-W24", "--format", "json")).RootElement.GetProperty("sources").EnumerateArray()
            .ToDictionary(source => source.GetProperty("name").GetString()!, source => source.GetProperty("state").GetString());

        Assert.Equal("silent", sources["forum"]);
        Assert.Equal("full", sources["social"]);
    }

    [Fact]
    public async Task Takes_the_last_complete_week_when_none_is_named() =>
        Assert.Equal("2025-W24", (await RunAsync("--format", "json")).RootElement.GetProperty("week").GetString());

    [Fact]
    public async Task Reads_weeks_in_the_zone_that_is_named()
    {
        using var feed = new FeedOf().Says("late", "Acme lost my bag again.", "2025-06-15T22:30:00Z").Written();

        Assert.Equal(1, (await OfAsync(feed.Path, "--week", "2025-W24")).RootElement.GetProperty("mentions").GetInt32());
        Assert.Equal(0, (await OfAsync(feed.Path, "--week", "2025-W24", "--time-zone", "Europe/Paris")).RootElement.GetProperty("mentions").GetInt32());
    }

    [Fact]
    public async Task Makes_an_empty_edition_of_a_week_without_data()
    {
        var json = (await RunAsync("--week", "2030-W01", "--format", "json")).RootElement;

        Assert.Equal(0, json.GetProperty("mentions").GetInt32());
        Assert.Empty(json.GetProperty("touchPoints").EnumerateArray());
    }

    [Fact]
    public async Task Is_the_same_to_the_byte_when_it_is_run_again() =>
        Assert.Equal(await TextAsync(_feed.Path, "--format", "json"), await TextAsync(_feed.Path, "--format", "json"));

    [Theory]
    [InlineData]
    [InlineData("--touch-point", "1")]
    public async Task Writes_a_bare_card_that_whatever_draws_adaptive_cards_can_draw(params string[] more)
    {
        using var written = JsonDocument.Parse(await TextAsync(_feed.Path, ["--week", "2025-W24", "--format", "teams", .. more]));
        var card = written.RootElement;

        Assert.Equal(("AdaptiveCard", "1.5"), (card.GetProperty("type").GetString(), card.GetProperty("version").GetString()));
        Assert.DoesNotContain("\"Badge\"", card.GetRawText(), StringComparison.Ordinal);
        Assert.DoesNotContain("\"Chart.", card.GetRawText(), StringComparison.Ordinal);
        Assert.False(card.TryGetProperty("refresh", out _));
    }

    [Fact]
    public async Task Writes_one_touch_point_when_asked_for_one()
    {
        var json = (await RunAsync("--week", "2025-W24", "--format", "json", "--touch-point", "1")).RootElement;

        Assert.Equal(1, json.GetProperty("rank").GetInt32());
    }

    [Fact]
    public async Task Tells_which_touch_points_there_are_when_that_one_is_not()
    {
        var failure = await Assert.ThrowsAsync<CommandException>(() => TextAsync(_feed.Path, "--touch-point", "40"));

        Assert.Equal(2, failure.ExitCode);
    }

    [Fact]
    public async Task Skips_a_bad_line_and_goes_on()
    {
        using var feed = new FeedOf().Line("{\"id\":").Says("good", "Acme lost my bag.", "2025-06-10T10:00:00Z").Written();

        Assert.Equal(1, (await OfAsync(feed.Path, "--week", "2025-W24")).RootElement.GetProperty("mentions").GetInt32());
    }

    [Fact]
    public async Task Reads_a_feed_in_csv_as_well()
    {
        var csv = Path.ChangeExtension(_feed.Path, ".csv");
        await File.WriteAllTextAsync(csv, "id,author,text,createdAt\nc1,ann,Acme lost my bag.,2025-06-10T10:00:00Z\n");

        Assert.Equal(1, (await OfAsync(csv)).RootElement.GetProperty("mentions").GetInt32());
    }

    [Fact]
    public async Task Fails_when_nothing_in_the_feed_can_be_read_or_it_is_not_there()
    {
        using var bad = new FeedOf().Line("no json").Written();

        Assert.Equal(1, (await Assert.ThrowsAsync<CommandException>(() => TextAsync(bad.Path, "--week", "2025-W24"))).ExitCode);
        Assert.Equal(1, (await Assert.ThrowsAsync<CommandException>(() => TextAsync(bad.Path + ".gone", "--week", "2025-W24"))).ExitCode);
    }

    [Theory]
    [InlineData("--week", "2025-W54")]
    [InlineData("--week", "yesterday")]
    [InlineData("--time-zone", "Mars/Olympus")]
    [InlineData("--format", "pdf")]
    [InlineData("--touch-point", "one")]
    public void Refuses_arguments_that_make_no_sense(string option, string value) =>
        Assert.NotEmpty(CommandLine.Root().Parse(["digest", "--feed", "f", "--brand", "Acme", option, value]).Errors);

    [Fact]
    public async Task Stops_without_writing_anything_when_it_is_interrupted()
    {
        using var stop = new CancellationTokenSource();
        await stop.CancelAsync();
        using var output = new StringWriter();

        await Assert.ThrowsAnyAsync<OperationCanceledException>(() => InvokeAsync(output, [_feed.Path], stop.Token));

        Assert.Empty(output.ToString());
    }

    private static FeedOf Weeks()
    {
        var feed = new FeedOf();
        foreach (var n in Enumerable.Range(0, 6))
            feed.Says($"w23-{n}", "Acme delayed my flight by three hours.", $"2025-06-0{2 + n}T08:00:00Z", n % 2 == 0 ? "forum" : "social");
        foreach (var n in Enumerable.Range(0, 12))
            feed.Says($"w24-{n}", $"Acme lost my luggage on flight {n} and nobody helps.", $"2025-06-{9 + (n % 7):00}T{8 + n:00}:00:00Z");
        return feed
            .Says("w24-0", "Acme lost my luggage on flight 0 and nobody helps.", "2025-06-09T08:00:00Z", likes: 50)
            .Says("w24-win", "Thank you Acme, the crew was wonderful and so kind to my mother.", "2025-06-12T08:00:00Z", likes: 9)
            .Says("w24-rival", "Globex lost my luggage.", "2025-06-12T09:00:00Z")
            .Says("w25-0", "Acme is fine.", "2025-06-17T08:00:00Z")
            .Written();
    }

    private Task<JsonDocument> RunAsync(params string[] arguments) => OfAsync(_feed.Path, arguments);

    private static async Task<JsonDocument> OfAsync(string feed, params string[] arguments) =>
        JsonDocument.Parse(await TextAsync(feed, [.. arguments.Where(argument => argument is not ("--format" or "json")), "--format", "json"]));

    private static async Task<string> TextAsync(string feed, params string[] arguments)
    {
        using var output = new StringWriter();
        await InvokeAsync(output, [feed, .. arguments], CancellationToken.None);
        return output.ToString();
    }

    private static async Task InvokeAsync(StringWriter output, string[] feedAndMore, CancellationToken stop)
    {
        var typed = CommandLine.Root().Parse(["digest", "--brand", "Acme", "--feed", .. feedAndMore]);
        Assert.Empty(typed.Errors);
        await typed.InvokeAsync(new() { Output = output, Error = TextWriter.Null, EnableDefaultExceptionHandler = false }, stop);
    }

    private static IEnumerable<string> Keys(JsonElement json) => json.EnumerateObject().Select(property => property.Name);
}
