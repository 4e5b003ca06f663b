using Microsoft.Identity.Client;

namespace DigestBot.Platforms.Teams.Connector;

/// <summary>Registers the way out to Teams.</summary>
internal static class TeamsConnectorRegistration
{
    /// <summary>Adds the Connector's calls, the bot's tokens and the limits.</summary>
    public static IServiceCollection AddTeamsConnector(this IServiceCollection services) => services
        .AddSingleton<TeamsHttp>()
        .AddSingleton<IMsalHttpClientFactory, MsalHttp>()
        .AddSingleton<TeamsTokens>()
        .AddSingleton<TeamsLimits>()
        .AddSingleton<TeamsConnector>();
}
