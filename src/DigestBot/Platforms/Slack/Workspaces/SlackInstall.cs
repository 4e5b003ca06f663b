using System.Security.Cryptography;
using System.Text;
using DigestBot.Core.Actions;
using DigestBot.Core.Platforms;
using DigestBot.Platforms.Slack.Api;
using DigestBot.Platforms.Slack.Manifest;

namespace DigestBot.Platforms.Slack.Workspaces;

/// <summary>What Slack sent the browser back with.</summary>
/// <param name="State">The secret that it was sent away with.</param>
/// <param name="Code">What the token is won with; null when Slack refused.</param>
/// <param name="Error">Why Slack refused; null when it did not.</param>
/// <param name="To">The address that it was sent back to, as <see cref="SlackInstall.BeginAsync"/> was told; null when it named none.</param>
internal sealed record SlackReturn(string? State, string? Code, string? Error, Uri? To);

/// <summary>
/// Installing by OAuth v2. The state is random, good once and for ten minutes, and bound to the browser that began; it is looked at
/// before anything else.
/// </summary>
internal sealed partial class SlackInstall(
    SlackOptions options, SlackAppCalls calls, SlackVault vault, SlackStore store, SlackWorkspaces workspaces, IInstallTickets tickets,
    IEnumerable<SlackInstalled> listeners, OutboxSignal bell, TimeProvider clock, ILogger<SlackInstall> log)
{
    /// <summary>How long an installation may take: as long as Slack's code is good.</summary>
    internal static readonly TimeSpan ValidFor = TimeSpan.FromMinutes(10);

    private const int SecretLength = 64;

    /// <summary>Begins an installation: where to send the browser.</summary>
    /// <param name="holder">The browser's secret, from <see cref="HolderOf"/>.</param>
    /// <param name="returnTo">Where Slack sends it back to, one of the app's redirect addresses; null for the first of them.</param>
    /// <param name="cancellationToken">Before the commit only.</param>
    public async Task<Uri> BeginAsync(string holder, Uri? returnTo, CancellationToken cancellationToken)
    {
        var state = Secret();
        await tickets.IssueAsync(Hash(state), Hash(holder), clock.GetUtcNow(), ValidFor, cancellationToken);
        var scopes = Uri.EscapeDataString(string.Join(',', SlackScopes.Names));
        var redirect = returnTo is null ? "" : $"&redirect_uri={Uri.EscapeDataString(returnTo.AbsoluteUri)}";
        return new(options.ApiBaseAddress, $"../oauth/v2/authorize?client_id={Uri.EscapeDataString(options.ClientId!)}&scope={scopes}&state={state}{redirect}");
    }

    /// <summary>The browser's secret: the one it brought, so that two tabs do not undo each other, or a new one.</summary>
    public static string HolderOf(string? brought) =>
        brought is { Length: SecretLength } && brought.All(char.IsAsciiHexDigitLower) ? brought : Secret();

    /// <summary>Ends an installation with what Slack sent the browser back with.</summary>
    /// <param name="back">From the address.</param>
    /// <param name="holder">The browser's secret; null when it brought none.</param>
    /// <param name="cancellationToken">Ends the waiting for Slack; what Slack has granted is kept all the same.</param>
    public async Task<SlackInstallEnd> EndAsync(SlackReturn back, string? holder, CancellationToken cancellationToken)
    {
        if (back.State is null || holder is null || !await tickets.RedeemAsync(Hash(back.State), Hash(holder), clock.GetUtcNow(), cancellationToken))
            return new SlackInstallEnd.NotBegunHere();
        if (back.Error == "access_denied")
            return new SlackInstallEnd.Cancelled();
        if (back.Error is not null || back.Code is null)
            return new SlackInstallEnd.Refused(SlackErrors.Words(back.Error ?? "invalid_code"));
        return await calls.ExchangeCodeAsync(back.Code, back.To, cancellationToken) switch
        {
            SlackAnswer<SlackGrant>.Ok(var grant) => await GrantedAsync(grant),
            SlackAnswer<SlackGrant>.Failed(var error, _) => new SlackInstallEnd.Refused(SlackErrors.Words(error)),
            _ => new SlackInstallEnd.Refused("Slack did not answer."),
        };
    }

    private async Task<SlackInstallEnd> GrantedAsync(SlackGrant grant)
    {
        if (grant.Tokens() is not { } tokens || grant.Key() is not { } key)
            return new SlackInstallEnd.Refused("Slack's answer names no workspace.");
        if (!IsAllowed(grant))
        {
            await calls.RevokeAsync(tokens.Access, CancellationToken.None);
            LogNotAllowed(key);
            return new SlackInstallEnd.NotAllowed(grant.Name());
        }
        return new SlackInstallEnd.Installed(await KeepAsync(grant, key, tokens), OpenIn(grant));
    }

    private bool IsAllowed(SlackGrant grant) =>
        options.AllowedWorkspaces.Count == 0
        || options.AllowedWorkspaces.Intersect([grant.Team?.Id ?? "", grant.Enterprise?.Id ?? ""], StringComparer.Ordinal).Any();

    // Killed before the commit, the token is lost and nothing else: the browser sees that it failed, and installing again gives a new one.
    private async Task<Installation> KeepAsync(SlackGrant grant, string key, SlackTokens tokens)
    {
        Installation installation;
        do
        {
            installation = Installed(await store.FindAsync(key, CancellationToken.None), grant, key, tokens);
        }
        while (!await store.CommitAsync(services => StageAsync(services, installation), CancellationToken.None));
        workspaces.Installed(installation);
        bell.Ring();
        LogInstalled(key);
        return installation;
    }

    private Installation Installed(Installation? before, SlackGrant grant, string key, SlackTokens tokens) => new()
    {
        Platform = SlackAddress.Platform,
        Workspace = key,
        Name = grant.Name(),
        Team = grant.IsEnterpriseInstall ? null : grant.Team?.Id,
        Organization = grant.Enterprise?.Id,
        App = grant.AppId,
        Bot = grant.BotUserId ?? "",
        Installer = grant.AuthedUser?.Id is { Length: > 0 } user ? new SlackAddress(key, user).PersonId : null,
        Scopes = grant.Scopes(),
        Secret = vault.Seal(key, tokens),
        TokenEndsAt = grant.EndsAt(clock.GetUtcNow()),
        InstalledAt = clock.GetUtcNow(),
        Version = (before?.Version ?? 0) + 1,
    };

    private async Task StageAsync(IServiceProvider services, Installation installation)
    {
        services.GetRequiredService<IInstallations>().Save(installation);
        if (installation.Installer is { } installer)
            services.GetRequiredService<IKnownPeople>().Grant(installer, Roles.Admin | Roles.Curator);
        services.GetRequiredService<IAuditLog>().Append(
            new(installation.InstalledAt, installation.Installer ?? SlackAddress.Platform, "installed", installation.Workspace, "done", "page"));
        foreach (var listener in listeners)
            await listener(services, installation, CancellationToken.None);
    }

    private Uri OpenIn(SlackGrant grant) => new(
        options.ApiBaseAddress,
        $"../app_redirect?app={Uri.EscapeDataString(grant.AppId ?? "")}&team={Uri.EscapeDataString(grant.Team?.Id ?? grant.Enterprise?.Id ?? "")}");

    private static string Secret() => Convert.ToHexStringLower(RandomNumberGenerator.GetBytes(SecretLength / 2));

    // Who can read the database must not be able to end somebody else's installation.
    private static string Hash(string secret) => Convert.ToHexStringLower(SHA256.HashData(Encoding.UTF8.GetBytes(secret)));

    [LoggerMessage(LogLevel.Information, "DigestBot was installed in Slack workspace {Workspace}")]
    private partial void LogInstalled(string workspace);

    [LoggerMessage(LogLevel.Warning, "Slack workspace {Workspace} is not listed in Slack:AllowedWorkspaces: its token was given back")]
    private partial void LogNotAllowed(string workspace);
}
