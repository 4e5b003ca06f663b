namespace DigestBot.Core.Understanding.Learning;

/// <summary>The shipped reader's answers in the words of the labels.</summary>
/// <param name="Translation">How they are translated.</param>
/// <param name="Labels">By text, translated without looking at the text's own label; -1 where there is no word for it.</param>
/// <param name="Figure">How good they are.</param>
internal sealed record ShippedAnswers(Translation Translation, int[] Labels, double Figure)
{
    /// <summary>The better of its own words, where it speaks the labels' language already, and of a translation.</summary>
    internal static ShippedAnswers Of(Lesson lesson)
    {
        var translated = Translated(lesson);
        if (Translation.AsSaid(lesson) is not { } plain)
            return translated;
        var answers = Array.ConvertAll(lesson.Shipped, plain.LabelOf);
        var figure = lesson.Measure.Of(answers, lesson.Labels);
        return figure >= translated.Figure ? new(plain, answers, figure) : translated;
    }

    /// <summary>Its own words as they are; one that is no label is wrong.</summary>
    internal static ShippedAnswers AsSaid(Lesson lesson)
    {
        var plain = Translation.OfSame(lesson);
        var answers = Array.ConvertAll(lesson.Shipped, plain.LabelOf);
        return new(plain, answers, lesson.Measure.Of(answers, lesson.Labels));
    }

    /// <summary>What the shipped reader mostly says where a label is true, by label.</summary>
    internal static string[] Meanings(Lesson lesson) =>
    [
        .. lesson.Names.Select((name, label) => lesson.AllRows.Where(row => lesson.Labels[row] == label)
            .GroupBy(row => lesson.Shipped[row], StringComparer.Ordinal)
            .OrderByDescending(said => said.Count()).ThenBy(said => said.Key, StringComparer.Ordinal).First().Key),
    ];

    // The translation for a fold is made of the other folds.
    private static ShippedAnswers Translated(Lesson lesson)
    {
        var answers = new int[lesson.Labels.Length];
        for (var fold = 0; fold < Lesson.FoldCount; fold++)
        {
            var translation = Translation.Of(lesson, lesson.RowsOf(fold, inside: false));
            foreach (var row in lesson.RowsOf(fold, inside: true))
                answers[row] = translation.LabelOf(lesson.Shipped[row]);
        }
        return new(Translation.Of(lesson, lesson.AllRows), answers, lesson.Measure.Of(answers, lesson.Labels));
    }
}
