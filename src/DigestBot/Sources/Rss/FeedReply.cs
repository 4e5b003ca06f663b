namespace DigestBot.Sources.Rss;

/// <summary>What a feed's server answered.</summary>
/// <param name="Status">HTTP status.</param>
/// <param name="Body">At most 10 MB, decompressed; empty unless it is a 200.</param>
/// <param name="Validators">What to ask with next time.</param>
/// <param name="RetryAfter">When to try again, if the server said so.</param>
internal sealed record FeedReply(int Status, byte[] Body, FeedCursor Validators, TimeSpan? RetryAfter)
{
    /// <summary>May be better in a moment: asked for patience, overloaded, or a fault of the server.</summary>
    public bool IsTransient => Status is 408 or 429 or >= 500;
}
