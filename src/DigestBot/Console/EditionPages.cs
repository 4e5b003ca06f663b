using DigestBot.Console.Acting;
using DigestBot.Core.Editions;
using DigestBot.Core.Platforms;
using DigestBot.Core.Understanding;

namespace DigestBot.Console;

/// <summary>Pages of editions, with the mentions behind them from the store.</summary>
internal sealed class EditionPages(Digests digests, IEditionStore editions, EditionCards cards, IMentionStore mentions)
{
    /// <summary>Mentions on one page behind a touch point.</summary>
    public const int PageSize = 50;

    private const int EarlierShown = 8;

    /// <summary>The newest edition of the first digest: a published one where there is one.</summary>
    /// <param name="viewer">Who can act on it, or null when nobody can.</param>
    /// <param name="cancellationToken">Ends the read.</param>
    public async Task<string> NewestAsync(Viewer? viewer, CancellationToken cancellationToken)
    {
        var digest = digests.All.Count > 0 ? digests.All[0] : null;
        if (digest is null || await NewestAsync(digest.Name, cancellationToken) is not { } edition)
            return PlainPages.NoEdition(digest);
        return await PageAsync(edition, viewer, cancellationToken);
    }

    /// <summary>One edition, or null when there is none.</summary>
    public async Task<string?> EditionAsync(EditionKey key, Viewer? viewer, CancellationToken cancellationToken) =>
        await editions.FindAsync(key, cancellationToken) is { } edition ? await PageAsync(edition, viewer, cancellationToken) : null;

    /// <summary>A page of the mentions behind a touch point, or null when there is no such touch point or page.</summary>
    /// <param name="key">The edition.</param>
    /// <param name="number">Rank of the touch point; runners-up too.</param>
    /// <param name="page">From 1.</param>
    /// <param name="cancellationToken">Ends the read.</param>
    public async Task<string?> MentionsAsync(EditionKey key, int number, int page, CancellationToken cancellationToken)
    {
        if (await cards.FindAsync(key, cancellationToken) is not { } card || Shown(card.Edition, number) is not { } point)
            return null;
        if (page < 1 || page > MentionsPage.Last(point))
            return null;
        var ids = point.MentionIds.Skip((page - 1) * PageSize).Take(PageSize).ToList();
        return MentionsPage.Of(card, point, await mentions.FindAsync(ids, cancellationToken), page);
    }

    private async Task<Edition?> NewestAsync(string digest, CancellationToken cancellationToken) =>
        await editions.LatestPublishedAsync(digest, cancellationToken)
        ?? (await editions.NewestAsync(digest, 1, cancellationToken)).SingleOrDefault();

    private async Task<string> PageAsync(Edition edition, Viewer? viewer, CancellationToken cancellationToken)
    {
        if (edition.State == EditionState.Skipped)
            return PlainPages.Skipped(edition);
        var card = await cards.OfAsync(edition, cancellationToken);
        var earlier = await editions.NewestAsync(edition.Key.Digest, EarlierShown, cancellationToken);
        var above = Html.Of($"{Standing(edition)}{WhoActs(edition, viewer)}");
        return HtmlView.Page(card, await EvidenceAsync(edition, cancellationToken), Forms(edition, viewer), above, Others(edition, earlier));
    }

    // Before it is out, nobody but its curators has seen it: there is nothing yet to act on.
    private ActForms? Forms(Edition edition, Viewer? viewer) => edition.IsOut() && viewer is not null
        ? new(viewer, edition.Key, [.. digests.Named(edition.Key.Digest)?.Audiences.Select(audience => audience.Name) ?? []])
        : null;

    private static Html WhoActs(Edition edition, Viewer? viewer)
    {
        if (!edition.IsOut())
            return Html.Empty;
        return viewer is not null
            ? ActForms.WhoActs(viewer)
            : Html.Of($"""<p class="acting small quiet">Nobody can act on this page: it acts as the admin, and none of the <code>People</code> in the settings has the role <code>Admin</code>.</p>""");
    }

    private async Task<Evidence> EvidenceAsync(Edition edition, CancellationToken cancellationToken)
    {
        var shown = edition.TouchPoints.Concat(edition.RunnersUp).Where(point => !point.IsRetracted).SelectMany(Evidence.Leading);
        var found = await mentions.FindAsync([.. shown.Concat(edition.RawMinutes).Distinct()], cancellationToken);
        return new(found.ToDictionary(read => read.Mention.Id), Address(edition.Key));
    }

    private static Html Standing(Edition edition) => edition.State is EditionState.Draft or EditionState.Approved
        ? Html.Of($"""<p class="sample">Draft: not published yet</p> """)
        : Html.Empty;

    private static TouchPoint? Shown(Edition edition, int number) =>
        edition.TouchPoints.Concat(edition.RunnersUp).FirstOrDefault(point => point.Rank == number && !point.IsRetracted);

    private Html Others(Edition edition, IReadOnlyList<Edition> earlier)
    {
        var weeks = earlier.Where(other => other.Key != edition.Key).Select(other => Link(other.Key, $"week {other.Key.Week.Number}"));
        var others = digests.All.Where(digest => digest.Name != edition.Key.Digest).Select(digest => Link(new(digest.Name, edition.Key.Week), digest.Name));
        var links = weeks.Concat(others).ToList();
        return links.Count == 0 ? Html.Empty : Html.Of($"""<nav class="small" aria-label="Other editions">Also: {links}</nav>""");
    }

    private static Html Link(EditionKey key, string words) => Html.Of($"""<a href="{Address(key)}">{words}</a> """);

    /// <summary>Where the page of an edition is, without the host.</summary>
    public static string Address(EditionKey key) => $"/editions/{Uri.EscapeDataString(key.Digest)}/{key.Week}";
}
