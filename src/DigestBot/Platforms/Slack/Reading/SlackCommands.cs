using DigestBot.Core.Actions;

namespace DigestBot.Platforms.Slack.Reading;

/// <summary>What is typed to the bot: the slash command, a mention, a direct message.</summary>
internal sealed class SlackCommands(SlackCallers callers)
{
    /// <summary>A slash command.</summary>
    public InboxWork Read(SlackItem item, SlackCaller caller) => Typed(caller, item.Body.TextOf("text") ?? "");

    /// <summary>Words said to the bot, the same as after the command. None at all show this week's wins.</summary>
    public InboxWork Typed(SlackCaller caller, string text)
    {
        var words = new ActionArguments(SlackTyped.Of(text, caller.Workspace));
        var verb = words.TakeWord();
        return new InboxWork.Asked(new(caller.By, Through.Command, callers.DigestOf(caller).Name, verb, words.Rest));
    }
}
