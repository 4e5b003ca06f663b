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
    internal (MentionKind Kind, string? Name) KindOf(FeatureBuffer features, MentionKind rules)
    {
        Span<float> scores = stackalloc float[_names.Length];
        var best = Best(features, scores);
        var isOwnName = _kinds[best] is not { } kind || TaskAnswers.NameOf(kind) != _names[best];
        return (_kinds[best] ?? rules, isOwnName ? _names[best] : null);
    }

    /// <summary>The label; null for an empty one.</summary>
    internal string? NameOf(FeatureBuffer features)
    {
        Span<float> scores = stackalloc float[_names.Length];
        return _names[Best(features, scores)] is { Length: > 0 } name ? name : null;
    }

    /// <summary>0 to 1; 0.5 is the decision.</summary>
    internal double SuggestionOf(FeatureBuffer features)
    {
        Span<float> scores = stackalloc float[_names.Length];
        var best = Best(features, scores);
        var chance = Chance(scores, _yes);
        return best == _yes ? Math.Max(0.5, chance) : Math.Min(0.499, chance);
    }

    /// <summary>The feeling and -1 to 1.</summary>
    internal (Sentiment Feeling, double Score) SentimentOf(FeatureBuffer features)
    {
        Span<float> scores = stackalloc float[_names.Length];
        var feeling = _feelings[Best(features, scores)];
        double score = 0;
        for (var label = 0; label < scores.Length; label++)
            score += (int)_feelings[label] * Chance(scores, label);
        return (feeling, feeling switch
        {
            Sentiment.Positive => Math.Clamp(score, Clear, 1),
            Sentiment.Negative => Math.Clamp(score, -1, -Clear),
            _ => Math.Clamp(score, -Clear + 0.001, Clear - 0.001),
        });
    }

    private int Best(FeatureBuffer features, Span<float> scores)
    {
        _model.Score(features, scores);
        return LabelMeasure.Best(scores);
    }

    private static double Chance(ReadOnlySpan<float> scores, int label)
    {
        double all = 0;
        foreach (var score in scores)
            all += Math.Exp(Slope * (score - scores[label]));
        return 1 / all;
    }
}
