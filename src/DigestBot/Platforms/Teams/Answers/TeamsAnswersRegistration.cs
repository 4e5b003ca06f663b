namespace DigestBot.Platforms.Teams.Answers;

/// <summary>Registers what stands beside it.</summary>
internal static class TeamsAnswersRegistration
{
    /// <summary>Adds it.</summary>
    public static IServiceCollection AddTeamsAnswers(this IServiceCollection services) => services;
}
