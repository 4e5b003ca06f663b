using System.Text.Json.Nodes;
using DigestBot.Core.Platforms;
using DigestBot.Platforms.Teams.Schema;

namespace DigestBot.Platforms.Teams;

/// <summary>
/// A message as the Connector takes it: the card alone (words beside it would become a message of their own, without an id), and in
/// <c>summary</c> what a notification says of it.
/// </summary>
internal static class TeamsMessage
{
    private const int LongestSummary = 250;

    /// <summary>The message for a card.</summary>
    /// <param name="card">The card.</param>
    /// <param name="kind">Who can read it: outside channels it asks for an alert in the activity feed.</param>
    public static Activity Of(JsonObject card, ConversationKind kind) => new()
    {
        Type = "message",
        Summary = VisibleText.Cut(Spoken(card), LongestSummary),
        Attachments = [new() { ContentType = Attachment.AdaptiveCard, Content = card }],
        ChannelData = kind == ConversationKind.Channel ? null : new() { Notification = new(Alert: true) },
    };

    /// <summary>The same message with nothing but the words that are read aloud: what is left where Teams finds the card too large.</summary>
    public static JsonObject Small(JsonObject card) =>
        TeamsView.Of(new TextContent($"{VisibleText.Cut(Spoken(card), 1_000)}\nThis message was too large for Teams: say 'digest' to see the rest.", []));

    private static string Spoken(JsonObject card) => (card["speak"] ?? card["fallbackText"])?.GetValue<string>() ?? "DigestBot";
}
