using System.Text.Json.Nodes;

namespace DigestBot.Tests.Testing.Teams;

/// <summary>What the Connector does for the bot in a tenant.</summary>
internal sealed partial class FakeTenant
{
    private const string MessageId = ";messageid=";

    /// <summary>The chat with a person, or a new thread in a channel.</summary>
    internal JsonObject Create(JsonObject asked)
    {
        if (asked["bot"]?["id"]?.GetValue<string>() != FakeTeams.Bot)
            throw ConnectorSays.No(400, "BadArgument");
        if (asked["channelData"]?["channel"]?["id"]?.GetValue<string>() is { } channel)
            return Created(channel, asked["activity"]?.AsObject() ?? throw ConnectorSays.No(400, "BadArgument"));
        var chat = PersonalWith(asked["members"]?.AsArray() is [{ } only] ? only["id"]?.GetValue<string>() ?? "" : "", asked["tenantId"]?.GetValue<string>());
        return asked["activity"]?.AsObject() is { } first ? Created(chat.Id, first) : new() { ["id"] = chat.Id, ["serviceUrl"] = ServiceUrl };
    }

    /// <summary>A message into a conversation, or as a reply to a message.</summary>
    internal JsonObject Post(string conversation, string? replyTo, JsonObject activity, bool isTargeted)
    {
        var (place, thread) = Find(conversation, isWritten: true);
        var reader = isTargeted ? Reader(place, activity) : null;
        if (place.Type == "channel" && thread is null && replyTo is not null)
            thread = Message(place.Id, replyTo)?.Thread;
        if (thread is not null && Message(place.Id, thread) is null)
            throw ConnectorSays.No(404, "ActivityNotFoundInConversation");
        // Words and a card are two messages, and no id is told.
        if (activity["text"] is not null && activity["attachments"] is JsonArray { Count: > 0 })
        {
            Store(place, thread, new() { ["type"] = "message", ["text"] = activity["text"]!.DeepClone() }, reader);
            Store(place, thread, activity, reader);
            return [];
        }
        return new() { ["id"] = Store(place, thread, activity, reader).Id };
    }

    internal JsonObject Update(string conversation, string message, JsonObject activity)
    {
        var (place, _) = Find(conversation, isWritten: true);
        var changed = Replace(place.Id, message, post => post.From != FakeTeams.Bot
            ? throw ConnectorSays.No(403, "NotEnoughPermissions")
            : post with { Activity = activity.DeepClone().AsObject(), Updates = post.Updates + 1 });
        return new() { ["id"] = changed.Id };
    }

    internal JsonObject Delete(string conversation, string message)
    {
        var (place, _) = Find(conversation, isWritten: true);
        lock (Gate)
        {
            if (Posts.RemoveAll(post => post.Place == place.Id && post.Id == message && post.From == FakeTeams.Bot) == 0)
                throw ConnectorSays.No(404, "ActivityNotFoundInConversation");
        }
        return [];
    }

    internal JsonObject React(string conversation, string message, string type, bool isAdded)
    {
        var (place, _) = Find(conversation, isWritten: true);
        Replace(place.Id, message, post => post with { Reactions = [.. post.Reactions.Where(given => given != $"{FakeTeams.Bot} {type}"), .. isAdded ? [$"{FakeTeams.Bot} {type}"] : Array.Empty<string>()] });
        return [];
    }

    internal IReadOnlyList<FakeMember> MembersOf(string conversation)
    {
        var (place, _) = Find(conversation, isWritten: false);
        lock (Gate)
            return [.. place.Members.Select(mri => People.GetValueOrDefault(mri)).OfType<FakeMember>()];
    }

    internal FakeMember MemberOf(string conversation, string user) =>
        MembersOf(conversation).FirstOrDefault(member => member.Mri == user || member.ObjectId == user) ?? throw ConnectorSays.No(404, "MemberNotFoundInConversation");

    internal JsonObject ChannelsOf(string team)
    {
        lock (Gate)
        {
            var channels = Places.Values.Where(place => place.Team == team && place.HasBot).ToList();
            return channels.Count == 0
                ? throw ConnectorSays.No(404, "TeamNotFound")
                : new() { ["conversations"] = new JsonArray([.. channels.Select(channel => new JsonObject { ["id"] = channel.Id, ["name"] = channel.Name })]) };
        }
    }

    private FakePlace PersonalWith(string mri, string? tenant)
    {
        lock (Gate)
        {
            if (tenant != Id || !People.ContainsKey(mri))
                throw ConnectorSays.No(400, "BadArgument");
            if (!Reachable.Contains(mri))
                throw ConnectorSays.No(403, "ForbiddenOperationException");
            // The same chat however often it is asked for.
            var known = Places.Values.FirstOrDefault(place => place.Type == "personal" && place.Members[0] == mri);
            return known ?? (Places[$"a:1-{mri[4..]}"] = new($"a:1-{mri[4..]}", "", "personal") { Members = [mri] });
        }
    }

    private JsonObject Created(string conversation, JsonObject activity)
    {
        var (place, _) = Find(conversation, isWritten: true);
        var post = Store(place, null, activity, null);
        return new() { ["id"] = post.Conversation, ["activityId"] = post.Id, ["serviceUrl"] = ServiceUrl };
    }

    private FakePost Store(FakePlace place, string? thread, JsonObject activity, string? reader)
    {
        var message = NextId();
        return Store(new()
        {
            Id = message, Place = place.Id, Thread = place.Type == "channel" ? thread ?? message : null, From = FakeTeams.Bot,
            Activity = activity.DeepClone().AsObject(), For = reader,
        });
    }

    private static string Reader(FakePlace place, JsonObject activity)
    {
        var reader = activity["recipient"]?["id"]?.GetValue<string>() ?? "";
        return place.Type != "personal" && place.Members.Contains(reader, StringComparer.Ordinal) ? reader : throw ConnectorSays.No(400, "BadArgument");
    }

    private (FakePlace Place, string? Thread) Find(string conversation, bool isWritten)
    {
        var cut = conversation.IndexOf(MessageId, StringComparison.Ordinal);
        var (id, thread) = cut < 0 ? (conversation, null) : (conversation[..cut], conversation[(cut + MessageId.Length)..]);
        lock (Gate)
        {
            if (!Places.TryGetValue(id, out var place) || place.IsDeleted)
                throw ConnectorSays.No(404, "ConversationNotFound");
            if (!place.HasBot)
                throw ConnectorSays.No(403, "BotNotInConversationRoster");
            if (isWritten && (place.IsBlocked || (place.Type == "personal" && !Reachable.Contains(place.Members[0]))))
                throw new ConnectorSays(403, FakeTeamsFault.BlockedBody());
            return (place, thread);
        }
    }
}
