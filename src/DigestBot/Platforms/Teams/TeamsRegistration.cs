using DigestBot.Platforms.Teams.Answers;
using DigestBot.Platforms.Teams.Connector;
using DigestBot.Platforms.Teams.Conversations;
using DigestBot.Platforms.Teams.Dialogs;
using DigestBot.Platforms.Teams.Inbound;
using DigestBot.Platforms.Teams.Reading;

namespace DigestBot.Platforms.Teams;

/// <summary>Registers Teams: nothing but its settings while it is not configured.</summary>
internal static class TeamsRegistration
{
    /// <summary>Adds the platform <c>teams</c> with all that belongs to it.</summary>
    public static IServiceCollection AddTeams(this IServiceCollection services, IConfiguration settings)
    {
        var options = TeamsSettings.Read(settings);
        services.AddSingleton(options);
        if (!options.IsConfigured)
            return services;
        return services
            .AddTeamsConnector()
            .AddTeamsConversations()
            .AddTeamsInbound()
            .AddTeamsReading()
            .AddTeamsAnswers()
            .AddTeamsDialogs();
    }

    /// <summary>Maps Teams' route; without Teams in the settings it answers 404.</summary>
    public static IEndpointRouteBuilder MapTeams(this IEndpointRouteBuilder routes) =>
        routes.ServiceProvider.GetRequiredService<TeamsOptions>().IsConfigured ? routes.MapTeamsInbound() : routes;
}
