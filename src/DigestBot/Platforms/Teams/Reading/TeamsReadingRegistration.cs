using DigestBot.Core.Actions;
using DigestBot.Core.Platforms;
using DigestBot.Platforms.Teams.Inbound;

namespace DigestBot.Platforms.Teams.Reading;

/// <summary>Registers what reads the inbox.</summary>
internal static class TeamsReadingRegistration
{
    /// <summary>Adds the reader of Teams' items, and the answer to one-tap buttons.</summary>
    public static IServiceCollection AddTeamsReading(this IServiceCollection services) => services
        .AddSingleton(TeamsEmoji.StandIns)
        .AddSingleton<IInboxReader, TeamsInbox>()
        .AddSingleton<IInvokeHandler, AdaptiveCardActionHandler>()
        .AddSingleton<TeamsMissed>()
        .AddSingleton<AfterStandstill>(provider => provider.GetRequiredService<TeamsMissed>().TellAsync)
        .AddScoped<TeamsReading>()
        .AddScoped<TeamsAdoption>()
        .AddScoped<TeamsCallers>()
        .AddScoped<TeamsMembers>()
        .AddScoped<TeamsFirstWord>()
        .AddScoped<TeamsReactions>()
        .AddScoped<TeamsCommands>()
        .AddScoped<TeamsTalk>()
        .AddScoped<TeamsPresses>()
        .AddScoped<IInvokeReader>(provider => provider.GetRequiredService<TeamsPresses>());
}
