using System.Text.Json;

namespace DigestBot.Platforms.Teams.Schema;

/// <summary>
/// One thing that happened or is to be shown, in and out: the Bot Framework's Activity, with the members that are used here. What came
/// from outside may lack anything.
/// </summary>
internal sealed record Activity
{
    /// <summary><c>message</c>, <c>invoke</c>, <c>messageReaction</c>, <c>conversationUpdate</c>, <c>installationUpdate</c>...</summary>
    public string? Type { get; init; }

    /// <summary>The platform's id. A changed or deleted message has the id of the message.</summary>
    public string? Id { get; init; }

    /// <summary>When it happened, as Teams wrote it.</summary>
    public string? Timestamp { get; init; }

    /// <summary>Where answers go: an address of the Connector. Believed only once it was checked against the token.</summary>
    public string? ServiceUrl { get; init; }

    /// <summary><c>msteams</c>.</summary>
    public string? ChannelId { get; init; }

    /// <summary>Who did it.</summary>
    public ChannelAccount? From { get; init; }

    /// <summary>Where.</summary>
    public ConversationAccount? Conversation { get; init; }

    /// <summary>To whom: the bot.</summary>
    public ChannelAccount? Recipient { get; init; }

    /// <summary>What was said; mentions stand in it as <c>&lt;at&gt;name&lt;/at&gt;</c>.</summary>
    public string? Text { get; init; }

    /// <summary><c>plain</c>, <c>markdown</c> or <c>xml</c>.</summary>
    public string? TextFormat { get; init; }

    /// <summary>What a notification reads aloud of a card.</summary>
    public string? Summary { get; init; }

    /// <summary>BCP 47 tag of the person's client.</summary>
    public string? Locale { get; init; }

    /// <summary>The message that it answers, reacts to or was pressed on.</summary>
    public string? ReplyToId { get; init; }

    /// <summary>Name of an invoke or event.</summary>
    public string? Name { get; init; }

    /// <summary>What happened to an installation: <c>add</c>, <c>remove</c>, <c>add-upgrade</c>, <c>remove-upgrade</c>.</summary>
    public string? Action { get; init; }

    /// <summary>What an invoke or a pressed button carries; from a client, never believed.</summary>
    public JsonElement? Value { get; init; }

    /// <summary>Mentions and the like.</summary>
    public IReadOnlyList<Entity>? Entities { get; init; }

    /// <summary>Cards.</summary>
    public IReadOnlyList<Attachment>? Attachments { get; init; }

    /// <summary>Reactions given.</summary>
    public IReadOnlyList<MessageReaction>? ReactionsAdded { get; init; }

    /// <summary>Reactions taken away.</summary>
    public IReadOnlyList<MessageReaction>? ReactionsRemoved { get; init; }

    /// <summary>Who came into the conversation.</summary>
    public IReadOnlyList<ChannelAccount>? MembersAdded { get; init; }

    /// <summary>Who left it.</summary>
    public IReadOnlyList<ChannelAccount>? MembersRemoved { get; init; }

    /// <summary>What Teams adds.</summary>
    public TeamsChannelData? ChannelData { get; init; }
}
