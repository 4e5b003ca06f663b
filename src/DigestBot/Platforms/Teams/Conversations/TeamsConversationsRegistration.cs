namespace DigestBot.Platforms.Teams.Conversations;

/// <summary>Registers where places are reached.</summary>
internal static class TeamsConversationsRegistration
{
    /// <summary>Adds the conversations and the platform that sends into them.</summary>
    public static IServiceCollection AddTeamsConversations(this IServiceCollection services) => services
        .AddSingleton<TeamsStore>()
        .AddSingleton<TeamsConversations>()
        .AddSingleton<Core.Platforms.IChatPlatform, TeamsPlatform>();
}
