using DigestBot.Core.Mentions;

namespace DigestBot.Core.Understanding.Corrections;

/// <summary>What a curator corrects in how a mention was read.</summary>
public enum CorrectedField
{
    /// <summary>The kind; the value is one of <see cref="MentionKind"/> in lower case.</summary>
    Kind = 0,

    /// <summary>The department; the value is its name, or <c>none</c>.</summary>
    Department = 1,

    /// <summary>The sentiment; the value is <c>positive</c>, <c>neutral</c> or <c>negative</c>.</summary>
    Sentiment = 2,

    /// <summary>Whether it is about us; the value is <c>us</c> or <c>others</c>.</summary>
    About = 3,
}

/// <summary>One curator's word on one mention. It stands over whatever a reader says of it, now and when it is read again.</summary>
/// <param name="Mention">Which.</param>
/// <param name="Field">What was wrong.</param>
/// <param name="Value">What is right.</param>
/// <param name="By">Id of the person.</param>
/// <param name="At">When, UTC.</param>
public sealed record Correction(MentionId Mention, CorrectedField Field, string Value, string By, DateTimeOffset At)
{
    /// <summary>No department.</summary>
    public const string None = "none";

    /// <summary>About somebody else of the same name.</summary>
    public const string Others = "others";

    /// <summary>The insight with this set right.</summary>
    public Insight ApplyTo(Insight insight) => Field switch
    {
        CorrectedField.Kind when Enum.TryParse<MentionKind>(Value, ignoreCase: true, out var kind) => insight with
        {
            Kind = kind,
            SuggestionScore = kind is MentionKind.Suggestion ? Math.Max(0.9, insight.SuggestionScore) : Math.Min(0.4, insight.SuggestionScore),
        },
        CorrectedField.Sentiment when Enum.TryParse<Sentiment>(Value, ignoreCase: true, out var sentiment) => insight with
        {
            Sentiment = sentiment,
            SentimentScore = sentiment == insight.Sentiment ? insight.SentimentScore : 0.6 * (int)sentiment,
        },
        CorrectedField.Department => insight with { Department = Value == None ? null : Value },
        CorrectedField.About => insight with { IsExcluded = Value == Others },
        _ => insight,
    };
}

/// <summary>Two mentions that a curator said tell the same story: what merging two touch points means for the days after.</summary>
/// <param name="One">A mention of the one.</param>
/// <param name="Other">A mention of the other.</param>
/// <param name="By">Id of the person.</param>
/// <param name="At">When, UTC.</param>
public sealed record SameStoryCorrection(MentionId One, MentionId Other, string By, DateTimeOffset At);

/// <summary>Keeps what curators corrected.</summary>
public interface ICorrections
{
    /// <summary>
    /// Stages corrections, and the mentions with them set right, so that counts, search and stories see them at once; a later one of
    /// the same mention and field stands over an earlier one. What the source sends of a mention later is corrected alike.
    /// </summary>
    void Add(IReadOnlyCollection<Correction> corrections);

    /// <summary>Stages that two mentions tell the same story.</summary>
    void Add(SameStoryCorrection same);

    /// <summary>Pairs that tell the same story, said since an instant, oldest first.</summary>
    Task<IReadOnlyList<SameStoryCorrection>> SameStoriesAsync(DateTimeOffset since, CancellationToken cancellationToken);

    /// <summary>The newest corrections of a field whose mentions are still kept, newest first: what can be learned from.</summary>
    /// <param name="field">Which field.</param>
    /// <param name="most">At most so many.</param>
    /// <param name="cancellationToken">Ends the read.</param>
    Task<IReadOnlyList<(Correction Correction, ReadMention Mention)>> LearnableAsync(CorrectedField field, int most, CancellationToken cancellationToken);
}
