using DigestBot.Core.Actions;
using DigestBot.Core.Platforms;

namespace DigestBot.Platforms.Teams.Conversations;

/// <summary>Registers where places are reached, and what becomes of them.</summary>
internal static class TeamsConversationsRegistration
{
    /// <summary>Adds the conversations, the platform that sends into them, the people in them and the life of the app.</summary>
    public static IServiceCollection AddTeamsConversations(this IServiceCollection services) => services
        .AddSingleton<TeamsStore>()
        .AddSingleton<TeamsConversations>()
        .AddSingleton<TeamsRemoval>()
        .AddSingleton<TeamsLife>()
        .AddSingleton<IChatDirectory, TeamsDirectory>()
        .AddSingleton<TeamsSign>()
        .AddSingleton<IChatPlatform, TeamsPlatform>()
        .AddSingleton(provider => new WorkspaceRetention(
            TeamsAddress.Platform, TimeSpan.FromDays(provider.GetRequiredService<TeamsOptions>().DeleteAfterDays)));
}
