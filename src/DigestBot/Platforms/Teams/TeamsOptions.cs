using System.ComponentModel.DataAnnotations;

namespace DigestBot.Platforms.Teams;

/// <summary>
/// Section <c>Teams</c>. Without <see cref="AppId"/> Teams is not in use. The secret belongs in an environment variable
/// (<c>Teams__AppSecret</c>) or a file, not in a settings file that others can read.
/// </summary>
internal sealed record TeamsOptions
{
    /// <summary>The section's name in the settings.</summary>
    public const string Section = "Teams";

    /// <summary>App id of the bot's registration (Azure Bot, Configuration, Microsoft App ID).</summary>
    public Guid? AppId { get; init; }

    /// <summary>Client secret of the registration. Give this, <see cref="CertificatePath"/> or <see cref="ManagedIdentity"/>.</summary>
    [StringLength(500, MinimumLength = 8)]
    public string? AppSecret { get; init; }

    /// <summary>Certificate of the registration with its private key (<c>.pfx</c>, or <c>.pem</c> with both), instead of the secret.</summary>
    [StringLength(500, MinimumLength = 1)]
    public string? CertificatePath { get; init; }

    /// <summary>The bot is a user-assigned managed identity; works on Azure's own machines only. Default false.</summary>
    public bool ManagedIdentity { get; init; }

    /// <summary>
    /// Id of the company's tenant: nobody else is listened to. Left out only for a registration of the old multi-tenant kind, which
    /// listens to every tenant where the app is installed.
    /// </summary>
    public Guid? TenantId { get; init; }

    /// <summary>The cloud that the tenant is in. Default the public one.</summary>
    public TeamsCloud Cloud { get; init; }

    /// <summary>Where the keys are published by which requests are checked. Default the cloud's own.</summary>
    public Uri? OpenIdMetadataAddress { get; init; }

    /// <summary>Where tokens for our own requests come from. Default the cloud's own, for example <c>https://login.microsoftonline.com/</c>.</summary>
    public Uri? LoginAddress { get; init; }

    /// <summary>
    /// Hosts that messages may be sent to, beside the cloud's own; with port where it is not the usual one. By https, and by http only
    /// where the host is this machine. Default none.
    /// </summary>
    public IReadOnlyList<string> AllowedServiceHosts { get; init; } = [];

    /// <summary>
    /// Slash commands and answers for the caller's eyes only in channels, as Teams offers them since 2026; the app package must then be
    /// generated with <c>--slash-commands</c>. Default false: commands are mentions, answers come in the personal chat.
    /// </summary>
    public bool SlashCommands { get; init; }

    /// <summary>The bot shows the state of a touch point as a reaction of its own, where Teams lets it. Default false.</summary>
    public bool BotReactions { get; init; }

    /// <summary>
    /// Takes requests without a token, for local tools that send none: only in the environment Development and only from this machine.
    /// Default false.
    /// </summary>
    public bool AllowUnauthenticatedInDevelopment { get; init; }

    /// <summary>Days after which a tenant's data is deleted once the bot was removed from it. Default 14; 0 (at once) to 365.</summary>
    [Range(0, 365)]
    public int DeleteAfterDays { get; init; } = 14;

    /// <summary>Teams is in use.</summary>
    public bool IsConfigured => AppId is not null;
}
