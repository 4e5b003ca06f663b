using DigestBot.Core.Actions;
using DigestBot.Platforms.Slack.Api;
using DigestBot.Settings.Setup;

namespace DigestBot.Platforms.Slack.Setup;

/// <summary>Setting up in Slack: the workspace's own admins may, as long as the bot has none of its own.</summary>
internal sealed class SlackSetup(SlackApi api) : ISetupPlace
{
    /// <inheritdoc />
    public string Platform => SlackAddress.Platform;

    /// <inheritdoc />
    public string Admins => "the admins of this Slack workspace";

    /// <inheritdoc />
    public async Task<bool> AdministersAsync(Person by, CancellationToken cancellationToken)
    {
        var at = SlackAddress.Parse(by.Channel);
        return (await api.UsersInfoAsync(at.Workspace, at.Id, cancellationToken)).OrDefault() is { IsAdmin: true } or { IsOwner: true };
    }

    /// <inheritdoc />
    public async Task<SetupChannel?> FindChannelAsync(string channel, CancellationToken cancellationToken)
    {
        var at = SlackAddress.Parse(channel);
        return (await api.ConversationsInfoAsync(at.Workspace, at.Id, cancellationToken)).OrDefault() is { } found
            ? new(found.Name is { } name ? $"#{name}" : null, found.IsArchived, found.IsMember)
            : null;
    }

    /// <inheritdoc />
    public string Invitation(string name) => $"Invite me to {name}: type /invite @DigestBot there. I cannot see reactions before that.";
}
