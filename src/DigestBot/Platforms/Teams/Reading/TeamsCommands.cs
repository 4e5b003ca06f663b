using DigestBot.Core.Actions;

namespace DigestBot.Platforms.Teams.Reading;

/// <summary>What is typed to the bot: in the personal chat, after its name, as a slash command.</summary>
internal sealed class TeamsCommands(TeamsCallers callers)
{
    /// <summary>Words said to the bot. None at all show this week's wins.</summary>
    public InboxWork Typed(TeamsCaller caller, string text)
    {
        var words = new ActionArguments(text);
        var verb = words.TakeWord();
        return new InboxWork.Asked(new(caller.By, Through.Command, callers.DigestOf(caller).Name, verb, words.Rest));
    }
}
