using DigestBot.Platforms.Slack.Home;

namespace DigestBot.Platforms.Slack.Answers;

/// <summary>Registers what people see beside the edition: answers and Home.</summary>
internal static class SlackAnswersRegistration
{
    /// <summary>Adds answers and Home.</summary>
    public static IServiceCollection AddSlackAnswers(this IServiceCollection services) =>
        services.AddSingleton<SlackThreads>().AddSingleton<SlackReplies>().AddSingleton<SlackHome>();
}
