namespace DigestBot.Core.Understanding.Learning;

/// <summary>The models that a reader uses, at most one a task, and what they make of a text.</summary>
internal sealed class TaughtModels
{
    private readonly TaughtModel?[] _byTask = new TaughtModel?[Enum.GetValues<ReadingTask>().Length];

    /// <summary>Of two for the same task the later is used.</summary>
    /// <param name="models">The models.</param>
    /// <param name="lead">How far each must be ahead of what was said before it; null leaves it out.</param>
    internal TaughtModels(IEnumerable<TrainedModel> models, Func<ReadingTask, float?> lead)
    {
        foreach (var model in models)
            _byTask[(int)model.Task] = lead(model.Task) is { } least ? new(model, least) : null;
        IsEmpty = Array.TrueForAll(_byTask, model => model is null);
    }

    /// <summary>There is none.</summary>
    internal bool IsEmpty { get; }

    /// <summary>Lets every model correct what was said so far.</summary>
    internal void Correct(FeatureBuffer features, bool isFeelingSure, ref LearnedAnswers answers)
    {
        if (Of(ReadingTask.Kind) is { } kind)
            (answers.Kind, answers.KindName) = kind.KindOf(features, answers.Kind);
        if (Of(ReadingTask.Suggestion) is { } suggestion)
            answers.Suggestion = suggestion.SuggestionOf(features, answers.Suggestion);
        if (Of(ReadingTask.Sentiment) is { } sentiment && !isFeelingSure) // who gives stars says it plainly
            (answers.Sentiment, answers.SentimentScore) = sentiment.SentimentOf(features, answers.Sentiment, answers.SentimentScore);
        if (Of(ReadingTask.Department) is { } department)
            answers.Department = department.DepartmentOf(features, answers.Department);
    }

    private TaughtModel? Of(ReadingTask task) => _byTask[(int)task];
}
