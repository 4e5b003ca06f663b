using System.Text.Json;
using DigestBot.Core.Actions;
using DigestBot.Platforms.Teams.Schema;

namespace DigestBot.Platforms.Teams.Reading;

/// <summary>Buttons of cards, by Action.Execute or, in clients that do not know it, by a message that carries the button's value.</summary>
internal sealed class TeamsPresses(TeamsCallers callers, MessageRequests messages) : IInvokeReader
{
    /// <summary>Name of the invoke that Action.Execute is.</summary>
    public const string Invoke = "adaptiveCard/action";

    /// <summary>The message is a press: it carries a value.</summary>
    public static bool Is(Activity message) => message.Value is { ValueKind: JsonValueKind.Object };

    /// <inheritdoc />
    public bool Takes(Activity invoke) => invoke.Name == Invoke;

    /// <inheritdoc />
    public async Task<InboxWork> ReadAsync(Activity invoke, TeamsCaller caller, CancellationToken cancellationToken)
    {
        if (TeamsCardData.Of(invoke.Value) is not { } pressed)
            return new InboxWork.NotUnderstood();
        var about = caller.From.MessageThere is { } message
            ? await messages.AboutAsync(caller.By, Through.Button, message, cancellationToken)
            : null;
        return new InboxWork.Asked((about ?? new(caller.By, Through.Button, callers.DigestOf(caller).Name, "", "")) with { Verb = pressed.Verb, Arguments = pressed.Args });
    }
}
