using DigestBot.Core.Actions;
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
        services.AddSlackDialogs();
        services.AddSlackInbound();
        services.AddSlackAnswers();
        services.AddSlackSetup();
        services.AddSingleton<SlackInstalled>(WelcomeAsync);
        if (options.IsConfigured)
            services.AddSlackReading();
        return services;
    }

    // In the installation's own commit, so that a crash after it leaves nobody waiting for the first question.
    private static Task WelcomeAsync(IServiceProvider services, Installation installation, CancellationToken cancellationToken) =>
        installation.Installer is { } installer
            ? services.GetRequiredService<SlackSetup>().MetAsync(
                services, new Person(installer, installer, "UTC", Roles.Admin | Roles.Curator), cancellationToken)
            : Task.CompletedTask;

    /// <summary>Maps Slack's routes; without Slack in the settings they answer 404.</summary>
    public static IEndpointRouteBuilder MapSlack(this IEndpointRouteBuilder routes) => routes
        .MapSlackInstall()
        .MapSlackInbound();
}
