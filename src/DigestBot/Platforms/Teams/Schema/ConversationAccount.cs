namespace DigestBot.Platforms.Teams.Schema;

/// <summary>A conversation: a personal chat, a group chat, a channel or a thread in it.</summary>
internal sealed record ConversationAccount
{
    /// <summary>Its id; that of a thread ends with <c>;messageid=</c> and the id of its first message.</summary>
    public string? Id { get; init; }

    /// <summary>As shown; often missing.</summary>
    public string? Name { get; init; }

    /// <summary><c>personal</c>, <c>groupChat</c> or <c>channel</c>.</summary>
    public string? ConversationType { get; init; }

    /// <summary>The tenant.</summary>
    public string? TenantId { get; init; }

    /// <summary>More than two may be in it.</summary>
    public bool? IsGroup { get; init; }
}
