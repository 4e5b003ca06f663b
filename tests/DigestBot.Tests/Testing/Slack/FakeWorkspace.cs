using System.Globalization;
using System.Text.Json.Nodes;

namespace DigestBot.Tests.Testing.Slack;

/// <summary>Somebody in a workspace.</summary>
internal sealed record FakeUser(string Id, string Name, string Email, string Zone = "Europe/Paris", string Locale = "en-GB", bool IsBot = false, bool IsDeleted = false, bool IsAdmin = false);

/// <summary>A channel, or the direct messages between the bot and one person.</summary>
internal sealed record FakeChannel(string Id, string Name)
{
    public bool IsArchived { get; init; }

    public bool IsPrivate { get; init; }

    public bool IsShared { get; init; }

    /// <summary>The person at the other end of direct messages; null for a channel.</summary>
    public string? With { get; init; }

    public IReadOnlyList<string> Members { get; init; } = [];
}

/// <summary>
/// One workspace: who and what is in it, and what they see. <c>Read</c>s are for tests; what the Web API does stands in
/// <see cref="FakeMethods"/>. Everything below <see cref="Gate"/>.
/// </summary>
internal sealed partial class FakeWorkspace(FakeSlack slack, string id, string name, string? enterprise)
{
    public const string Bot = "U0BOT";

    private long _lastTs;
    private int _numbers;

    /// <summary>Held by whoever reads or changes anything below.</summary>
    internal Lock Gate { get; } = new();

    public FakeSlack Slack => slack;

    public string Id => id;

    public string Name => name;

    public string? Enterprise => enterprise;

    /// <summary>The bot's token, until it is rotated.</summary>
    public string BotToken { get; internal set; } = $"xoxb-{id}";

    /// <summary>Every call of this workspace ends with this error: <c>token_revoked</c>, <c>account_inactive</c>; null while all is well.</summary>
    public string? Refusal { get; set; }

    /// <summary>What was granted; everything the product asks for unless a test takes something away.</summary>
    public HashSet<string> Scopes { get; } = new(StringComparer.Ordinal)
    {
        "chat:write", "commands", "reactions:read", "reactions:write", "users:read", "users:read.email", "channels:read", "channels:history",
        "groups:read", "groups:history", "im:read", "im:write", "im:history", "app_mentions:read",
    };

    internal Dictionary<string, FakeUser> Users { get; } = new(StringComparer.Ordinal);

    internal Dictionary<string, FakeChannel> Channels { get; } = new(StringComparer.Ordinal);

    internal Dictionary<string, List<FakeMessage>> Standing { get; } = new(StringComparer.Ordinal);

    internal List<FakeEphemeral> Ephemerals { get; } = [];

    internal Dictionary<string, FakeView> Homes { get; } = new(StringComparer.Ordinal);

    /// <summary>Open modals by person, the topmost last.</summary>
    internal Dictionary<string, List<FakeView>> Modals { get; } = new(StringComparer.Ordinal);

    internal Dictionary<string, FakeTrigger> Triggers { get; } = new(StringComparer.Ordinal);

    internal Dictionary<string, FakeResponseUrl> ResponseUrls { get; } = new(StringComparer.Ordinal);

    /// <summary>The cast of the walk and the channels of Acme Air.</summary>
    public FakeWorkspace WithCast()
    {
        foreach (var person in new[] { "ana", "ben", "cleo", "eve", "max" })
            AddUser(new($"U0{person.ToUpperInvariant()}", person, $"{person}@acme.example"));
        AddUser(new("U0DEV", "dev", "dev@acme.example", "America/New_York", "en-US"));
        foreach (var channel in new[] { "exec", "curate", "finance", "all" })
            AddChannel($"C0{channel.ToUpperInvariant()}", channel);
        return AddChannel("C0RANDOM", "random", isMember: false);
    }

    public FakeWorkspace AddUser(FakeUser user)
    {
        lock (Gate)
            Users[user.Id] = user;
        return this;
    }

    /// <summary>A channel with everybody in it.</summary>
    /// <param name="channel">Its id.</param>
    /// <param name="named">Its name.</param>
    /// <param name="isMember">The bot is in it.</param>
    public FakeWorkspace AddChannel(string channel, string named, bool isMember = true)
    {
        lock (Gate)
            Channels[channel] = new(channel, named) { Members = [.. Users.Keys, .. isMember ? new[] { Bot } : []] };
        return this;
    }

    /// <summary>Archives a channel, makes it private, takes the bot out of it...</summary>
    public void Change(string channel, Func<FakeChannel, FakeChannel> change)
    {
        lock (Gate)
            Channels[channel] = change(Channels[channel]);
    }

