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
    private readonly float _lead;

    /// <summary>Understands the labels by their own names, or by what the rules mostly say of the texts that have them.</summary>
    /// <param name="model">The model.</param>
    /// <param name="lead">How far its answer must be ahead of what was said before; 0 always takes its answer.</param>
    internal TaughtModel(TrainedModel model, float lead)
    {
        (_model, _lead) = (model, lead);
        _names = [.. model.Labels];
        _kinds = [.. model.Labels.Select((label, i) => LabelNames.KindOf(label) ?? LabelNames.KindOf(model.Meanings[i]))];
        _feelings = [.. model.Labels.Select((label, i) => LabelNames.FeelingOf(label) ?? LabelNames.FeelingOf(model.Meanings[i]) ?? Sentiment.Neutral)];
        _yes = LabelNames.YesOf(_names);
    }

    /// <summary>The kind and the label's own name for it; null when that is the usual one.</summary>
    internal (MentionKind Kind, string? Name) KindOf(FeatureBuffer features, MentionKind said)
    {
        Span<float> scores = stackalloc float[_model.Weights.Columns];
        var label = Best(features, scores, TaskAnswers.NameOf(said));
        if (label < 0)
            return (said, null);
        var kind = _kinds[label] ?? said;
        return (kind, TaskAnswers.NameOf(kind) == _names[label] ? null : _names[label]);
    }

    /// <summary>The department, or null.</summary>
    internal string? DepartmentOf(FeatureBuffer features, string? said)
    {
        Span<float> scores = stackalloc float[_model.Weights.Columns];
        var label = Best(features, scores, said ?? "");
        return label < 0 ? said : _names[label] is { Length: > 0 } name ? name : null;
    }

    /// <summary>0 to 1; 0.5 is the decision.</summary>
    internal double SuggestionOf(FeatureBuffer features, double said)
    {
        Span<float> scores = stackalloc float[_model.Weights.Columns];
        var best = Best(features, scores, TaskAnswers.NameOfChance(said));
        if (best < 0 || TaskAnswers.NameOfChance(said) == TaskAnswers.NameOf(best == _yes) && _lead > 0)
            return said;
        var chance = Chance(scores[.._names.Length], _yes);
        return best == _yes ? Math.Max(0.5, chance) : Math.Min(0.499, chance);
    }

    /// <summary>The feeling and -1 to 1.</summary>
    internal (Sentiment Feeling, double Score) SentimentOf(FeatureBuffer features, Sentiment said, double saidScore)
    {
        Span<float> scores = stackalloc float[_model.Weights.Columns];
        var best = Best(features, scores, TaskAnswers.NameOf(said));
        if (best < 0 || (_lead > 0 && _feelings[best] == said))
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

    // The label of what was said, -1 when there is none, for strangers and where the lead is too small.
    private int Best(FeatureBuffer features, Span<float> scores, string said)
    {
        _model.Score(features, scores);
        if (_model.KnowsStrangers && scores[^1] < 0)
            return _model.Translation.LabelOf(said);
        var best = LabelMeasure.Best(scores[.._names.Length]);
        if (_lead == 0)
            return best;
        var before = _model.Translation.LabelOf(said);
        return before >= 0 && scores[best] - scores[before] < _lead ? before : best;
    }

    private static double Chance(ReadOnlySpan<float> scores, int label)
    {
        double all = 0;
        foreach (var score in scores)
            all += Math.Exp(Slope * (score - scores[label]));
        return 1 / all;
    }
}
