namespace DigestBot.Core.Understanding.Learning;

/// <summary>
/// Whether a text is like those that were learned from, or rather like those of the corpus that ships: a model that was taught
/// by a forum of programmers should not overrule the rules on a hotel review.
/// </summary>
/// <param name="Weights">Weight of each column.</param>
/// <param name="Least">A text below this score is a stranger.</param>
/// <param name="Held">Score of each labelled text when it was held back.</param>
internal sealed record Familiarity(float[] Weights, float Least, float[] Held)
{
    private const double Cost = 0.15;
    private const double Few = 0.03; // share of the learned texts that may be taken for strangers

    /// <summary>Learns it.</summary>
    internal static Familiarity Of(Lesson lesson, CancellationToken stop)
    {
        var scores = new float[lesson.Labels.Length];
        for (var fold = 0; fold < Lesson.FoldCount; fold++)
        {
            int[] learned = [.. lesson.RowsOf(fold, inside: false), .. lesson.CorpusRows.Where(row => row % Lesson.FoldCount != fold)];
            var held = Fit(lesson, learned, stop);
            foreach (var row in lesson.RowsOf(fold, inside: true))
                scores[row] = (float)DualDescent.Score(lesson.Table, held, row);
        }
        var sorted = scores.ToArray();
        Array.Sort(sorted);
        return new(Fit(lesson, [.. lesson.AllRows, .. lesson.CorpusRows], stop), Math.Min(0, sorted[(int)(sorted.Length * Few)]), scores);
    }

    /// <summary>What <paramref name="answers"/> says of the strangers, -1 for the others.</summary>
    internal int[] Strangers(int[] answers) => [.. answers.Select((answer, row) => Held[row] < Least ? answer : -1)];

    private static float[] Fit(Lesson lesson, int[] rows, CancellationToken stop)
    {
        var isOwn = new int[lesson.Table.Rows];
        Array.Fill(isOwn, 1, 0, lesson.Labels.Length);
        var importance = Importance.Of(lesson.Table, rows, isOwn, 2);
        return new DualDescent(lesson.Table, importance).Fit(rows, row => isOwn[row] == 1, new(Cost, lesson.Table.Rows), stop);
    }
}