    /// <summary>Changes a person.</summary>
    public void ChangeUser(string user, Func<FakeUser, FakeUser> change)
    {
        lock (Gate)
            Users[user] = change(Users[user]);
    }

    /// <summary>What stands in a channel itself, oldest first.</summary>
    public IReadOnlyList<FakeMessage> Messages(string channel) => [.. All(channel).Where(message => message.ThreadTs is null)];

    /// <summary>What stands in a thread below its first message, oldest first.</summary>
    public IReadOnlyList<FakeMessage> Thread(string channel, string ts) => [.. All(channel).Where(message => message.ThreadTs == ts)];

    /// <summary>Channel and threads together, in the order in which they came.</summary>
    public IReadOnlyList<FakeMessage> All(string channel)
    {
        lock (Gate)
            return [.. Standing.GetValueOrDefault(channel) ?? []];
    }

    public FakeMessage? Message(string channel, string ts) => All(channel).FirstOrDefault(message => message.Ts == ts);

    /// <summary>What the bot told one person directly, oldest first.</summary>
    public IReadOnlyList<FakeMessage> Direct(string user)
    {
        lock (Gate)
            return Channels.Values.FirstOrDefault(channel => channel.With == user) is { } direct ? All(direct.Id) : [];
    }

    /// <summary>What only this person saw, oldest first.</summary>
    public IReadOnlyList<FakeMessage> Ephemeral(string user)
    {
        lock (Gate)
            return [.. Ephemerals.Where(seen => seen.User == user).Select(seen => seen.Message)];
    }

    /// <summary>This person's home page; null before it was published.</summary>
    public FakeView? Home(string user)
    {
        lock (Gate)
            return Homes.GetValueOrDefault(user);
    }

    /// <summary>The topmost modal in front of this person; null without one.</summary>
    public FakeView? Modal(string user)
    {
        lock (Gate)
            return Modals.GetValueOrDefault(user)?.LastOrDefault();
    }

    /// <summary>A number nobody else has.</summary>
    internal string Number() => Interlocked.Increment(ref _numbers).ToString("D6", CultureInfo.InvariantCulture);

    /// <summary>The next message's time: seconds, a dot, six digits; never twice the same.</summary>
    internal string NextTs()
    {
        lock (Gate)
        {
            _lastTs = Math.Max(_lastTs + 1, (slack.Clock.GetUtcNow() - DateTimeOffset.UnixEpoch).Ticks / 10);
            return string.Create(CultureInfo.InvariantCulture, $"{_lastTs / 1_000_000}.{_lastTs % 1_000_000:D6}");
        }
    }

    internal FakeMessage Store(FakeMessage message)
    {
        lock (Gate)
        {
            if (!Standing.TryGetValue(message.Channel, out var list))
                Standing[message.Channel] = list = [];
            list.Add(message);
            return message;
        }
    }

    internal FakeMessage Replace(string channel, string ts, Func<FakeMessage, FakeMessage> change)
    {
        lock (Gate)
        {
            var list = Standing.GetValueOrDefault(channel) ?? [];
            var at = list.FindIndex(message => message.Ts == ts);
            return at < 0 ? throw SlackSays.No("message_not_found") : list[at] = change(list[at]);
        }
    }

    /// <summary>The channel, by its id or a person's; as the bot may see it.</summary>
    internal FakeChannel Seen(string channel)
    {
        lock (Gate)
        {
            if (Users.ContainsKey(channel))
                return DirectWith(channel);
            return Channels.TryGetValue(channel, out var found) && (found.Members.Contains(Bot) || !found.IsPrivate)
                ? found
                : throw SlackSays.No("channel_not_found");
        }
    }

    /// <summary>The direct messages with a person, opened when they are not.</summary>
    internal FakeChannel DirectWith(string user)
    {
        lock (Gate)
        {
            if (!Users.TryGetValue(user, out var found) || found.IsDeleted)
                throw SlackSays.No(found is null ? "user_not_found" : "user_disabled");
            if (Channels.Values.FirstOrDefault(channel => channel.With == user) is { } open)
                return open;
            var direct = new FakeChannel($"D{user[1..]}", found.Name) { With = user, Members = [user, Bot] };
            return Channels[direct.Id] = direct;
        }
    }

    private static JsonArray? Checked(JsonNode? blocks)
    {
        if (blocks is null)
            return null;
        if (blocks is not JsonArray array)
            throw SlackSays.No("invalid_blocks_format");
        return BlockKitRules.Faults(array, 50) is { Count: > 0 } faults ? throw SlackSays.InvalidBlocks(faults) : array;
    }
}
