namespace DigestBot.Tests.Testing;

/// <summary>Something somebody said at a vendor that a stub plays. Text and author are what people see; a stub puts them into the vendor's shape.</summary>
internal sealed record VendorPost(string Id, string Author, string Text, DateTimeOffset At)
{
    /// <summary>Likes so far.</summary>
    public long Likes { get; init; }

    /// <summary>When it was changed last.</summary>
    public DateTimeOffset ChangedAt { get; init; } = At;
}
