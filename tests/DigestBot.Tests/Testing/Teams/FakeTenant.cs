using System.Globalization;
using System.Text.Json.Nodes;

namespace DigestBot.Tests.Testing.Teams;

/// <summary>
/// One company: its people, teams and chats, and what they see. What the Connector does with it stands beside
/// (<c>FakeTenant.Connector.cs</c>), what people and administrators do in <see cref="FakeColleague"/> and <see cref="FakeOffice"/>.
/// </summary>
internal sealed partial class FakeTenant(FakeTeams teams, string id)
{
    public const string Team = "19:general@thread.tacv2";
    public const string Executives = "19:exec@thread.tacv2";
    public const string Curators = "19:curate@thread.tacv2";
    public const string Finance = "19:finance@thread.tacv2";
    public const string Everybody = "19:all@thread.tacv2";

    /// <summary>A channel of a team that the bot is not in.</summary>
    public const string Elsewhere = "19:random@thread.tacv2";

    /// <summary>A group chat with the bot.</summary>
    public const string Board = "19:board@thread.v2";

    private long _lastId;

    public FakeTeams Teams => teams;

    public string Id => id;

    /// <summary>Where the Connector serves this tenant.</summary>
    public string ServiceUrl => new Uri(teams.Address, $"connector/{id}/").ToString();

    /// <summary>Held by whoever reads or changes anything below.</summary>
    internal Lock Gate { get; } = new();

    internal Dictionary<string, FakeMember> People { get; } = new(StringComparer.Ordinal);

    internal Dictionary<string, FakePlace> Places { get; } = new(StringComparer.Ordinal);

    internal List<FakePost> Posts { get; } = [];

    /// <summary>MRIs of those who have the app, or are in a team that has it.</summary>
    internal HashSet<string> Reachable { get; } = new(StringComparer.Ordinal);

    /// <summary>Ana, acting.</summary>
    public FakeColleague Ana => Person("ana");

    public FakeColleague Ben => Person("ben");

    public FakeColleague Cleo => Person("cleo");

    public FakeColleague Dev => Person("dev");

    public FakeColleague Eve => Person("eve");

    public FakeColleague Max => Person("max");

    /// <summary>What administrators and owners of teams do.</summary>
    public FakeOffice Office => new(this);

    /// <summary>Entra object id of one of the cast: <c>ana</c>, <c>ben</c>, <c>cleo</c>, <c>dev</c>, <c>eve</c>, <c>max</c>.</summary>
    public static string ObjectIdOf(string name) =>
        $"a0000000-0000-4000-8000-{string.Concat(name.Select(letter => ((int)letter).ToString("x2", CultureInfo.InvariantCulture))).PadLeft(12, '0')[^12..]}";

    /// <summary>The cast of the walk, the channels of Acme Air and a chat, the bot in all but one of them.</summary>
    public FakeTenant WithCast()
    {
        foreach (var person in new[] { "ana", "ben", "cleo", "dev", "eve", "max" })
            AddPerson(person);
        Change(People["29:1dev"] with { Zone = "America/New_York", Locale = "en-US" });
        foreach (var (channel, name) in new[] { (Team, "General"), (Executives, "exec"), (Curators, "curate"), (Finance, "finance"), (Everybody, "all") })
            AddChannel(channel, name);
        AddChannel(Elsewhere, "random", hasBot: false, team: "19:other@thread.tacv2");
        AddPlace(new(Board, "", "groupChat") { Members = [.. People.Keys.Take(2)] });
        return this;
    }

    /// <summary>Somebody new who can reach the bot.</summary>
    /// <param name="name">A first name in small letters.</param>
    /// <param name="email">The address; by the name unless given.</param>
    /// <param name="isGuest">Belongs to another company.</param>
    public FakeMember AddPerson(string name, string? email = null, bool isGuest = false)
    {
        var member = new FakeMember(char.ToUpperInvariant(name[0]) + name[1..], ObjectIdOf(name), email ?? $"{name}@acme.example")
        {
            Tenant = isGuest ? "99999999-9999-4999-8999-999999999999" : id, IsGuest = isGuest,
        };
        lock (Gate)
        {
            People[member.Mri] = member;
            Reachable.Add(member.Mri);
        }
        return member;
    }

