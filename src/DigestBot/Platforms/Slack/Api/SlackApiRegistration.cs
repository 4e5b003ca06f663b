namespace DigestBot.Platforms.Slack.Api;

/// <summary>Puts the Web API in.</summary>
internal static class SlackApiRegistration
{
    /// <summary>Adds <see cref="SlackApi"/> and what it is made of.</summary>
    public static IServiceCollection AddSlackApi(this IServiceCollection services) => services
        .AddSingleton<SlackHttp>()
        .AddSingleton<SlackTransport>()
        .AddSingleton<SlackAppCalls>()
        .AddSingleton<SlackLimits>()
        .AddSingleton<SlackApi>();
}
