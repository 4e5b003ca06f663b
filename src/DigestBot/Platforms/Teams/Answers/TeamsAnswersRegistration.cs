using DigestBot.Platforms.Teams.Inbound;

namespace DigestBot.Platforms.Teams.Answers;

/// <summary>Registers what people are answered, and whose card is whose.</summary>
internal static class TeamsAnswersRegistration
{
    /// <summary>Adds the answers and their way, and the cards of those who may press more than everybody.</summary>
    public static IServiceCollection AddTeamsAnswers(this IServiceCollection services) => services
        .AddSingleton<TeamsReplies>().AddSingleton<TeamsAnswering>()
        .AddSingleton<TeamsCircle>().AddSingleton<IInvokeHandler, CardRefreshHandler>();
}
