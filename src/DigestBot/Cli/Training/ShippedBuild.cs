using System.Globalization;
using DigestBot.Core.Understanding.Learning;

namespace DigestBot.Cli.Training;

/// <summary>Makes the shipped models anew from the corpus in the repository: the same bytes on every machine.</summary>
internal static class ShippedBuild
{
    private static readonly string Place = Path.Combine("src", "DigestBot.Core", "Understanding");

    /// <summary>Looks for the repository from <paramref name="folder"/> upwards, and writes the models there; the exit code.</summary>
    /// <exception cref="CommandException">There is no repository with a corpus.</exception>
    internal static async Task<int> RunAsync(string folder, TextWriter output, TextWriter errors, CancellationToken stop)
    {
        var place = Find(folder) ?? throw new CommandException(
            $"There is no {Path.Combine(Place, "Corpus")} here or above. Start this in the repository, or name labels of your own with --labels.");
        var corpus = Path.Combine(place, "Corpus");
        var models = Path.Combine(place, "Models");
        Directory.CreateDirectory(models);
        var texts = await Task.WhenAll(Directory.GetFiles(corpus, "*.ndjson").Order(StringComparer.Ordinal).Select(path => File.ReadAllTextAsync(path, stop)));
        var rows = CorpusText.Parse(texts);
        foreach (var (name, model) in ShippedModels.Train(rows, new TrainingProgress(TimeProvider.System, errors), stop))
        {
            using var file = File.Create(Path.Combine(models, name));
            ModelFile.Write(model, file);
            await output.WriteLineAsync(string.Create(CultureInfo.InvariantCulture, $"{name}  {model.Figures.Rows} rows  {model.Figures.Measure} {model.Figures.Own:0.000}  rules {model.Figures.Shipped:0.000}  {file.Length} bytes"));
        }
        return 0;
    }

    private static string? Find(string folder)
    {
        for (var at = new DirectoryInfo(folder); at is not null; at = at.Parent)
        {
            if (Directory.Exists(Path.Combine(at.FullName, Place, "Corpus")))
                return Path.Combine(at.FullName, Place);
        }
        return null;
    }
}
