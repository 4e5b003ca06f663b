using DigestBot.Core.Platforms;

namespace DigestBot.Platforms.Slack.Workspaces;

/// <summary>Registers workspaces and their tokens.</summary>
internal static class SlackWorkspacesRegistration
{
    /// <summary>Adds <see cref="SlackWorkspaces"/> with what it needs, and how long removed ones are remembered.</summary>
    public static IServiceCollection AddSlackWorkspaces(this IServiceCollection services, SlackOptions options)
    {
        if (options.IsConfigured)
            services.AddSingleton(new WorkspaceRetention(SlackAddress.Platform, TimeSpan.FromDays(options.DeleteAfterDays)));
        return services
            .AddSingleton<SlackVault>()
            .AddSingleton<SlackStore>()
            .AddSingleton<SlackRemoval>()
            .AddSingleton<SlackRenewal>()
            .AddSingleton<SlackOwnToken>()
            .AddSingleton<SlackLeaving>()
            .AddSingleton<SlackInstall>()
            .AddSingleton<SlackWorkspaces>();
    }
}
