using DigestBot.Core.Editions;

namespace DigestBot.Storage.Records;

/// <summary>An edition: what is asked for in columns, the whole as a document.</summary>
internal sealed class EditionRow
{
    public required string Digest { get; init; }

    public required int Week { get; init; }

    public required EditionState State { get; set; }

    /// <summary>Guards against two writers.</summary>
    public required int Version { get; set; }

    public required string Document { get; set; }
}

/// <summary>Which edition a touch point stands in, runners-up too.</summary>
internal sealed class TouchPointRow
{
    public required string Id { get; init; }

    public required string Digest { get; init; }

    public required int Week { get; init; }
}
