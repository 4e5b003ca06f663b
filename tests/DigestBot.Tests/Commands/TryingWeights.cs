using System.Text.Json;
using DigestBot.Cli;
using DigestBot.Tests.Testing;

namespace DigestBot.Tests.Commands;

/// <summary><c>digest --try-weights</c> on a feed.</summary>
public sealed class TryingWeights : IDisposable
{
    private readonly FeedOf _feed = Feed();

    public void Dispose() => _feed.Dispose();

    [Fact]
    public async Task Shows_each_past_week_and_the_lines_to_put_into_the_settings()
    {
        var text = await RunAsync("severity=3,novelty=0.5", "--weeks", "2", "--week", "2025-W24");

        Assert.StartsWith("Tried: novelty 0.5, severity 3. Nothing is saved.", text, StringComparison.Ordinal);
        Assert.Contains("2025-W23: ", text, StringComparison.Ordinal);
        Assert.Contains("2025-W24: ", text, StringComparison.Ordinal);
        Assert.Contains("  \"Ranking\": {\n    \"Weights\": {\n      \"novelty\": 0.5,\n      \"severity\": 3\n    }\n  }", text, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Writes_the_promised_shape()
    {
        using var written = JsonDocument.Parse(await RunAsync("engagement=10,authors=0", "--weeks", "1", "--week", "2025-W24", "--format", "json"));
        var json = written.RootElement;

        Assert.Equal(["tried", "weeks", "settings"], json.EnumerateObject().Select(property => property.Name));
        var week = json.GetProperty("weeks")[0];
        Assert.Equal("2025-W24", week.GetProperty("week").GetString());
        var points = week.GetProperty("touchPoints").EnumerateArray().ToList();
        Assert.NotEmpty(points);
        Assert.All(points, point => Assert.Equal(["was", "would", "change", "kind", "headline", "scoreWas", "scoreWould"], point.EnumerateObject().Select(property => property.Name)));
        Assert.Equal(10, json.GetProperty("settings").GetProperty("Ranking").GetProperty("Weights").GetProperty("engagement").GetDouble());
    }

    [Theory]
    [InlineData("sevrity=3", "--try-weights: sevrity is no signal; did you mean severity?")]
    [InlineData("severity=11", "--try-weights: severity must be between 0 and 10.")]
    [InlineData("severity", "--try-weights: 'severity' needs a number from 0 to 10 behind it, for example severity=3.")]
    [InlineData("severity=much", "--try-weights: 'severity' needs a number from 0 to 10 behind it, for example severity=3.")]
    [InlineData(",", "--try-weights needs a signal and its weight, for example --try-weights severity=3.")]
    public void Says_what_is_wrong_with_a_weight(string weights, string fault) =>
        Assert.Equal(fault, Parse("--try-weights", weights).Errors[0].Message);

    [Fact]
    public void Needs_no_feed_for_what_is_tried_on_the_store() => Assert.Empty(Parse("--try-weights", "severity=3").Errors);

    [Theory]
    [InlineData("Option '--feed' is required.")]
    [InlineData("Option '--brand' is required.", "--feed", "f")]
    [InlineData("--try-weights is written as text or json.", "--try-weights", "severity=3", "--format", "html")]
    [InlineData("--weeks goes with --try-weights.", "--feed", "f", "--brand", "Acme", "--weeks", "2")]
    [InlineData("--weeks must be between 1 and 26.", "--try-weights", "severity=3", "--weeks", "27")]
    public void Says_what_does_not_go_together(string fault, params string[] words) =>
        Assert.Contains(fault, Parse(words).Errors.Select(error => error.Message));

    [Fact]
    public async Task Refuses_a_misspelt_option_beside_a_feed()
    {
        var typed = Parse("--feed", _feed.Path, "--brand", "Acme", "--foo");

        var failure = await Assert.ThrowsAsync<CommandException>(() => typed.InvokeAsync(new() { EnableDefaultExceptionHandler = false }));

        Assert.Equal((2, "Unknown option or argument '--foo'. See: digestbot digest --help"), (failure.ExitCode, failure.Message));
    }

    private static System.CommandLine.ParseResult Parse(params string[] words) => CommandLine.Root().Parse(["digest", .. words]);

    private async Task<string> RunAsync(string weights, params string[] more)
    {
        using var output = new StringWriter();
        var typed = Parse(["--feed", _feed.Path, "--brand", "Acme", "--try-weights", weights, .. more]);
        Assert.Empty(typed.Errors);
        await typed.InvokeAsync(new() { Output = output, Error = TextWriter.Null, EnableDefaultExceptionHandler = false });
        return output.ToString();
    }

    private static FeedOf Feed()
    {
        var feed = new FeedOf();
        foreach (var n in Enumerable.Range(0, 6))
            feed.Says($"w23-{n}", "Acme delayed my flight by three hours.", $"2025-06-0{2 + n}T08:00:00Z");
        foreach (var n in Enumerable.Range(0, 7))
            feed.Says($"w24-{n}", $"Acme lost my luggage on flight {n} and nobody helps.", $"2025-06-{9 + n:00}T08:00:00Z", likes: n);
        return feed.Written();
    }
}
