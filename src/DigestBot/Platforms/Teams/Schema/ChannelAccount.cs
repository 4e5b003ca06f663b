namespace DigestBot.Platforms.Teams.Schema;

/// <summary>A person or bot in a channel of the Bot Framework.</summary>
internal sealed record ChannelAccount
{
    /// <summary><c>29:...</c> for a person as this bot knows them, <c>28:APPID</c> for a bot.</summary>
    public string? Id { get; init; }

    /// <summary>As shown.</summary>
    public string? Name { get; init; }

    /// <summary>The person's object id in Entra: the same for every bot, and what people are known by here.</summary>
    public string? AadObjectId { get; init; }

    /// <summary><c>user</c>, <c>bot</c> or missing.</summary>
    public string? Role { get; init; }

    /// <summary>The message is to be seen by this account only.</summary>
    public bool? IsTargeted { get; init; }

    /// <summary>E-mail address, in lists of members.</summary>
    public string? Email { get; init; }

    /// <summary>Name for signing in, in lists of members; mostly an e-mail address.</summary>
    public string? UserPrincipalName { get; init; }

    /// <summary>The person's own tenant, in lists of members; another one than the conversation's for a guest.</summary>
    public string? TenantId { get; init; }

    /// <summary><c>user</c>, <c>guest</c>, in lists of members.</summary>
    public string? UserRole { get; init; }
}
