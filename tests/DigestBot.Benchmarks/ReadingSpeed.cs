using System.Diagnostics;
using System.Globalization;
using System.Text.Json;
using System.Text.Json.Nodes;
using DigestBot.Core.Mentions;
using DigestBot.Core.Understanding;
using DigestBot.Core.Understanding.Learning;

namespace DigestBot.Benchmarks;

/// <summary>
/// Mentions of 140 characters a second that the reader understands with everything that ships, on one thread; how long its
/// models take to load and how large they are. Texts are the corpus, cut to length. npm vader-sentiment, which gives a
/// sentiment alone, is measured in the same run where it is to be had.
/// </summary>
internal static class ReadingSpeed
{
    private const int Characters = 140;
    private const int Rounds = 7;

    private const string Vader = """
        const texts = JSON.parse(require('fs').readFileSync(process.argv[1], 'utf8')), v = require('vader-sentiment').SentimentIntensityAnalyzer;
        for (const t of texts) v.polarity_scores(t);
        let best = 0;
        for (let i = 0; i < 3; i++) { const s = process.hrtime.bigint(); for (const t of texts) v.polarity_scores(t); best = Math.max(best, texts.length / (Number(process.hrtime.bigint() - s) / 1e9)); }
        console.log(Math.round(best));
        """;

    public static async Task<int> RunAsync(string? modules)
    {
        var load = Stopwatch.StartNew();
        var models = ShippedModels.BuiltIn;
        var loaded = load.Elapsed.TotalMilliseconds;
        var reader = new LocalReader(new ReadingRules(new Brand("Acme Air")));
        var line = new JsonObject
        {
            ["modelsMs"] = Math.Round(loaded, 1),
            ["readerMs"] = Math.Round(load.Elapsed.TotalMilliseconds - loaded, 1),
            ["modelBytes"] = models.Sum(BytesOf),
        };
        var texts = Texts();
        var rate = Fastest(reader, [.. texts.Select(text => new Mention(new("bench", "1"), "ann", text, DateTimeOffset.UnixEpoch))]);
        line["mentionsASecond"] = Math.Round(rate);
        if (modules is not null)
        {
            var peer = await PeerAsync(texts, modules);
            (line["vaderASecond"], line["againstVader"]) = (peer, Math.Round(rate / peer, 1));
        }
        System.Console.WriteLine(line.ToJsonString());
        return 0;
    }

    private static string[] Texts()
    {
        var all = string.Join(' ', CorpusText.BuiltIn(ReadingTask.Kind).Select(text => text.Text));
        return [.. Enumerable.Range(0, all.Length / Characters).Select(i => CleanText.Of(all.Substring(i * Characters, Characters)))];
    }

    private static double Fastest(LocalReader reader, Mention[] mentions)
    {
        double fastest = 0;
        for (var round = 0; round < Rounds; round++)
        {
            var watch = Stopwatch.StartNew();
            foreach (var mention in mentions)
                reader.Read(mention);
            fastest = Math.Max(fastest, mentions.Length / watch.Elapsed.TotalSeconds);
        }
        return fastest;
    }

    private static long BytesOf(TrainedModel model)
    {
        using var file = new MemoryStream();
        ModelFile.Write(model, file);
        return file.Length;
    }

    private static async Task<double> PeerAsync(string[] texts, string modules)
    {
        var file = Path.GetTempFileName();
        await File.WriteAllTextAsync(file, JsonSerializer.Serialize(texts));
        try
        {
            var start = new ProcessStartInfo("node", ["-e", Vader, file]) { RedirectStandardOutput = true, UseShellExecute = false, Environment = { ["NODE_PATH"] = modules } };
            using var node = Process.Start(start)!;
            var answer = await node.StandardOutput.ReadToEndAsync();
            await node.WaitForExitAsync();
            return double.Parse(answer, CultureInfo.InvariantCulture);
        }
        finally
        {
            File.Delete(file);
        }
    }
}
