namespace DigestBot.Core.Understanding.Learning;

/// <summary>
/// Texts of the corpus that are learned along with labelled ones where the labels mean the same: so that a model that was
/// taught by programmers still knows what a hotel guest asks for.
/// </summary>
internal static class Companions
{
    /// <summary>Number of the label of each text of the corpus, -1 where none means the same; all of them when a label has no counterpart.</summary>
    internal static int[] LabelsOf(IReadOnlyList<LabelledText> corpus, string[] names, ReadingTask task)
    {
        int[] labels = [.. corpus.Select(text => LabelOf(text.Label, names, task))];
        return labels.Distinct().Count(label => label >= 0) == names.Length ? labels : [.. labels.Select(_ => -1)];
    }

    private static int LabelOf(string label, string[] names, ReadingTask task) => task == ReadingTask.Suggestion
        ? Array.FindIndex(names, LabelNames.IsYes(label) ? LabelNames.IsYes : LabelNames.IsNo)
        : Array.FindIndex(names, name => string.Equals(name, label, StringComparison.OrdinalIgnoreCase));
}
