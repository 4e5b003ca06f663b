using System.Data.Common;
using System.Runtime.CompilerServices;
using DigestBot.Core.Editions;
using DigestBot.Core.Platforms;
using DigestBot.Platforms.Teams;
using DigestBot.Platforms.Teams.Connector;
using DigestBot.Platforms.Teams.Conversations;
using DigestBot.Platforms.Teams.Inbound;
using DigestBot.Platforms.Teams.Schema;

namespace DigestBot.Cli.Checkup;

/// <summary>Whether Teams can be spoken with as configured: app id, secret, token, published keys, and how each channel is reached. Changes nothing, here or there.</summary>
internal sealed class TeamsCheck(
    TeamsOptions options, TeamsTokens tokens, TeamsKeyRing ring, TeamsConnector connector, TeamsStore store, Digests digests, StorageCheck storage) : ICheck
{
    /// <summary>What is said where Teams is not configured.</summary>
    public static Finding NotConfigured { get; } =
        Finding.Wrong("teams", "It is not configured.", "Follow the steps below \"Into Teams\" in the README; the first is to register the bot in Azure.");

    /// <inheritdoc />
    public async IAsyncEnumerable<Finding> LookAsync([EnumeratorCancellation] CancellationToken cancellationToken)
    {
        yield return Finding.Well("teams app id", $"{options.AppId:D}, {Tenant()}");
        var token = await TokenAsync(cancellationToken);
        yield return token;
        yield return await KeysAsync(cancellationToken);
        if (options.AllowUnauthenticatedInDevelopment)
            yield return Finding.Wrong("teams way in", "In Development requests without a token are taken from this machine.", "Set Teams:AllowUnauthenticatedInDevelopment to false when you are done trying local tools.");
        var known = await KnownAsync(cancellationToken);
        yield return People(known);
        foreach (var (digest, place) in Places())
            yield return await PlaceAsync(digest, place, known.FirstOrDefault(candidate => candidate.Place == place.Channel), canAsk: token.Fault is null, cancellationToken);
    }

    private string Tenant() => options.TenantId is { } tenant
        ? $"of tenant {tenant:D}"
        : "for every tenant where it is installed; set Teams:TenantId unless that is what you want";

    private async Task<Finding> TokenAsync(CancellationToken cancellationToken)
    {
        const string Name = "teams token";
        return await tokens.GetAsync(refused: null, cancellationToken) switch
        {
            TokenAnswer.Given => Finding.Well(Name, $"Microsoft's login gives one for {Proof()}"),
            TokenAnswer.Refused refused => Finding.Wrong(Name, "Microsoft's login gives none.", refused.Words),
            TokenAnswer.NoAnswer none => Finding.Wrong(Name, none.Words, "Check the network and the proxy between here and Microsoft's login, and Teams:Cloud."),
            _ => throw new InvalidOperationException("An answer of another kind."),
        };
    }

    private string Proof() => options switch { { ManagedIdentity: true } => "the managed identity", { CertificatePath: not null } => "the certificate", _ => "the secret" };

    private async Task<Finding> KeysAsync(CancellationToken cancellationToken) =>
        await ring.WithAsync("", cancellationToken) is { Count: var count }
            ? Finding.Well("teams keys", $"{count} published; requests are checked with them")
            : Finding.Wrong("teams keys", "The keys by which requests are checked cannot be fetched, so nothing would be let in.", "Check the network between here and Microsoft, and Teams:Cloud (or Teams:OpenIdMetadataAddress).");

    // Before the first start, and before the first of a newer version, there is no table to look into; the start makes it.
    private async Task<IReadOnlyList<KnownConversation>> KnownAsync(CancellationToken cancellationToken)
    {
        try
        {
            var known = new List<KnownConversation>();
            foreach (var tenant in storage.HasData ? Places().Select(place => TeamsAddress.Parse(place.Place.Channel).Tenant).Append(null).Distinct() : [])
                known.AddRange(await store.AllAsync(tenant, cancellationToken));
            return known;
        }
        catch (DbException)
        {
            return [];
        }
    }

    private static Finding People(IReadOnlyList<KnownConversation> known)
    {
        var people = known.Where(place => place.Kind == ConversationKind.Personal).ToList();
        var lost = people.Count(place => place.UnreachableSince is not null);
        return Finding.Well("teams people", people.Count == 0
            ? "nobody has written to it yet; it can write to everybody in a team that has the app"
            : $"{people.Count} can be written to{(lost == 0 ? "" : $", but {lost} of them removed or blocked the app")}");
    }

    private IEnumerable<(Digest Digest, Audience Place)> Places() =>
        from digest in digests.All
        from place in digest.Audiences.Append(digest.Curators)
        where place?.Platform == TeamsAddress.Platform
        select (digest, place);

    private async Task<Finding> PlaceAsync(Digest digest, Audience place, KnownConversation? known, bool canAsk, CancellationToken cancellationToken)
    {
        var name = $"teams channel of {digest.Name} ({place.Name})";
        return known switch
        {
            null or { Conversation: null } => Finding.Wrong(name, $"Teams has not told yet how {VisibleText.Line(place.Channel, 120)} is reached.", "Add the app to its team while the program runs, or write @DigestBot help in that channel (the app package: digestbot manifest teams)."),
            { Obstacle: { } obstacle } => Finding.Wrong(name, "Nothing can be sent there.", obstacle),
            _ when canAsk => Asked(name, known, await connector.MembersAsync(TeamsConversations.Reference(known), cancellationToken)),
            _ => Finding.Well(name, $"{Shown(known)}, not asked without a token"),
        };
    }

    private static Finding Asked(string name, KnownConversation known, ConnectorAnswer<IReadOnlyList<ChannelAccount>> answer) => answer switch
    {
        ConnectorAnswer<IReadOnlyList<ChannelAccount>>.Ok { Value.Count: var count } => Finding.Well(name, $"{Shown(known)}, {count} members"),
        ConnectorAnswer<IReadOnlyList<ChannelAccount>>.Failed failed => Finding.Wrong(name, "Teams does not let the bot in.", ConnectorErrors.Words(failed.Status, failed.Code)),
        _ => Finding.Wrong(name, "Teams did not answer.", "Try again in a minute; then check the network between here and Teams."),
    };

    private static string Shown(KnownConversation known) => known.Name.Length > 0 ? VisibleText.Line(known.Name, 80) : known.Place;
}
