using System.Text;
using System.Text.Json.Nodes;
using DigestBot.Core.Editions;
using DigestBot.Core.Platforms;
using DigestBot.Platforms.Teams.Inbound;
using DigestBot.Platforms.Teams.Manifest;
using DigestBot.Tests.Platforms.Teams.Reading;
using DigestBot.Tests.Testing;
using DigestBot.Tests.Testing.Teams;
using Microsoft.Extensions.DependencyInjection;

namespace DigestBot.Tests.Stories.Walk;

/// <summary>The cast in Teams.</summary>
internal sealed class TeamsStage : IStage
{
    private static readonly Dictionary<string, string> Ids = new(StringComparer.Ordinal)
    {
        ["👀"] = "1f440_eyes", ["3️⃣"] = "0033-20e3_keycap3", ["💡"] = "1f4a1_lightbulb", ["👏"] = "1f44f_applause",
    };

    private readonly FakeTeams _teams;
    private readonly List<(string Who, string At, Seen Said)> _beside = [];
    private Company _company = null!;

    private TeamsStage(FakeTeams teams) => _teams = teams;

    public string Platform => "teams";

    public Audience Executives { get; } = new("executives", "teams", FakeTenant.Executives);

    public Audience Finance { get; } = new("finance", "teams", FakeTenant.Finance);

    public Audience Curators { get; } = new("curators", "teams", FakeTenant.Curators);

    public IEnumerable<KeyValuePair<string, string?>> Settings => _teams.Settings;

    private FakeTenant Tenant => _teams.Tenant;

    public static async Task<TeamsStage> OpenAsync(FakeClock clock) => new(await FakeTeams.StartAsync(clock));

    public string PersonId(string who) => $"teams:{FakeTenant.ObjectIdOf(who)}";

    public IReadOnlyList<Seen> In(Audience channel) => [.. Tenant.All(channel.Channel).Where(post => post.From == FakeTeams.Bot && post.For is null).Select(See)];

    public Seen? Find(PostedMessage message) => Tenant.Message(message.Channel, message.Id) is { } found ? See(found) : null;

    public IReadOnlyList<Seen> Told(string who) =>
    [
        .. Tenant.Direct(Tenant.Person(who)).Concat(Tenant.Targeted(Tenant.Person(who))).Select(post => (At: post.Id, Said: See(post)))
            .Concat(_beside.Where(said => said.Who == who).Select(said => (said.At, said.Said)))
            .OrderBy(said => said.At, StringComparer.Ordinal).Select(said => said.Said),
    ];

    // The app was added to the team and everybody has met it; that they asked for help then is forgotten.
    public async Task BeginAsync(Company company)
    {
        _company = company;
        foreach (var channel in new[] { Executives, Finance, Curators })
            await KeepAsync(Tenant.Cleo.Mentions(channel.Channel, "mine"));
        foreach (var who in new[] { "ana", "ben", "cleo", "dev", "eve", "max" })
            await KeepAsync(Tenant.Person(who).Says("mine"));
        await company.WorksAsync();
        lock (Tenant.Gate)
            Tenant.Posts.Clear();
    }

    public Task ReactsAsync(string who, Seen on, string emoji) => SendAsync(Tenant.Person(who).Reacts(Post(on), Ids[emoji]));

    public Task TakesBackAsync(string who, Seen on, string emoji) => SendAsync(Tenant.Person(who).TakesBack(Post(on), Ids[emoji]));

    public async Task ReactsThreeTimesAsync(string who, Seen on, string emoji)
    {
        var reacts = Tenant.Person(who).Reacts(Post(on), Ids[emoji]);
        for (var time = 0; time < 3; time++)
            await SendAsync(reacts);
    }

    public async Task PressesAsync(string who, Seen on, string title)
    {
        var answer = await InvokeAsync(await PressAsync(who, on, title));
        Reads(who, answer?["value"] as JsonValue ?? answer?["value"]?["message"]);
        await _company.WorksAsync();
    }

    public async Task<string> OpensAsync(string who, Seen on, string title)
    {
        var answer = await InvokeAsync(await PressAsync(who, on, title));
        return answer!["task"]!["value"] is JsonObject dialog ? FakeCard.Reads(dialog["card"]!["content"]!.AsObject()) : answer["task"]!["value"]!.GetValue<string>();
    }

    public async Task FillsAsync(string who, Seen on, string title, params (string Field, string Value)[] filled)
    {
        var dialog = Dialog(await InvokeAsync(await PressAsync(who, on, title)));
        await SubmitsAsync(who, Tenant.Person(who).Submits(dialog, SubmitOf(dialog), Post(on), Filled(dialog, filled)));
    }

    public Task SaysAsync(string who, string typed) => SendAsync(Named(Tenant.Person(who).Says(typed), typed));

    public Task RepliesAsync(string who, Seen below, string text) => SendAsync(Tenant.Person(who).Mentions(Post(below).Place, text, Post(below)).With("replyToId", Post(below).Id));

