using DigestBot.Core.Platforms;
using DigestBot.Platforms.Teams.Schema;

namespace DigestBot.Platforms.Teams.Conversations;

/// <summary>Where a place is reached, or what sending there comes to instead.</summary>
internal abstract record TeamsReach
{
    private TeamsReach()
    {
    }

    /// <summary>It can be written to.</summary>
    /// <param name="To">Where.</param>
    /// <param name="Kind">Who can read it.</param>
    public sealed record There(ConversationReference To, ConversationKind Kind) : TeamsReach;

    /// <summary>It cannot, now or for good.</summary>
    public sealed record Not(SendResult Result) : TeamsReach;
}
