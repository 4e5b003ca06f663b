namespace DigestBot.Core.Understanding.Learning;

/// <summary>The models that a reader uses, at most one a task, and what they make of a text.</summary>
internal sealed class TaughtModels
{
    [ThreadStatic]
    private static FeatureBuffer? buffer;

    private readonly TaughtModel?[] _byTask = new TaughtModel?[Enum.GetValues<ReadingTask>().Length];
    private readonly bool _isEmpty;

    /// <summary>Of two for the same task the later is used.</summary>
    internal TaughtModels(IEnumerable<TrainedModel> models)
    {
        foreach (var model in models)
            _byTask[(int)model.Task] = new(model);
        _isEmpty = Array.TrueForAll(_byTask, model => model is null);
    }

    /// <summary>The rules' answers, corrected by every model.</summary>
    internal LearnedAnswers Correct(in TokenizedText text, in RuleAnswers rules, bool hasRating)
    {
        var answers = LearnedAnswers.Of(rules);
        if (_isEmpty)
            return answers;
        var features = buffer ??= new();
        FeatureReader.Run(text, rules, features);
        if (Of(ReadingTask.Kind) is { } kind)
            (answers.Kind, answers.KindName) = kind.KindOf(features, rules.Kind);
        if (Of(ReadingTask.Suggestion) is { } suggestion)
            answers.Suggestion = suggestion.SuggestionOf(features);
        if (Of(ReadingTask.Sentiment) is { } sentiment && !hasRating) // who gives stars says it plainly
            (answers.Sentiment, answers.SentimentScore) = sentiment.SentimentOf(features);
        if (Of(ReadingTask.Department) is { } department)
            answers.Department = department.NameOf(features);
        return answers;
    }

    private TaughtModel? Of(ReadingTask task) => _byTask[(int)task];
}
