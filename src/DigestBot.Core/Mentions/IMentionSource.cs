namespace DigestBot.Core.Mentions;

/// <summary>One connected feed. Its connector lives in <c>Sources/&lt;Kind&gt;/</c> of the program.</summary>
public interface IMentionSource
{
    /// <summary>Name as configured; the <see cref="MentionId.Source"/> of everything it brings.</summary>
    string Name { get; }

    /// <summary>It listens broadly: what does not name the brand is left out; decisions.md 1. Most sources are the brand's own.</summary>
    bool RequiresBrand => false;

    /// <summary>
    /// What is new since <paramref name="cursor"/>, page by page, oldest page first where the source allows it.
    /// Each page carries the cursor to keep once its mentions are stored; taking up from any of them loses nothing
    /// and may repeat mentions (the store recognises them).
    /// </summary>
    /// <param name="cursor">The cursor kept last, opaque to all but this source; null on the first run.</param>
    /// <param name="cancellationToken">Ends the collecting between two pages or inside a wait.</param>
    /// <exception cref="SourceException">The source cannot be read now; its message says why and what to do.</exception>
    IAsyncEnumerable<MentionPage> CollectAsync(string? cursor, CancellationToken cancellationToken);

    /// <summary>
    /// What was said since an instant, whatever the kept cursor says; for filling a gap by hand. It may bring older mentions too.
    /// A source that cannot go back to an instant reads everything it has.
    /// </summary>
    /// <param name="since">Inclusive.</param>
    /// <param name="cancellationToken">As above.</param>
    /// <exception cref="SourceException">As above.</exception>
    IAsyncEnumerable<MentionPage> SinceAsync(DateTimeOffset since, CancellationToken cancellationToken) => CollectAsync(cursor: null, cancellationToken);

    /// <summary>What the other side has said about how much it may be asked, as last heard; null where nothing limits it.</summary>
    SourceHealth? Health => null;
}

/// <summary>A handful of mentions of one source with the place to go on from.</summary>
/// <param name="Mentions">At most a few thousand; may be empty.</param>
/// <param name="Cursor">To be kept in the same transaction as the mentions; null leaves the kept one as it is.</param>
/// <param name="Skipped">What could not be read, with its place; the rest of the page is good.</param>
public sealed record MentionPage(IReadOnlyList<Mention> Mentions, string? Cursor, IReadOnlyList<SkippedItem> Skipped)
{
    /// <summary>Ids (<see cref="MentionId.ExternalId"/>) of what was taken away at the source; it leaves the store with this page. Unknown ones do no harm.</summary>
    public IReadOnlyList<string> Gone { get; init; } = [];
}

/// <summary>How a source stands with the other side, beside whether it could be read.</summary>
/// <param name="QuotaLeft">Requests it may still make before <paramref name="QuotaResetsAt"/>, or null where nobody says.</param>
/// <param name="QuotaResetsAt">When the quota is whole again, or null.</param>
/// <param name="NotBefore">It asked not to be called before; null when it may be called.</param>
/// <param name="IsResting">It failed so often that it is left alone for a while (its circuit is open).</param>
public sealed record SourceHealth(long? QuotaLeft, DateTimeOffset? QuotaResetsAt, DateTimeOffset? NotBefore, bool IsResting);

/// <summary>An item that was left out, told without its content.</summary>
/// <param name="Line">Line number in a file, from 1; or the item's number in a reply, from 1.</param>
/// <param name="Reason">What is wrong with it and what is expected, one sentence, without customer text.</param>
public sealed record SkippedItem(long Line, string Reason);

/// <summary>A source that cannot be read now. The message is for people: what happened and what to do next; no secrets.</summary>
public sealed class SourceException : Exception
{
    /// <summary>Creates it with a message for people.</summary>
    public SourceException(string message)
        : base(message)
    {
    }

    /// <summary>Creates it with a message for people and what was thrown underneath.</summary>
    public SourceException(string message, Exception? innerException)
        : base(message, innerException)
    {
    }

    /// <summary>When the source asked not to be tried before, or null.</summary>
    public TimeSpan? RetryAfter { get; init; }
}
