using DigestBot.Platforms.Slack.Dialogs;
using DigestBot.Platforms.Slack.Workspaces;

namespace DigestBot.Platforms.Slack.Setup;

/// <summary>Registers setting up in chat, and the life of channels.</summary>
internal static class SlackSetupRegistration
{
    /// <summary>Adds them.</summary>
    public static IServiceCollection AddSlackSetup(this IServiceCollection services) => services
        .AddSingleton<SlackChannels>()
        .AddSingleton<SlackSetup>()
        .AddSingleton<SlackInstalled>(provider => provider.GetRequiredService<SlackSetup>().InstalledAsync)
        .AddSingleton<SetupSettling>()
        .AddSingleton<ISlackDialog, SetupDialog>();
}
