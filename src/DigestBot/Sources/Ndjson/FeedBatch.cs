using DigestBot.Core.Mentions;

namespace DigestBot.Sources.Ndjson;

/// <summary>A run of items of a feed, in the feed's order.</summary>
/// <param name="Mentions">What could be read.</param>
/// <param name="Skipped">What could not, by line.</param>
/// <param name="Position">After the last complete line of this batch: reading may go on from here.</param>
internal sealed record FeedBatch(IReadOnlyList<Mention> Mentions, IReadOnlyList<SkippedItem> Skipped, FeedPosition Position);

/// <summary>A place between two lines of a file.</summary>
/// <param name="Bytes">Bytes before it.</param>
/// <param name="Lines">Lines before it.</param>
internal readonly record struct FeedPosition(long Bytes, long Lines);

/// <summary>When the items of a feed were said.</summary>
/// <param name="First">The earliest, UTC.</param>
/// <param name="Last">The latest, UTC.</param>
/// <param name="Items">Items that say when.</param>
internal readonly record struct FeedSpan(DateTimeOffset First, DateTimeOffset Last, long Items);