    public async Task NominatesAsync(string who, string said)
    {
        var message = Tenant.Dev.Writes(FakeTenant.Everybody, said);
        var dialog = Dialog(await InvokeAsync(Tenant.Person(who).Chooses(TeamsManifest.AddToDigest, message)));
        var data = FakeCard.Buttons(dialog)[^1].Data.DeepClone().AsObject();
        foreach (var (field, value) in Filled(dialog, []))
            data[field] = value;
        await SubmitsAsync(who, Tenant.Person(who).Completes(TeamsManifest.AddToDigest, message, data));
    }

    public Task RemovesBotAsync(string who) => SendAsync(Tenant.Person(who).UninstallsIn(FakeTenant.Executives));

    public void DropsNextPost() => _teams.Faults.Next("create", FakeTeamsFault.DropsAfterStoring);

    public ValueTask DisposeAsync() => _teams.DisposeAsync();

    // Whoever has a card of their own presses on that.
    private async Task<FakeActivity> PressAsync(string who, Seen on, string title)
    {
        var (person, post) = (Tenant.Person(who), Post(on));
        var refreshed = post.Card?["refresh"]?["userIds"]?.AsArray().Any(id => id!.GetValue<string>() == person.Member.Mri) == true
            ? (await InvokeAsync(person.Sees(post)))?["value"] as JsonObject
            : null;
        return refreshed is null ? person.Presses(post, title) : person.Presses(post, refreshed, title);
    }

    private async Task SubmitsAsync(string who, FakeActivity submits)
    {
        var answer = await InvokeAsync(submits);
        var value = answer?["task"]?["value"];
        Assert.Empty(Inputs(value)); // the same dialog again: something in it is wrong
        Reads(who, value as JsonValue);
        await _company.WorksAsync();
    }

    // Words beside the button that was pressed.
    private void Reads(string who, JsonNode? words)
    {
        if (words is not null)
            _beside.Add((who, Tenant.NextId(), new(words.GetValue<string>(), [], 0, words)));
    }

    private async Task SendAsync(FakeActivity activity)
    {
        await KeepAsync(activity);
        await _company.WorksAsync();
    }

    private async Task KeepAsync(FakeActivity activity) => Assert.Equal(200, (await Intake.ReceiveAsync(Received(activity), default)).Status);

    // The worker of the inbox goes on beside, as in the program.
    private async Task<JsonObject?> InvokeAsync(FakeActivity invoke)
    {
        var answering = Intake.ReceiveAsync(Received(invoke), default);
        while (!answering.IsCompleted)
        {
            await _company.ReadsAsync();
            await Task.Yield();
        }
        return (await answering).Body;
    }

    private TeamsIntake Intake => _company.Services.GetRequiredService<TeamsIntake>();

    private FakeActivity Named(FakeActivity said, string typed)
    {
        var people = typed.Split(' ').Where(word => word.StartsWith('@')).Select(word => Tenant.Person(word[1..])).ToList();
        var text = people.Aggregate(typed, (words, person) => words.Replace($"@{person.Member.Name.ToLowerInvariant()}", $"<at>{person.Member.Name}</at>", StringComparison.Ordinal));
        return people.Aggregate(said.With("text", text), (words, person) => words.Naming(person, withObjectId: false));
    }

    private static TeamsReceived Received(FakeActivity activity) => TeamsReceived.Read(Encoding.UTF8.GetBytes(activity.Raw))!;

    private static JsonObject Dialog(JsonObject? answer)
    {
        var value = answer?["task"]?["value"];
        Assert.True(value is JsonObject, $"No dialog opens: {value?.ToJsonString()}");
        return value!["card"]!["content"]!.AsObject();
    }

    private static string SubmitOf(JsonObject dialog) => FakeCard.Buttons(dialog)[^1].Title;

    // A client sends every input with what stands in it.
    private static (string Id, string Value)[] Filled(JsonObject dialog, IReadOnlyList<(string Field, string Value)> filled)
    {
        var inputs = Inputs(dialog).ToDictionary(input => input["id"]!.GetValue<string>(), input => input["value"]?.ToString() ?? "", StringComparer.Ordinal);
        Assert.Subset(inputs.Keys.ToHashSet(StringComparer.Ordinal), filled.Select(field => field.Field).ToHashSet(StringComparer.Ordinal));
        foreach (var (field, value) in filled)
            inputs[field] = value.StartsWith('@') ? FakeTenant.ObjectIdOf(value[1..]) : value;
        return [.. inputs.Select(input => (input.Key, input.Value))];
    }

    private static IEnumerable<JsonObject> Inputs(JsonNode? node) => node switch
    {
        JsonObject one => one.SelectMany(member => Inputs(member.Value)).Concat(one["type"]?.ToString().StartsWith("Input.", StringComparison.Ordinal) == true ? [one] : []),
        JsonArray many => many.SelectMany(Inputs),
        _ => [],
    };

    private static FakePost Post(Seen seen) => (FakePost)seen.Post;

    // Teams pings by entities only; those of the bot's own people are wanted.
    private static Seen See(FakePost post) => new(post.Reads, [.. post.Buttons.Select(button => button.Title)], post.Card?["msteams"]?["entities"]?.AsArray().Count ?? 0, post);
}
