namespace DigestBot.Core.Understanding.Learning;

/// <summary>A model with its labels understood: which of them is a kind, a feeling, a yes.</summary>
internal sealed class TaughtModel
{
    private const double Slope = 2.5; // how fast a lead over the other labels becomes certainty
    private const double Clear = 0.16; // a score that stands for a feeling is at least so far from none

    private readonly TrainedModel _model;
    private readonly string?[] _names;
    private readonly MentionKind?[] _kinds;
    private readonly Sentiment[] _feelings;
    private readonly int _yes;

    /// <summary>Understands the labels by their own names, or by what the rules mostly say of the texts that have them.</summary>
    internal TaughtModel(TrainedModel model)
    {
        _model = model;
        _names = [.. model.Labels];
        _kinds = [.. model.Labels.Select((label, i) => LabelNames.KindOf(label) ?? LabelNames.KindOf(model.Meanings[i]))];
        _feelings = [.. model.Labels.Select((label, i) => LabelNames.FeelingOf(label) ?? LabelNames.FeelingOf(model.Meanings[i]) ?? Sentiment.Neutral)];
        _yes = LabelNames.YesOf(_names);
    }

    /// <summary>The kind and the label's own name for it; null when that is the usual one.</summary>
    internal (MentionKind Kind, string? Name) KindOf(FeatureBuffer features, MentionKind said)
    {
        Span<float> scores = stackalloc float[_model.Weights.Columns];
        var label = Best(features, scores) is var best and >= 0 ? best : _model.Translation.LabelOf(TaskAnswers.NameOf(said));
        if (label < 0)
            return (said, null);
        var kind = _kinds[label] ?? said;
        return (kind, TaskAnswers.NameOf(kind) == _names[label] ? null : _names[label]);
    }

    /// <summary>The department, or null.</summary>
    internal string? DepartmentOf(FeatureBuffer features, string? said)
    {
        Span<float> scores = stackalloc float[_model.Weights.Columns];
        var label = Best(features, scores) is var best and >= 0 ? best : _model.Translation.LabelOf(said ?? "");
        return label < 0 ? said : _names[label] is { Length: > 0 } name ? name : null;
    }

    /// <summary>0 to 1; 0.5 is the decision.</summary>
    internal double SuggestionOf(FeatureBuffer features, double said)
    {
        Span<float> scores = stackalloc float[_model.Weights.Columns];
        var best = Best(features, scores);
        if (best < 0)
            return said;
        var chance = Chance(scores[.._names.Length], _yes);
        return best == _yes ? Math.Max(0.5, chance) : Math.Min(0.499, chance);
    }

    /// <summary>The feeling and -1 to 1.</summary>
    internal (Sentiment Feeling, double Score) SentimentOf(FeatureBuffer features, Sentiment said, double saidScore)
    {
        Span<float> scores = stackalloc float[_model.Weights.Columns];
        var best = Best(features, scores);
        if (best < 0)
            return (said, saidScore);
        double score = 0;
        for (var label = 0; label < _names.Length; label++)
            score += (int)_feelings[label] * Chance(scores[.._names.Length], label);
        return (_feelings[best], _feelings[best] switch
        {
            Sentiment.Positive => Math.Clamp(score, Clear, 1),
            Sentiment.Negative => Math.Clamp(score, -1, -Clear),
            _ => Math.Clamp(score, -Clear + 0.001, Clear - 0.001),
        });
    }

    // -1 for a stranger: then what was said stands.
    private int Best(FeatureBuffer features, Span<float> scores)
    {
        _model.Score(features, scores);
        return _model.KnowsStrangers && scores[^1] < 0 ? -1 : LabelMeasure.Best(scores[.._names.Length]);
    }

    private static double Chance(ReadOnlySpan<float> scores, int label)
    {
        double all = 0;
        foreach (var score in scores)
            all += Math.Exp(Slope * (score - scores[label]));
        return 1 / all;
    }
}
