namespace DigestBot.Core.Understanding.Learning;

/// <summary>Which label each answer of the reader that ships stands for.</summary>
/// <param name="Pairs">Answers with the number of a label; an answer that is not there stands for none.</param>
internal sealed record Translation(IReadOnlyList<(string Said, int Label)> Pairs)
{
    /// <summary>For each answer the label that it meets most among <paramref name="rows"/>.</summary>
    internal static Translation Of(Lesson lesson, int[] rows) => new(
    [
        .. rows.GroupBy(row => lesson.Shipped[row], StringComparer.Ordinal).OrderBy(said => said.Key, StringComparer.Ordinal)
            .Take(ModelFile.MostLabels)
            .Select(said => (said.Key, said.GroupBy(row => lesson.Labels[row]).OrderByDescending(label => label.Count()).ThenBy(label => label.Key).First().Key)),
    ]);

    /// <summary>Where the reader that ships speaks the labels' language, its words as they are.</summary>
    internal static Translation? AsSaid(Lesson lesson)
    {
        var same = OfSame(lesson);
        return lesson.Shipped.All(said => same.LabelOf(said) >= 0) ? same : null;
    }

    /// <summary>The words of the reader that ships that are labels too.</summary>
    internal static Translation OfSame(Lesson lesson)
    {
        var pairs = lesson.Shipped.Distinct(StringComparer.Ordinal).Order(StringComparer.Ordinal)
            .Select(said => (said, Array.FindIndex(lesson.Names, name => IsSame(name, said)))).ToArray();
        return new([.. pairs.Where(pair => pair.Item2 >= 0)]);
    }

    /// <summary>Number of the label, or -1.</summary>
    internal int LabelOf(string said)
    {
        foreach (var (known, label) in Pairs)
        {
            if (string.Equals(known, said, StringComparison.Ordinal))
                return label;
        }
        return -1;
    }

    private static bool IsSame(string label, string said) => said switch
    {
        TaskAnswers.Yes => LabelNames.IsYes(label),
        TaskAnswers.No => LabelNames.IsNo(label),
        _ => string.Equals(label, said, StringComparison.OrdinalIgnoreCase),
    };
}
