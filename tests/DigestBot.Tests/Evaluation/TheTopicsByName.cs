using System.Text.Json;
using DigestBot.Cli;

namespace DigestBot.Tests.Evaluation;

public sealed class TheTopicsByName : IDisposable
{
    private readonly string _folder = Directory.CreateTempSubdirectory().FullName;

    public void Dispose() => Directory.Delete(_folder, recursive: true);

    [Fact]
    public void Are_measured_with_each_brands_names_and_no_words()
    {
        Write(("Shop", "where is my parcel", ["Delivery"]), ("Shop", "lovely shop window", []), ("Radio", "where is my parcel", ["Playlist"]));
        Assert.Equal([("micro F1", 0.667), ("precision", 1)], Measured());
    }

    [Fact]
    public void Fall_when_a_topic_is_claimed_that_nobody_meant()
    {
        Write(("Shop", "where is my parcel", ["Delivery"]), ("Shop", "your courier waved at me", []));
        Assert.Equal([("micro F1", 0.667), ("precision", 0.5)], Measured());
    }

    private List<(string, double)> Measured() =>
        [.. EvaluateCommand.Measure(_folder, isTrained: false, TextWriter.Null, default).Select(figure => (figure.Metric, figure.Rounded))];

    private void Write(params (string Brand, string Text, string[] Topics)[] rows)
    {
        var set = Directory.CreateDirectory(Path.Combine(_folder, "support-topics")).FullName;
        File.WriteAllLines(Path.Combine(set, "train.ndjson"), rows.Select((row, n) => JsonSerializer.Serialize(new { id = $"{n}", brand = row.Brand, text = row.Text, topics = row.Topics })));
    }
}
