namespace DigestBot.Platforms.Teams.Connector;

/// <summary>Registers what stands beside it.</summary>
internal static class TeamsConnectorRegistration
{
    /// <summary>Adds it.</summary>
    public static IServiceCollection AddTeamsConnector(this IServiceCollection services) => services;
}
