using System.Globalization;
using System.Text.Json;
using DigestBot.Core.Editions;
using DigestBot.Core.Platforms;
using DigestBot.Platforms.Slack.Dialogs;
using DigestBot.Platforms.Slack.Manifest;
using DigestBot.Platforms.Slack.Reading;
using DigestBot.Tests.Platforms.Slack.Dialogs;
using DigestBot.Tests.Testing;
using DigestBot.Tests.Testing.Slack;
using Microsoft.Extensions.DependencyInjection;

namespace DigestBot.Tests.Stories.Walk;

/// <summary>The cast in Slack.</summary>
internal sealed class SlackStage : IStage
{
    private static readonly Dictionary<string, string> Names = new(StringComparer.Ordinal) { ["👀"] = "eyes", ["3️⃣"] = "three", ["💡"] = "bulb", ["👏"] = "clap" };

    private readonly FakeSlack _slack;
    private Company _company = null!;
    private int _requests;

    private SlackStage(FakeSlack slack) => _slack = slack;

    public string Platform => "slack";

    public Audience Executives { get; } = new("executives", "slack", "C0EXEC");

    public Audience Finance { get; } = new("finance", "slack", "C0FINANCE");

    public Audience Curators { get; } = new("curators", "slack", "C0CURATE");

    public IEnumerable<KeyValuePair<string, string?>> Settings =>
    [
        new("Slack:SigningSecret", FakeSlack.SigningSecret), new("Slack:BotToken", Workspace.BotToken), new("Slack:ApiBaseAddress", _slack.ApiBaseAddress.ToString()),
    ];

    private FakeWorkspace Workspace => _slack.Workspace;

    public static async Task<SlackStage> OpenAsync(FakeClock clock) => new(await FakeSlack.StartAsync(clock));

    public string PersonId(string who) => $"slack:{Id(who)}";

    public IReadOnlyList<Seen> In(Audience channel) => [.. Workspace.All(channel.Channel).Where(message => message.User == FakeWorkspace.Bot).Select(See)];

    public Seen? Find(PostedMessage message) => Workspace.Message(message.Channel, message.Id) is { } found ? See(found) : null;

    public IReadOnlyList<Seen> Told(string who) =>
        [.. Workspace.Ephemeral(Id(who)).Concat(Workspace.Direct(Id(who)).Where(message => message.User == FakeWorkspace.Bot)).OrderBy(message => message.Ts, StringComparer.Ordinal).Select(See)];

    public Task BeginAsync(Company company)
    {
        _company = company;
        return Task.CompletedTask;
    }

    public Task ReactsAsync(string who, Seen on, string emoji) => SendAsync(Person(who).Reacts(Message(on), Names[emoji]));

    public Task TakesBackAsync(string who, Seen on, string emoji) => SendAsync(Person(who).TakesBack(Message(on), Names[emoji]));

    public async Task ReactsThreeTimesAsync(string who, Seen on, string emoji)
    {
        var reacts = Person(who).Reacts(Message(on), Names[emoji]);
        for (var time = 0; time < 3; time++)
            await SendAsync(reacts);
    }

    public Task PressesAsync(string who, Seen on, string title) => SendAsync(Person(who).Presses(Message(on), title));

    public async Task<string> OpensAsync(string who, Seen on, string title)
    {
        var presses = Person(who).Presses(Message(on), title);
        await Dialogs.OpenAsync(Json(presses), CancellationToken.None);
        return Workspace.Modal(Id(who))!.Reads;
    }

    public async Task FillsAsync(string who, Seen on, string title, params (string Field, string Value)[] filled)
    {
        await OpensAsync(who, on, title);
        await SubmitsAsync(who, filled);
    }

    public Task SaysAsync(string who, string typed) => SendAsync(Person(who).Types(Marked(typed)));

    public Task RepliesAsync(string who, Seen below, string text) => SendAsync(Person(who).Writes(Message(below).Channel, text, inThreadOf: Message(below)));

    public async Task NominatesAsync(string who, string said)
    {
        var message = Workspace.Store(new() { Ts = Workspace.NextTs(), Channel = "C0ALL", User = Id("dev"), Text = said });
        await Dialogs.OpenAsync(Json(Person(who).Chooses(SlackManifest.AddToDigest, message)), CancellationToken.None);
        await SubmitsAsync(who, []);
    }

    public Task RemovesBotAsync(string who)
    {
        Workspace.Refusal = "account_inactive";
        return SendAsync(Workspace.Uninstalls());
    }

    public void DropsNextPost() => _slack.Faults.Next("chat.postMessage", FakeFault.DropsAfterStoring);

    public ValueTask DisposeAsync() => _slack.DisposeAsync();

    /// <summary>Somebody reacts while nobody listens.</summary>
    public void ReactsUnheard(string who, Seen on, string emoji) => Person(who).Reacts(Message(on), Names[emoji]);

    /// <summary>The program starts and asks Slack what it has missed.</summary>
    public async Task StartsAgainAsync()
    {
        var asking = _company.Services.GetRequiredService<SlackCatchUp>().RunAsync(default);
        while (!asking.IsCompleted)
        {
            _company.Clock.AdvanceToNextTimer(within: TimeSpan.FromSeconds(5));
            await Task.Yield();
        }
        await asking;
        await _company.WorksAsync();
    }

    private SlackDialogs Dialogs => _company.Services.GetRequiredService<SlackDialogs>();

    private FakePerson Person(string who) => Workspace.Person(Id(who));

    private async Task SubmitsAsync(string who, IReadOnlyList<(string Field, string Value)> filled)
    {
        var values = filled.Select(field => (field.Field, (string?)(field.Value.StartsWith('@') ? Id(field.Value[1..]) : field.Value))).ToList();
        var submits = Person(who).Submits([.. ModalForm.Of(Workspace.Modal(Id(who))!, values)]);
        Assert.Null(Dialogs.Faults(Json(submits)));
        Workspace.Answered(Id(who), null);
        await SendAsync(submits);
    }

    private async Task SendAsync(FakeRequest request)
    {
        var id = request.Body["event_id"]?.GetValue<string>() ?? string.Create(CultureInfo.InvariantCulture, $"request-{_requests++}");
        await _company.Store.ReadAsync<IInbox, bool>(inbox => inbox.AddAsync(new("slack", id, request.InboxPayload, _company.Clock.GetUtcNow()), default));
        await _company.WorksAsync();
    }

    private static string Marked(string typed) => string.Join(' ', typed.Split(' ').Select(word => word.StartsWith('@') ? $"<@{Id(word[1..])}>" : word));

    private static string Id(string who) => $"U0{who.ToUpperInvariant()}";

    private static FakeMessage Message(Seen seen) => (FakeMessage)seen.Post;

    private static Seen See(FakeMessage message) => new(message.Reads, [.. message.Buttons.Select(button => button.Title)], message.Rings.Count, message);

    private static JsonElement Json(FakeRequest request) => JsonElement.Parse(request.Body.ToJsonString());
}
