namespace DigestBot.Platforms.Teams.Schema;

/// <summary>What Teams adds to an activity.</summary>
internal sealed record TeamsChannelData
{
    /// <summary>What happened, in a conversationUpdate, messageUpdate or messageDelete: <c>channelRenamed</c>, <c>editMessage</c>...</summary>
    public string? EventType { get; init; }

    /// <summary>The tenant.</summary>
    public TeamsEntity? Tenant { get; init; }

    /// <summary>The team; missing in chats.</summary>
    public TeamsEntity? Team { get; init; }

    /// <summary>The channel; missing in chats.</summary>
    public TeamsEntity? Channel { get; init; }

    /// <summary>What was chosen while installing.</summary>
    public TeamsInstallSettings? Settings { get; init; }

    /// <summary>How to tell about a message.</summary>
    public TeamsNotification? Notification { get; init; }
}

/// <summary>A tenant, team or channel.</summary>
internal sealed record TeamsEntity
{
    /// <summary>Its id; a team's is the thread of its channel General.</summary>
    public string? Id { get; init; }

    /// <summary>As shown.</summary>
    public string? Name { get; init; }

    /// <summary>A team's id in Entra.</summary>
    public string? AadGroupId { get; init; }
}

/// <summary>What was chosen while installing the app.</summary>
/// <param name="SelectedChannel">The channel.</param>
internal sealed record TeamsInstallSettings(TeamsEntity? SelectedChannel);

/// <summary>How to tell about a message.</summary>
/// <param name="Alert">Shown in the activity feed.</param>
internal sealed record TeamsNotification(bool? Alert);
