using DigestBot.Core.Actions;

namespace DigestBot.Settings.Setup;

/// <summary>What the set-up asks a platform on which it is done. Safe for concurrent use.</summary>
internal interface ISetupPlace
{
    /// <summary>Name of the platform.</summary>
    string Platform { get; }

    /// <summary>Who may set the bot up there while it has no admin of its own: "the admins of this workspace"; null when nobody may.</summary>
    string? Admins { get; }

    /// <summary>Whether somebody is one of them; false when that cannot be told now.</summary>
    Task<bool> AdministersAsync(Person by, CancellationToken cancellationToken);

    /// <summary>A channel; null when the bot cannot see it.</summary>
    /// <param name="channel">As in <see cref="AudienceOptions.Channel"/>.</param>
    /// <param name="cancellationToken">Ends the asking.</param>
    Task<SetupChannel?> FindChannelAsync(string channel, CancellationToken cancellationToken);

    /// <summary>How the bot is brought into a channel, as a sentence.</summary>
    /// <param name="name">What the channel is called.</param>
    string Invitation(string name);
}

/// <summary>A channel as the set-up sees it.</summary>
/// <param name="Name">What it is called there; null when unknown.</param>
/// <param name="IsArchived">Nobody can write there.</param>
/// <param name="HasBot">The bot is in it.</param>
internal sealed record SetupChannel(string? Name, bool IsArchived, bool HasBot);
