using System.Globalization;
using System.Text.Json;
using System.Text.Json.Nodes;
using DigestBot.Platforms.Teams.Schema;

namespace DigestBot.Tests.Testing;

/// <summary>A person in Teams: what they do becomes the activity that Teams then sends to the bot.</summary>
/// <param name="Name">Name.</param>
/// <param name="Number">What tells one from another.</param>
internal sealed record TeamsPerson(string Name, int Number)
{
    private const string BotAccount = "28:11111111-1111-4111-8111-111111111111";

    private static int _events;

    public string Id => string.Create(CultureInfo.InvariantCulture, $"aaaaaaaa-0000-4000-8000-{Number:D12}");

    public string PersonId => $"teams:{Id}";

    /// <summary>How another message mentions them.</summary>
    public Entity Mention => new() { Type = "mention", Text = $"<at>{Name}</at>", Mentioned = new() { Id = $"29:{Name}", Name = Name, AadObjectId = Id.ToUpperInvariant() } };

    /// <summary>Writes to the bot alone.</summary>
    public Activity Writes(string text, params Entity[] mentions) =>
        Did("message") with { Conversation = Alone, Text = text, TextFormat = "plain", Entities = mentions };

    /// <summary>Names the bot in a channel: below a message, or on top.</summary>
    public Activity Mentions(string text, string? below = null, string channel = TeamsRoom.Executives, params Entity[] mentions)
    {
        var said = Did("message");
        return said with
        {
            Conversation = Channel(channel, below ?? said.Id!), Text = $"<at>DigestBot</at> {text}", TextFormat = "plain",
            Entities = [new() { Type = "mention", Text = "<at>DigestBot</at>", Mentioned = new() { Id = BotAccount, Name = "DigestBot" } }, .. mentions],
        };
    }

    /// <summary>Talks in a channel without naming the bot.</summary>
    public Activity Says(string text, string below, string channel = TeamsRoom.Executives) =>
        Did("message") with { Conversation = Channel(channel, below), Text = text, TextFormat = "plain" };

    /// <summary>Gives reactions, takes others away.</summary>
    public Activity Reacts(string message, string[] added, string[]? removed = null, string channel = TeamsRoom.Executives) => Did("messageReaction") with
    {
        Conversation = Channel(channel, TeamsRoom.Message(0, channel)), ReplyToId = message,
        ReactionsAdded = added.Length == 0 ? null : [.. added.Select(type => new MessageReaction(type))],
        ReactionsRemoved = removed is null ? null : [.. removed.Select(type => new MessageReaction(type))],
    };

    public Activity Reacts(string message, string reaction) => Reacts(message, [reaction]);

    public Activity TakesBack(string message, string reaction) => Reacts(message, [], [reaction]);

    /// <summary>Presses a one-tap button.</summary>
    public Activity Presses(string message, string verb, string? args = null) => Did("invoke") with
    {
        Name = "adaptiveCard/action", Conversation = Channel(TeamsRoom.Executives, TeamsRoom.Message(0)), ReplyToId = message,
        Value = Json(new() { ["action"] = new JsonObject { ["type"] = "Action.Execute", ["verb"] = verb, ["data"] = Data(verb, args) }, ["trigger"] = "manual" }),
    };

    /// <summary>Presses the same button in a client that knows only Action.Submit.</summary>
    public Activity PressesInAnOldClient(string message, string verb, string? args = null) => Did("message") with
    {
        Conversation = Channel(TeamsRoom.Executives, TeamsRoom.Message(0)), ReplyToId = message, Value = Json(Data(verb, args)),
    };

    public static JsonElement Json(JsonObject value) => JsonSerializer.SerializeToElement(value);

    private static ConversationAccount Channel(string channel, string root) =>
        new() { Id = $"{channel};messageid={root}", ConversationType = "channel", IsGroup = true, TenantId = TeamsRoom.Tenant };

    private ConversationAccount Alone => new() { Id = $"a:{Name}", ConversationType = "personal", TenantId = TeamsRoom.Tenant };

    private static JsonObject Data(string verb, string? args)
    {
        var data = new JsonObject { ["verb"] = verb };
        if (args is not null)
            data["args"] = args;
        return data;
    }

    // Each a second after the one before.
    private Activity Did(string type)
    {
        var number = Interlocked.Increment(ref _events);
        return new()
        {
            Type = type, Id = string.Create(CultureInfo.InvariantCulture, $"17955{number:D8}"), ChannelId = "msteams", ServiceUrl = "https://smba.trafficmanager.net/emea/",
            Timestamp = new DateTimeOffset(2026, 11, 23, 7, 0, 0, TimeSpan.Zero).AddSeconds(number).ToString("yyyy-MM-dd'T'HH:mm:ss.fff'Z'", CultureInfo.InvariantCulture),
            From = new() { Id = $"29:{Name}", Name = Name, AadObjectId = Id },
            Recipient = new() { Id = BotAccount, Name = "DigestBot" },
            ChannelData = new() { Tenant = new() { Id = TeamsRoom.Tenant } },
        };
    }
}