    /// <summary>A channel with everybody in it.</summary>
    public void AddChannel(string channel, string name, bool hasBot = true, string team = Team) =>
        AddPlace(new(channel, name, "channel") { Team = team, Members = [.. People.Keys], HasBot = hasBot });

    public void AddPlace(FakePlace place)
    {
        lock (Gate)
            Places[place.Id] = place;
    }

    /// <summary>Changes a person.</summary>
    public void Change(FakeMember person)
    {
        lock (Gate)
            People[person.Mri] = person;
    }

    /// <summary>Changes a channel or chat.</summary>
    public void Change(string place, Func<FakePlace, FakePlace> change)
    {
        lock (Gate)
            Places[place] = change(Places[place]);
    }

    /// <summary>Somebody, acting; by first name.</summary>
    public FakeColleague Person(string name)
    {
        lock (Gate)
            return new(this, People[$"29:1{name}"]);
    }

    /// <summary>The conversation of a person and the bot; null before there is one.</summary>
    public FakePlace? PersonalOf(string mri)
    {
        lock (Gate)
            return Places.Values.FirstOrDefault(place => place.Type == "personal" && place.Members[0] == mri);
    }

    /// <summary>What stands in a channel itself, or in a chat, oldest first; without what only one person sees.</summary>
    public IReadOnlyList<FakePost> Messages(string place) => [.. All(place).Where(post => !post.IsReply && post.For is null)];

    /// <summary>What stands in a thread below its first message, oldest first.</summary>
    public IReadOnlyList<FakePost> Thread(string channel, string first) => [.. All(channel).Where(post => post.IsReply && post.Thread == first && post.For is null)];

    /// <summary>All of a place in the order in which it came.</summary>
    public IReadOnlyList<FakePost> All(string place)
    {
        lock (Gate)
            return [.. Posts.Where(post => post.Place == place)];
    }

    /// <summary>A message; null when it does not stand.</summary>
    public FakePost? Message(string place, string message) => All(place).FirstOrDefault(post => post.Id == message);

    /// <summary>What the bot wrote to one person in their personal chat, oldest first.</summary>
    public IReadOnlyList<FakePost> Direct(FakeColleague person) =>
        PersonalOf(person.Member.Mri) is { } chat ? [.. All(chat.Id).Where(post => post.From == FakeTeams.Bot)] : [];

    /// <summary>What only this person saw in channels and chats, oldest first.</summary>
    public IReadOnlyList<FakePost> Targeted(FakeColleague person)
    {
        lock (Gate)
            return [.. Posts.Where(post => post.For == person.Member.Mri)];
    }

    /// <summary>Puts a message there as if the bot had sent it.</summary>
    public FakePost Stands(string place, JsonObject card, string? inThread = null, string? withId = null)
    {
        var post = withId ?? NextId();
        return Store(new()
        {
            Id = post, Place = place, From = FakeTeams.Bot, Thread = Places[place].Type == "channel" ? inThread ?? post : null,
            Activity = new() { ["type"] = "message", ["attachments"] = new JsonArray(new JsonObject { ["contentType"] = "application/vnd.microsoft.card.adaptive", ["content"] = card }) },
        });
    }

    /// <summary>The chat of a person and the bot, which their client opens when they want to write.</summary>
    internal FakePlace OpenPersonal(FakeMember member)
    {
        lock (Gate)
            return PersonalOf(member.Mri) ?? (Places[$"a:1-{member.Mri[4..]}"] = new($"a:1-{member.Mri[4..]}", "", "personal") { Members = [member.Mri] });
    }

    /// <summary>The next message's id: milliseconds, never twice the same.</summary>
    internal string NextId()
    {
        lock (Gate)
        {
            _lastId = Math.Max(_lastId + 1, teams.Clock.GetUtcNow().ToUnixTimeMilliseconds());
            return _lastId.ToString(CultureInfo.InvariantCulture);
        }
    }

    internal FakePost Store(FakePost post)
    {
        lock (Gate)
            Posts.Add(post);
        return post;
    }

    internal FakePost Replace(string place, string message, Func<FakePost, FakePost> change)
    {
        lock (Gate)
        {
            var at = Posts.FindIndex(post => post.Place == place && post.Id == message);
            return at < 0 ? throw ConnectorSays.No(404, "ActivityNotFoundInConversation") : Posts[at] = change(Posts[at]);
        }
    }
}
