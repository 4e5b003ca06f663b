using System.Runtime.CompilerServices;
using DigestBot.Core.Mentions;

namespace DigestBot.Sources.Ndjson;

/// <summary>A file of NDJSON items that may grow between two runs.</summary>
/// <param name="options">Name, path and whether the brand must be named.</param>
internal sealed class NdjsonFileSource(NdjsonFileOptions options) : IMentionSource
{
    /// <summary>As settings name it.</summary>
    public static SourceKind Kind { get; } = new SourceKind<NdjsonFileOptions>("Ndjson", "a file of JSON objects, one a line", (options, _) => new NdjsonFileSource(options));

    /// <inheritdoc />
    public string Name => options.Name;

    /// <inheritdoc />
    public bool RequiresBrand => options.RequireBrand;

    /// <inheritdoc />
    public async IAsyncEnumerable<MentionPage> CollectAsync(string? cursor, [EnumeratorCancellation] CancellationToken cancellationToken)
    {
        await using var file = SourceFiles.Open(options.Path);
        var start = await FileCursor.ResumeAsync(cursor, file, cancellationToken);
        var reading = new NdjsonOptions { Source = Name, Start = start };
        await foreach (var batch in NdjsonFeed.ReadAsync(file, reading, cancellationToken))
        {
            if (batch.Mentions.Count + batch.Skipped.Count > 0)
                yield return new(batch.Mentions, await FileCursor.AtAsync(batch.Position, options.Path, cancellationToken), batch.Skipped);
        }
    }
}
