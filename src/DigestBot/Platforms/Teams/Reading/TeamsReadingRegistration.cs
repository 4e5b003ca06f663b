namespace DigestBot.Platforms.Teams.Reading;

/// <summary>Registers what stands beside it.</summary>
internal static class TeamsReadingRegistration
{
    /// <summary>Adds it.</summary>
    public static IServiceCollection AddTeamsReading(this IServiceCollection services) => services;
}
