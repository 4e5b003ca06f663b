using System.Text.Json;

namespace DigestBot.Platforms.Teams.Reading;

/// <summary>What a button of a card sends: what would be typed. It comes from a client; whoever forges it can do no more than by typing.</summary>
/// <param name="Verb">The verb.</param>
/// <param name="Args">What follows it; empty when nothing does.</param>
internal sealed record TeamsCardData(string Verb, string Args)
{
    private const int Longest = 8_000;

    /// <summary>Of the value of a pressed Action.Submit, or of an invoke's Action.Execute; null when it holds no words of ours.</summary>
    public static TeamsCardData? Of(JsonElement? value)
    {
        if (value is not { ValueKind: JsonValueKind.Object } sent)
            return null;
        var action = Part(sent, "action");
        var data = action is null ? sent : Part(action.Value, "data");
        var verb = Text(data, "verb") ?? Text(action, "verb");
        return verb is { Length: > 0 and <= 100 } && Text(data, "args") is var args && args is null or { Length: <= Longest }
            ? new(verb, args ?? "")
            : null;
    }

    private static JsonElement? Part(JsonElement of, string name) =>
        of.TryGetProperty(name, out var part) && part.ValueKind == JsonValueKind.Object ? part : null;

    private static string? Text(JsonElement? of, string name)
    {
        if (of is not { } element || !element.TryGetProperty(name, out var text) || text.ValueKind != JsonValueKind.String)
            return null;
        try
        {
            return text.GetString();
        }
        catch (InvalidOperationException)
        {
            return null; // half a letter (a lone surrogate)
        }
    }
}
