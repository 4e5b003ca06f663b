namespace DigestBot.Platforms.Teams.Conversations;

/// <summary>Registers what stands beside it.</summary>
internal static class TeamsConversationsRegistration
{
    /// <summary>Adds it.</summary>
    public static IServiceCollection AddTeamsConversations(this IServiceCollection services) => services;
}
