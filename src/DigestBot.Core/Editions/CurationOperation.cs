namespace DigestBot.Core.Editions;

/// <summary>What a curator can do to a draft; decisions.md 2: kept as operations and replayed on the recomposed edition.</summary>
public enum CurationVerb
{
    /// <summary>Keep it in, whatever the weekend brings; a runner-up moves into the ten.</summary>
    Pin = 0,

    /// <summary>Take it out; the first runner-up moves up.</summary>
    Drop = 1,

    /// <summary>Make it part of another touch point (<see cref="CurationOperation.Other"/>).</summary>
    Merge = 2,

    /// <summary>Give it another headline (<see cref="CurationOperation.Text"/>).</summary>
    Retitle = 3,

    /// <summary>Put a comment under it.</summary>
    Comment = 4,

    /// <summary>Put a runner-up (<see cref="CurationOperation.Other"/>) in its place.</summary>
    Replace = 5,

    /// <summary>Move it to a rank (<see cref="CurationOperation.Rank"/>).</summary>
    Reorder = 6,

    /// <summary>Correct it after publishing: the text says what was wrong.</summary>
    Correct = 7,

    /// <summary>Take it back after publishing.</summary>
    Retract = 8,
}

/// <summary>One act of a curator. Touch points are named by story key, so that a replay on a recomposed edition finds them.</summary>
/// <param name="Verb">What was done.</param>
/// <param name="StoryKey">To what.</param>
/// <param name="By">Id of the person.</param>
/// <param name="At">When, UTC.</param>
public sealed record CurationOperation(CurationVerb Verb, string StoryKey, string By, DateTimeOffset At)
{
    /// <summary>The other touch point of a merge or replace, by story key.</summary>
    public string? Other { get; init; }

    /// <summary>New headline, comment or correction.</summary>
    public string? Text { get; init; }

    /// <summary>New rank, from 1.</summary>
    public int? Rank { get; init; }
}
