using DigestBot.Platforms.Slack.Workspaces;
using DigestBot.Settings.Setup;

namespace DigestBot.Platforms.Slack.Setup;

/// <summary>Registers setting up in chat, and the life of channels.</summary>
internal static class SlackSetupRegistration
{
    /// <summary>Adds them.</summary>
    public static IServiceCollection AddSlackSetup(this IServiceCollection services) => services
        .AddSingleton<SlackChannels>()
        .AddSingleton<ISetupPlace, SlackSetup>()
        .AddSingleton<SlackInstalled>((scope, installation, cancellationToken) => installation.Installer is { } installer
            ? scope.GetRequiredService<FirstQuestion>().InstalledAsync(scope, installer, cancellationToken)
            : Task.CompletedTask);
}
