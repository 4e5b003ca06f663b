using DigestBot.Core;
using DigestBot.Core.Editions;
using DigestBot.Core.Mentions;
using DigestBot.Core.Platforms;
using DigestBot.Platforms.Terminal;
using Spectre.Console;

namespace DigestBot.Serving;

/// <summary>
/// What somebody who just tries the program sees: at its first start the sample company's edition is composed and
/// published, so that it comes the way every edition comes; later starts show it again.
/// </summary>
internal sealed class FirstEdition(Company company, FreshScopes scopes, IAnsiConsole screen, TimeProvider clock)
{
    /// <summary>Publishes or shows the sample's edition; does nothing for a company of one's own.</summary>
    public async Task ShowAsync(CancellationToken cancellationToken)
    {
        if (!company.IsSample)
            return;
        foreach (var digest in company.Digests)
        {
            if (await LatestAsync(digest, cancellationToken) is { } card)
                TerminalView.WriteEdition(screen, card);
            else
                await scopes.RunAsync<EditionRun>((run, stop) => run.FromTheStartAsync(digest, LastWeek(digest), stop), cancellationToken);
        }
    }

    private DigestWeek LastWeek(Digest digest) => DigestWeek.Of(clock.GetUtcNow(), digest.Zone).Previous;

    private Task<EditionCard?> LatestAsync(Digest digest, CancellationToken cancellationToken) =>
        scopes.GetAsync<EditionCards, EditionCard?>((cards, stop) => cards.LatestAsync(digest.Name, stop), cancellationToken);
}
