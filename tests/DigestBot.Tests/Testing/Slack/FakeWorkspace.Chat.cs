using System.Text.Json.Nodes;

namespace DigestBot.Tests.Testing.Slack;

/// <summary>Messages: posting, changing, answering in private, reacting.</summary>
internal sealed partial class FakeWorkspace
{
    private const int LongestText = 40_000;
    private const int LongestUpdate = 4_000;

    internal FakeMessage Post(FakeCall call)
    {
        var channel = Seen(call.Text("channel"));
        Writable(channel);
        if (call.TextOrNull("thread_ts") is { } thread && Message(channel.Id, thread) is not { ThreadTs: null })
            throw SlackSays.No("thread_not_found");
        return Store(Written(call, channel, new() { Ts = NextTs(), Channel = channel.Id, User = Bot, ThreadTs = call.TextOrNull("thread_ts") }));
    }

    internal FakeMessage Update(FakeCall call)
    {
        var channel = call.Text("channel");
        lock (Gate)
        {
            if (!Channels.TryGetValue(channel, out var found))
                throw SlackSays.No("channel_not_found");
            Writable(found);
            if (call.TextOrNull("text")?.Length > LongestUpdate)
                throw SlackSays.No("msg_too_long");
            return Replace(channel, call.Text("ts"), standing => standing.User == Bot
                ? Written(call, found, standing) with { Updates = standing.Updates + 1 }
                : throw SlackSays.No("cant_update_message"));
        }
    }

    internal string PostEphemeral(FakeCall call)
    {
        var channel = Seen(call.Text("channel"));
        Writable(channel);
        var user = call.Text("user");
        if (!channel.Members.Contains(user))
            throw SlackSays.No("user_not_in_channel");
        return Whisper(channel.Id, user, Written(call, channel, new() { Ts = NextTs(), Channel = channel.Id, User = Bot, ThreadTs = call.TextOrNull("thread_ts") }));
    }

    internal string Whisper(string channel, string user, FakeMessage message)
    {
        lock (Gate)
            Ephemerals.Add(new(channel, user, message));
        return message.Ts;
    }

    /// <summary>Puts a reaction on or takes it away, by a person or the bot.</summary>
    internal void React(string channel, string ts, string reaction, string user, bool isAdded) => Replace(channel, ts, message =>
    {
        var users = message.Reactions.GetValueOrDefault(reaction) ?? [];
        if (users.Contains(user) == isAdded)
            throw SlackSays.No(isAdded ? "already_reacted" : "no_reaction");
        var after = new Dictionary<string, IReadOnlyList<string>>(message.Reactions, StringComparer.Ordinal)
        {
            [reaction] = isAdded ? [.. users, user] : [.. users.Where(other => other != user)],
        };
        return message with { Reactions = after.Where(found => found.Value.Count > 0).ToDictionary(StringComparer.Ordinal) };
    });

    /// <summary>What was sent to a response_url; false when it is not one of ours, used up or too old.</summary>
    internal bool Respond(string responseUrl, FakeCall call)
    {
        lock (Gate)
        {
            if (!ResponseUrls.TryGetValue(responseUrl, out var url) || url.Uses >= 5 || slack.Clock.GetUtcNow() > url.Until)
                return false;
            url.Uses++;
            if (call.Flag("delete_original") || call.Flag("replace_original"))
                Original(url, call);
            else if (call.TextOrNull("response_type") == "in_channel")
                Store(Written(call, Channels[url.Channel], New(url)));
            else
                Whisper(url.Channel, url.User, Written(call, Channels[url.Channel], New(url)));
            return true;
        }
    }

    private FakeMessage New(FakeResponseUrl url) => new() { Ts = NextTs(), Channel = url.Channel, User = Bot };

    private void Original(FakeResponseUrl url, FakeCall call)
    {
        if (call.Flag("delete_original"))
            Standing[url.Channel].RemoveAll(message => message.Ts == url.Message);
        else if (url.Message is { } ts && Message(url.Channel, ts) is not null)
            Replace(url.Channel, ts, standing => Written(call, Channels[url.Channel], standing) with { Updates = standing.Updates + 1 });
        else
            Whisper(url.Channel, url.User, Written(call, Channels[url.Channel], New(url)));
    }

    private static FakeMessage Written(FakeCall call, FakeChannel channel, FakeMessage message)
    {
        var blocks = Checked(call.Json("blocks"));
        var text = call.TextOrNull("text") ?? "";
        if (text.Length == 0 && blocks is not { Count: > 0 })
            throw SlackSays.No("no_text");
        var metadata = call.Json("metadata") as JsonObject;
        if (metadata is not null && (metadata["event_type"] is not JsonValue || metadata["event_payload"] is not JsonObject))
            throw SlackSays.No("invalid_metadata_format");
        return message with
        {
            Channel = channel.Id,
            Text = text.Length > LongestText ? text[..LongestText] : text,
            Blocks = blocks,
            Metadata = metadata ?? message.Metadata,
            Arguments = call.Arguments.DeepClone().AsObject(),
        };
    }

    private static void Writable(FakeChannel channel)
    {
        if (channel.IsArchived)
            throw SlackSays.No("is_archived");
        if (!channel.Members.Contains(Bot))
            throw SlackSays.No("not_in_channel");
    }
}

/// <summary>Where an answer to one interaction goes: five times, for half an hour.</summary>
internal sealed class FakeResponseUrl(string channel, string user, string? message, DateTimeOffset until)
{
    public string Channel => channel;

    public string User => user;

    /// <summary>The message that was clicked; null for a command.</summary>
    public string? Message => message;

    public DateTimeOffset Until => until;

    public int Uses { get; set; }
}

/// <summary>The right to open one modal: once, within three seconds.</summary>
internal sealed class FakeTrigger(string user, DateTimeOffset until)
{
    public string User => user;

    public DateTimeOffset Until => until;

    public bool IsUsed { get; set; }
}
