using System.Text.Json;
using DigestBot.Core.Actions;

namespace DigestBot.Platforms.Slack.Reading;

/// <summary>Buttons and menus. The value of one is what would be typed; whoever forges one can do no more than by typing.</summary>
internal sealed class SlackPresses(SlackCallers callers, MessageRequests messages)
{
    /// <summary>Reads the press.</summary>
    public async Task<InboxWork> ReadAsync(SlackItem item, SlackCaller caller, CancellationToken cancellationToken)
    {
        var pressed = item.Body.PartOf("actions") is { ValueKind: JsonValueKind.Array } all ? all.EnumerateArray().FirstOrDefault() : default;
        // A button with an address opens a page; what a field of a form holds comes with the form.
        if (pressed.TextOf("url") is not null || Value(pressed) is not { } value)
            return new InboxWork.Nothing();
        if (value.Length > SlackBlocks.LongestValue)
            return new InboxWork.NotUnderstood();
        var about = caller.From.MessageIn(caller.Workspace) is { } message
            ? await messages.AboutAsync(caller.By, Through.Button, message, cancellationToken)
            : null;
        var words = new ActionArguments(value);
        return new InboxWork.Asked((about ?? new(caller.By, Through.Button, callers.DigestOf(caller).Name, "", "")) with
        {
            Verb = words.TakeWord() is { Length: > 0 } verb ? verb : "-",
            Arguments = words.Rest,
        });
    }

    private static string? Value(JsonElement pressed) => pressed.TextOf("value") ?? pressed.PartOf("selected_option").TextOf("value");
}
