namespace DigestBot.Benchmarks.Acknowledging;

/// <summary>Whole HTTP requests, signed beforehand and each different (two of the same bytes are one), so that the load costs its maker next to nothing.</summary>
internal interface IRequests
{
    /// <summary>Length of every request, in bytes.</summary>
    int Length { get; }

    /// <summary>Writes the next one.</summary>
    void Next(Span<byte> request);
}
