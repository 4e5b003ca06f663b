namespace DigestBot.Platforms.Teams.Schema;

/// <summary>Asks for a conversation: a personal chat, or a new thread in a channel.</summary>
internal sealed record ConversationParameters
{
    /// <summary>A channel's thread rather than a personal chat.</summary>
    public bool IsGroup { get; init; }

    /// <summary>The bot.</summary>
    public ChannelAccount? Bot { get; init; }

    /// <summary>The person, for a personal chat.</summary>
    public IReadOnlyList<ChannelAccount>? Members { get; init; }

    /// <summary>The tenant.</summary>
    public string? TenantId { get; init; }

    /// <summary>The first message, for a thread.</summary>
    public Activity? Activity { get; init; }

    /// <summary>The tenant again, and the channel.</summary>
    public TeamsChannelData? ChannelData { get; init; }
}

/// <summary>A conversation that was made.</summary>
/// <param name="Id">Its id.</param>
/// <param name="ActivityId">Id of its first message; null when none was sent with it.</param>
/// <param name="ServiceUrl">Where it is reached from now on; null for where it was asked for.</param>
internal sealed record ConversationResourceResponse(string? Id, string? ActivityId, string? ServiceUrl);

/// <summary>Some of a conversation's members.</summary>
/// <param name="ContinuationToken">For the next page; null or empty on the last one.</param>
/// <param name="Members">The members.</param>
internal sealed record PagedMembersResult(string? ContinuationToken, IReadOnlyList<ChannelAccount>? Members);
