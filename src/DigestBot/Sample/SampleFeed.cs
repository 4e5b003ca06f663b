using DigestBot.Core.Mentions;
using DigestBot.Sources.Ndjson;

namespace DigestBot.Sample;

/// <summary>The five weeks of the sample company as they were written, from the program's own resources.</summary>
internal static class SampleFeed
{
    private const string Resource = "sample.ndjson";

    /// <summary>The last of the five weeks, before any shift.</summary>
    public static DigestWeek LastWeek { get; } = new(2026, 46);

    /// <summary>Everything that one source said, oldest first.</summary>
    /// <param name="source">One of <see cref="SampleCompany.Sources"/>.</param>
    /// <param name="cancellationToken">Ends the reading.</param>
    public static async Task<IReadOnlyList<Mention>> ReadAsync(string source, CancellationToken cancellationToken)
    {
        await using var stream = typeof(SampleFeed).Assembly.GetManifestResourceStream(Resource)
            ?? throw new InvalidOperationException($"The program was built without {Resource}.");
        var said = new List<Mention>();
        await foreach (var batch in NdjsonFeed.ReadAsync(stream, new(), cancellationToken))
            said.AddRange(batch.Mentions.Where(mention => mention.Id.Source == source));
        return said;
    }
}
