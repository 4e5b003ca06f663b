namespace DigestBot.Core.Editions;

/// <summary>Why an edition stayed as it was.</summary>
public enum CurationRefusal
{
    /// <summary>The story is neither among the ten nor among the runners-up.</summary>
    UnknownStory = 0,

    /// <summary>The other story is missing, not where it must be, or the same one.</summary>
    UnknownOther = 1,

    /// <summary>The edition is past (or not yet at) the state in which this can be done.</summary>
    WrongState = 2,

    /// <summary>A text is needed.</summary>
    TextMissing = 3,

    /// <summary>The text is longer than there is room for.</summary>
    TextTooLong = 4,

    /// <summary>The rank is missing or does not exist.</summary>
    RankOutOfRange = 5,

    /// <summary>Every place of the ten is pinned already.</summary>
    NoPlaceLeft = 6,

    /// <summary>Nothing would change.</summary>
    AlreadySo = 7,
}

/// <summary>What came of a change to an edition: the new edition, or why not.</summary>
public readonly record struct EditionChange
{
    private EditionChange(Edition? edition, CurationRefusal? refusal) => (Edition, Refusal) = (edition, refusal);

    /// <summary>The changed edition; null when refused.</summary>
    public Edition? Edition { get; }

    /// <summary>Why not; null when done.</summary>
    public CurationRefusal? Refusal { get; }

    /// <summary>What happened and what to do next, for the person who asked; null when done.</summary>
    public string? Message => Refusal switch
    {
        null => null,
        CurationRefusal.UnknownStory => "That touch point is not in this edition. Look at the edition again: it may have changed.",
        CurationRefusal.UnknownOther => "The other touch point must be a different one of this edition; a replacement must be a runner-up.",
        CurationRefusal.WrongState => "The edition is not in a state for that. Before publishing it can be curated, afterwards only corrected or retracted.",
        CurationRefusal.TextMissing => "A text is needed: write it after the number.",
        CurationRefusal.TextTooLong => $"Too long: a headline has at most {EditionLimits.Headline} characters, a comment or correction {EditionLimits.Comment}.",
        CurationRefusal.RankOutOfRange => "There is no such place in the edition.",
        CurationRefusal.NoPlaceLeft => "Every place is pinned already: drop one first.",
        _ => "It is so already; nothing changed.",
    };

    /// <summary>It was done.</summary>
    public static EditionChange To(Edition edition) => new(edition, null);

    /// <summary>It was not done.</summary>
    public static EditionChange Refused(CurationRefusal refusal) => new(null, refusal);
}

/// <summary>How much an edition holds.</summary>
public static class EditionLimits
{
    /// <summary>Touch points in an edition.</summary>
    public const int TouchPoints = 10;

    /// <summary>Runners-up.</summary>
    public const int RunnersUp = 5;

    /// <summary>Characters (UTF-16 units) of a headline.</summary>
    public const int Headline = 100;

    /// <summary>Characters of a quote.</summary>
    public const int Quote = 280;

    /// <summary>Characters of a comment or correction.</summary>
    public const int Comment = 500;
}
