namespace DigestBot.Core.Understanding.Learning;

/// <summary>The models that come with the program, made from the corpus in the repository and from nothing else.</summary>
public static class ShippedModels
{
    private static readonly Lazy<IReadOnlyList<TrainedModel>> Cached = new(() => [.. Load()]);

    /// <summary>Those that are in this program; read once.</summary>
    public static IReadOnlyList<TrainedModel> BuiltIn => Cached.Value;

    /// <summary>Makes them from the corpus; each with the name of its file.</summary>
    /// <param name="corpus">The labelled texts of each task.</param>
    /// <param name="progress">Told what is being done; may be null.</param>
    /// <param name="stop">Ends it.</param>
    public static IEnumerable<(string Name, TrainedModel Model)> Train(
        IReadOnlyDictionary<ReadingTask, IReadOnlyList<LabelledText>> corpus, IProgress<string>? progress, CancellationToken stop)
    {
        var reader = LocalReader.OfRules;
        foreach (var (task, rows) in corpus.Where(labels => ShippedTrust.LeadOf(labels.Key) is not null))
            yield return ($"{task.ToString().ToLowerInvariant()}.model", ModelTrainer.Train(reader, rows, [], task, progress, stop));
    }

    private static IEnumerable<TrainedModel> Load()
    {
        var assembly = typeof(ShippedModels).Assembly;
        foreach (var name in assembly.GetManifestResourceNames().Where(name => name.EndsWith(".model", StringComparison.Ordinal)).Order(StringComparer.Ordinal))
        {
            using var file = assembly.GetManifestResourceStream(name)!;
            yield return ModelFile.Read(file);
        }
    }
}
