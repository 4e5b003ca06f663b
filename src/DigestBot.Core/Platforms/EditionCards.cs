using DigestBot.Core.Editions;

namespace DigestBot.Core.Platforms;

/// <summary>Where the program's own page can be reached.</summary>
/// <param name="Base">Absolute address without a final slash, or null while there is none.</param>
public sealed record PageLocation(string? Base)
{
    /// <summary>Address of an edition's page, or null.</summary>
    public string? Of(EditionKey key) => Base is null ? null : $"{Base}/editions/{Uri.EscapeDataString(key.Digest)}/{key.Week}";
}

/// <summary>Editions as they are to be shown now.</summary>
public sealed class EditionCards(IEditionStore editions, ITouchPointStates states, PageLocation page)
{
    /// <summary>The edition with the newest states, or null when there is no such edition.</summary>
    public async Task<EditionCard?> FindAsync(EditionKey key, CancellationToken cancellationToken) =>
        await editions.FindAsync(key, cancellationToken) is { } edition ? await OfAsync(edition, cancellationToken) : null;

    /// <summary>The newest edition of a digest that has gone out, or null before the first.</summary>
    public async Task<EditionCard?> LatestAsync(string digest, CancellationToken cancellationToken) =>
        await editions.LatestPublishedAsync(digest, cancellationToken) is { } edition ? await OfAsync(edition, cancellationToken) : null;

    /// <summary>The edition with the newest states.</summary>
    public async Task<EditionCard> OfAsync(Edition edition, CancellationToken cancellationToken) =>
        new(edition, await states.OfAsync(edition, cancellationToken), page.Of(edition.Key));
}
