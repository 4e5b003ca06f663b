namespace DigestBot.Core.Understanding.Learning;

/// <summary>Labelled texts made ready to learn from: features, numbers for labels, what the shipped reader answers.</summary>
internal sealed class Lesson
{
    private const int Folds = 5;

    /// <summary>The labels in ordinal order.</summary>
    internal required string[] Names { get; init; }

    /// <summary>Number of each text's label.</summary>
    internal required int[] Labels { get; init; }

    /// <summary>Texts of the corpus in the table, behind the labelled ones.</summary>
    internal int[] CorpusRows => [.. Enumerable.Range(Labels.Length, Table.Rows - Labels.Length)];

    /// <summary>Number of the label of every text of the table; -1 for one of the corpus that says nothing about these labels.</summary>
    internal required int[] TableLabels { get; init; }

    /// <summary>Texts of the corpus whose labels mean the same, so that they can be learned along.</summary>
    internal int[] CompanionRows => [.. CorpusRows.Where(row => TableLabels[row] >= 0)];

    /// <summary>What the shipped reader calls each text.</summary>
    internal required string[] Shipped { get; init; }

    /// <summary>The texts' features.</summary>
    internal required FeatureTable Table { get; init; }

    /// <summary>In which fifth of the cross-validation each text is; the same text stands in one alone.</summary>
    internal required int[] Fold { get; init; }

    /// <summary>What is to be best.</summary>
    internal required LabelMeasure Measure { get; init; }

    /// <summary>Number of folds.</summary>
    internal static int FoldCount => Folds;

    /// <summary>Every text.</summary>
    internal int[] AllRows => [.. Enumerable.Range(0, Labels.Length)];

    /// <summary>The texts in a fold, or those outside it.</summary>
    internal int[] RowsOf(int fold, bool inside) => [.. AllRows.Where(row => Fold[row] == fold == inside)];

    /// <summary>Reads the texts.</summary>
    internal static Lesson Of(
        LocalReader reader, IReadOnlyList<LabelledText> rows, IReadOnlyList<LabelledText> corpus, ReadingTask task, CancellationToken stop)
    {
        string[] names = [.. rows.Select(row => row.Label).Distinct(StringComparer.Ordinal).Order(StringComparer.Ordinal)];
        var (table, shipped) = Read(reader, rows, corpus, task, names.Length, stop);
        int[] labels = [.. rows.Select(row => Array.BinarySearch(names, row.Label, StringComparer.Ordinal))];
        return new()
        {
            Names = names,
            Labels = labels,
            TableLabels = [.. labels, .. Companions.LabelsOf(corpus, names, task)],
            Shipped = shipped,
            Table = table,
            Fold = FoldsOf(rows),
            Measure = new(task, names, LabelNames.YesOf(names)),
        };
    }

    private static (FeatureTable Table, string[] Shipped) Read(
        LocalReader reader, IReadOnlyList<LabelledText> rows, IReadOnlyList<LabelledText> corpus, ReadingTask task, int labels, CancellationToken stop)
    {
        var builder = new FeatureTable.Builder(labels);
        var shipped = new string[rows.Count];
        var features = new FeatureBuffer();
        for (var row = 0; row < rows.Count; row++)
        {
            stop.ThrowIfCancellationRequested();
            shipped[row] = reader.Study(rows[row], task, features);
            builder.Add(features);
        }
        foreach (var text in corpus)
        {
            stop.ThrowIfCancellationRequested();
            reader.Study(text, task, features);
            builder.Add(features);
        }
        return (builder.Build(), shipped);
    }

    private static int[] FoldsOf(IReadOnlyList<LabelledText> rows)
    {
        var order = Enumerable.Range(0, rows.Count).ToArray();
        new Shuffle(rows.Count).Run(order);
        var known = new Dictionary<string, int>(StringComparer.Ordinal);
        var folds = new int[rows.Count];
        foreach (var row in order)
        {
            if (!known.TryGetValue(rows[row].Text, out var fold))
                known.Add(rows[row].Text, fold = known.Count % Folds);
            folds[row] = fold;
        }
        return folds;
    }
}
