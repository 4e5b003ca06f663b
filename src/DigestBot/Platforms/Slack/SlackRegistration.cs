using DigestBot.Core.Platforms;
using DigestBot.Platforms.Slack.Api;
using DigestBot.Platforms.Slack.Answers;
using DigestBot.Platforms.Slack.Dialogs;
using DigestBot.Platforms.Slack.Inbound;
using DigestBot.Platforms.Slack.Reading;
using DigestBot.Platforms.Slack.Setup;
using DigestBot.Platforms.Slack.Workspaces;

namespace DigestBot.Platforms.Slack;

/// <summary>Registers Slack: nothing but its settings while it is not configured.</summary>
internal static class SlackRegistration
{
    /// <summary>Adds the platform <c>slack</c> with all that belongs to it.</summary>
    public static IServiceCollection AddSlack(this IServiceCollection services, IConfiguration settings)
    {
        var options = SlackSettings.Read(settings);
        services.AddSingleton(options);
        services.AddSlackWorkspaces(options);
        services.AddSlackApi();
        if (options.IsConfigured)
            services.AddSingleton<SlackMark>().AddSingleton<SlackSearch>().AddSingleton<IChatPlatform, SlackPlatform>();
        services.AddSingleton<SlackDialogs>().AddSingleton<DialogOpener>();
        services.AddSlackInbound();
        services.AddSlackAnswers();
        services.AddSlackSetup();
        if (options.IsConfigured)
            services.AddSlackReading();
        return services;
    }

    /// <summary>Maps Slack's routes; without Slack in the settings they answer 404.</summary>
    public static IEndpointRouteBuilder MapSlack(this IEndpointRouteBuilder routes) => routes
        .MapSlackInstall()
        .MapSlackInbound();
}
