namespace DigestBot.Platforms.Teams.Answers;

/// <summary>Registers what people are answered.</summary>
internal static class TeamsAnswersRegistration
{
    /// <summary>Adds the answers and their way.</summary>
    public static IServiceCollection AddTeamsAnswers(this IServiceCollection services) =>
        services.AddSingleton<TeamsReplies>().AddSingleton<TeamsAnswering>();
}
