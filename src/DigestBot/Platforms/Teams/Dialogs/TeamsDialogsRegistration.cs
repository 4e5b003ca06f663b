namespace DigestBot.Platforms.Teams.Dialogs;

/// <summary>Registers what stands beside it.</summary>
internal static class TeamsDialogsRegistration
{
    /// <summary>Adds it.</summary>
    public static IServiceCollection AddTeamsDialogs(this IServiceCollection services) => services;
}
