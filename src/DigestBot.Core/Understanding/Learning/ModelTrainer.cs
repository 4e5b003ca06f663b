using DigestBot.Core.Mentions;

namespace DigestBot.Core.Understanding.Learning;

/// <summary>
/// Learns to answer one task from labelled texts, and finds out by cross-validation whether that is better than the reader
/// that ships. Same texts in the same order, same model, on every machine.
/// </summary>
public static class ModelTrainer
{
    private const int FewestRows = 20;
    private const int MostLabels = 200;

    /// <summary>Learns from labelled texts. 8,000 posts take some ten seconds of one core.</summary>
    /// <param name="rows">The texts with their labels.</param>
    /// <param name="task">What the labels are about.</param>
    /// <param name="progress">Told what is being done; may be null.</param>
    /// <param name="stop">Ends it.</param>
    /// <exception cref="TrainingException">There are too few texts, or fewer than two labels or more than 200.</exception>
    public static TrainedModel Train(IReadOnlyList<LabelledText> rows, ReadingTask task, IProgress<string>? progress, CancellationToken stop) =>
        Train(new LocalReader(new ReadingRules(new Brand(""))), rows, CorpusText.BuiltIn(task), task, progress, stop);

    /// <summary>Learns with a given reader as "what ships", and with texts of which the labelled ones are told apart; none leaves that out.</summary>
    internal static TrainedModel Train(
        LocalReader reader, IReadOnlyList<LabelledText> rows, IReadOnlyList<LabelledText> corpus, ReadingTask task, IProgress<string>? progress, CancellationToken stop)
    {
        var lesson = Lesson.Of(reader, Checked(rows), corpus, task, stop);
        progress?.Report($"{rows.Count} texts read, {lesson.Names.Length} labels");
        return Train(lesson, task, ShippedAnswers.Of(lesson), corpus.Count > 0, progress, stop);
    }

    /// <summary>Learns from labels that are the reader's own words: what it says is never translated, and an answer that no label has stands.</summary>
    internal static TrainedModel TrainInOurWords(
        LocalReader reader, IReadOnlyList<LabelledText> rows, IReadOnlyList<LabelledText> corpus, ReadingTask task, CancellationToken stop)
    {
        var lesson = Lesson.Of(reader, Checked(rows), corpus, task, stop);
        return Train(lesson, task, ShippedAnswers.AsSaid(lesson), corpus.Count > 0, progress: null, stop);
    }

    private static TrainedModel Train(Lesson lesson, ReadingTask task, ShippedAnswers shipped, bool hasCorpus, IProgress<string>? progress, CancellationToken stop)
    {
        var familiarity = hasCorpus ? Familiarity.Of(lesson, stop) : null;
        var trial = CrossValidation.Run(lesson, familiarity?.Strangers(shipped.Labels) ?? [], progress, stop);
        var figures = new TrainingFigures(lesson.Measure.Name, trial.Own, shipped.Figure, lesson.Labels.Length);
        return new(task, lesson.Names, ShippedAnswers.Meanings(lesson), shipped.Translation, Weights(lesson, trial, familiarity, stop), figures);
    }

    private static LinearModel Weights(Lesson lesson, CrossValidation.Trial trial, Familiarity? familiarity, CancellationToken stop)
    {
        var weights = Fitting.Run(lesson, lesson.AllRows, trial.Cost, stop);
        return familiarity is null
            ? LinearModel.Of(lesson.Table, weights, trial.Offsets)
            : LinearModel.Of(lesson.Table, [.. weights, familiarity.Weights], [.. trial.Offsets, -familiarity.Least]);
    }

    private static IReadOnlyList<LabelledText> Checked(IReadOnlyList<LabelledText> rows)
    {
        if (rows.Count < FewestRows)
            throw new TrainingException($"{rows.Count} labelled texts are too few to learn from; at least {FewestRows} are needed.");
        return rows.Select(row => row.Label).Distinct(StringComparer.Ordinal).Count() switch
        {
            < 2 => throw new TrainingException("All texts have the same label; at least two are needed."),
            > MostLabels => throw new TrainingException($"More than {MostLabels} different labels: is this the field with the label?"),
            _ => rows,
        };
    }
}
