using DigestBot.Core.Understanding.Corrections;

namespace DigestBot.Storage.Records;

/// <summary>What a curator corrected in a mention.</summary>
internal sealed class CorrectionRow
{
    public required string Source { get; init; }

    public required string ExternalId { get; init; }

    public required CorrectedField Field { get; init; }

    public required string Value { get; set; }

    public required string Person { get; set; }

    /// <summary>UTC ticks.</summary>
    public required long CorrectedAt { get; set; }

    /// <summary>As the Core has it.</summary>
    public Correction ToCorrection() => new(new(Source, ExternalId), Field, Value, Person, UtcTicks.ToInstant(CorrectedAt));
}

/// <summary>Two mentions that tell the same story.</summary>
internal sealed class SameStoryRow
{
    public required string OneSource { get; init; }

    public required string OneId { get; init; }

    public required string OtherSource { get; init; }

    public required string OtherId { get; init; }

    public required string Person { get; init; }

    /// <summary>UTC ticks.</summary>
    public required long SaidAt { get; set; }
}
