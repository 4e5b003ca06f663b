namespace DigestBot.Core.Understanding.Learning;

/// <summary>The shipped reader's answers in the words of the labels: each of its names stands for the label it meets most.</summary>
internal static class ShippedAnswers
{
    /// <summary>The shipped reader's figure; where it speaks the labels' language already, the better of its own word and the translation.</summary>
    internal static double Figure(Lesson lesson) => Math.Max(Translated(lesson), AsSaid(lesson));

    // The translation for a fold is made of the other folds.
    private static double Translated(Lesson lesson)
    {
        var answers = new int[lesson.Labels.Length];
        for (var fold = 0; fold < Lesson.FoldCount; fold++)
        {
            var translation = Translation(lesson, lesson.RowsOf(fold, inside: false));
            foreach (var row in lesson.RowsOf(fold, inside: true))
                answers[row] = translation.GetValueOrDefault(lesson.Shipped[row]);
        }
        return lesson.Measure.Of(answers, lesson.Labels);
    }

    private static double AsSaid(Lesson lesson)
    {
        var answers = Array.ConvertAll(lesson.Shipped, said => Array.FindIndex(lesson.Names, name => string.Equals(name, said, StringComparison.OrdinalIgnoreCase)));
        return Array.TrueForAll(answers, label => label >= 0) ? lesson.Measure.Of(answers, lesson.Labels) : 0;
    }

    /// <summary>What the shipped reader mostly says where a label is true, by label.</summary>
    internal static string[] Meanings(Lesson lesson) =>
    [
        .. lesson.Names.Select((name, label) => lesson.AllRows.Where(row => lesson.Labels[row] == label)
            .GroupBy(row => lesson.Shipped[row], StringComparer.Ordinal)
            .OrderByDescending(said => said.Count()).ThenBy(said => said.Key, StringComparer.Ordinal).First().Key),
    ];

    private static Dictionary<string, int> Translation(Lesson lesson, int[] rows) =>
        rows.GroupBy(row => lesson.Shipped[row], StringComparer.Ordinal).ToDictionary(
            said => said.Key,
            said => said.GroupBy(row => lesson.Labels[row]).OrderByDescending(label => label.Count()).ThenBy(label => label.Key).First().Key,
            StringComparer.Ordinal);
}
