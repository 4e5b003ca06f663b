using DigestBot.Core.Actions;

namespace DigestBot.Platforms.Slack.Reading;

/// <summary>Registers what reads the inbox.</summary>
internal static class ReadingRegistration
{
    /// <summary>Adds the reader of Slack's items, and Slack as a directory of people.</summary>
    public static IServiceCollection AddSlackReading(this IServiceCollection services) => services
        .AddSingleton<IChatDirectory, SlackDirectory>()
        .AddSingleton<SlackAnswering>()
        .AddSingleton<SlackCatchUp>()
        .AddSingleton<IInboxReader, SlackInbox>()
        .AddScoped<SlackReading>()
        .AddScoped<SlackCallers>()
        .AddScoped<SlackReactions>()
        .AddScoped<SlackCommands>()
        .AddScoped<SlackPresses>()
        .AddScoped<SlackTalk>()
        .AddScoped<SlackLife>();
}
