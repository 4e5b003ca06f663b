using System.Text.Json.Nodes;
using DigestBot.Core.Actions;
using DigestBot.Core.Actions.Forms;
using DigestBot.Core.Editions;
using DigestBot.Platforms.Slack.Dialogs;
using DigestBot.Storage.Records;
using DigestBot.Tests.Testing;
using DigestBot.Tests.Testing.Slack;
using Microsoft.Extensions.DependencyInjection;

namespace DigestBot.Tests.Platforms.Slack.Dialogs;

public sealed class TheDialogs
{
    [Fact]
    public async Task Open_before_the_store_answers_and_are_filled_when_it_does()
    {
        var editions = new SlowEditions();
        await using var desk = await FrontDesk.OpenAsync(more: editions.Register);
        var message = desk.Button("Assign", "assign tp3");
        editions.IsSlow = true;
        var opening = desk.PressesAsync(FrontDesk.Ana, message, "Assign");
        await editions.Asked;
        Assert.Equal(("Assign", "Loading..."), (desk.Modal(FrontDesk.Ana)!.Title, desk.Modal(FrontDesk.Ana)!.Reads));
        desk.Clock.Advance(TimeSpan.FromSeconds(30));
        editions.Answer();
        Assert.Equal(["owner", "due", "note"], ModalForm.Inputs((await opening)!));
    }

    [Theory]
    [InlineData("pick tp2", "Only executives can pick. Ask Ana.")]
    [InlineData("assign tp3", "Only executives can assign. Ask Ana.")]
    [InlineData("share tp3", "Only executives can share. Ask Ana.")]
    [InlineData("retitle d3", "Only curators can retitle. Ask Cleo.")]
    [InlineData("skip 2026-W47", "Only curators can skip. Ask Cleo.")]
    public async Task Refuse_at_once_whom_the_settings_give_no_role(string button, string words)
    {
        await using var desk = await FrontDesk.OpenAsync();
        var view = await desk.PressesAsync(FrontDesk.Max, button);
        Assert.Equal(words, view!.Reads);
        Assert.Equal((1, 0), (desk.Slack.Count("views.open"), desk.Slack.Count("views.update")));
    }

    [Fact]
    public async Task Are_filled_all_the_same_for_a_role_that_only_the_store_knows()
    {
        await using var desk = await FrontDesk.OpenAsync(more: services => services.AddSingleton<IPeople>(
            new ConfiguredPeople([FrontDesk.Ana, FrontDesk.Max with { Roles = Roles.Executive }])));
        Assert.Equal(["owner", "due", "note"], ModalForm.Inputs((await desk.PressesAsync(FrontDesk.Max, "assign tp3"))!));
    }

    [Fact]
    public async Task Ask_somebody_nobody_knows_to_say_hello()
    {
        await using var desk = await FrontDesk.OpenAsync();
        var stranger = new Person("slack:U0BEN", "Ben", "Europe/Paris", Roles.Anyone);
        Assert.StartsWith("I do not know you yet.", (await desk.PressesAsync(stranger, "evidence tp3"))!.Reads, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Ask_for_another_press_when_the_trigger_was_too_old()
    {
        await using var desk = await FrontDesk.OpenAsync();
        var press = desk.Person(FrontDesk.Ana).Presses(await desk.PointAsync(3), "Assign");
        desk.Clock.Advance(TimeSpan.FromSeconds(4));
        await desk.OpenAsync(press);
        Assert.Null(desk.Modal(FrontDesk.Ana));
        Assert.Equal("That took too long, so Slack did not let me open the form. Please press the button once more.", Assert.Single(desk.Slack.Workspace.Ephemeral("U0ANA")).Text);
    }

    [Fact]
    public async Task Open_once_however_often_Slack_sends_the_press()
    {
        await using var desk = await FrontDesk.OpenAsync();
        var press = desk.Person(FrontDesk.Ana).Presses(await desk.PointAsync(3), "Assign");
        await desk.OpenAsync(press);
        var shown = desk.Modal(FrontDesk.Ana);
        await desk.OpenAsync(press);
        Assert.Equal(shown, desk.Modal(FrontDesk.Ana));
    }

    [Fact]
    public async Task Say_so_when_the_store_cannot_be_reached()
    {
        await using var desk = await FrontDesk.OpenAsync(more: services => services.AddScoped<Core.Understanding.IMentionStore>(_ => throw new InvalidOperationException("The disk is full.")));
        var view = await desk.PressesAsync(FrontDesk.Ana, desk.Button("Assign", "assign tp3"), "Assign");
        Assert.Equal("I cannot look this up right now. Nothing is lost: please close this and try again in a minute.", view!.Reads);
    }

    [Fact]
    public async Task Mind_neither_a_modal_closed_meanwhile_nor_a_Slack_that_is_down()
    {
        await using var desk = await FrontDesk.OpenAsync();
        desk.Slack.Faults.Next("views.update", FakeFault.Says("not_found"));
        await desk.PressesAsync(FrontDesk.Ana, "assign tp3");
        desk.Slack.Faults.Next("views.open", FakeFault.DropsBeforeStoring);
        Assert.Equal("Loading...", (await desk.PressesAsync(FrontDesk.Ana, "assign tp3"))!.Reads);
    }

    [Fact]
    public async Task Do_not_write_over_what_was_shown_meanwhile()
    {
        var edition = Editions.OrdinaryEdition();
        var many = edition.TouchPoints[0] with { MentionIds = [.. Enumerable.Range(1, 12).Select(number => new Core.Mentions.MentionId("app-store", $"m{number}"))] };
        await using var desk = await FrontDesk.OpenAsync(edition with { TouchPoints = [many, .. edition.TouchPoints.Skip(1)] });
        var first = await desk.PressesAsync(FrontDesk.Max, "evidence tp1");
        var (older, again) = (desk.Person(FrontDesk.Max).Presses(first!, "Older"), desk.Person(FrontDesk.Max).Presses(first!, "Older"));
        await desk.OpenAsync(older);
        var second = desk.Modal(FrontDesk.Max);
        again.Body["actions"]![0]!["value"] = "evidence tp1 3";
        await desk.OpenAsync(again);
        Assert.Equal(second, desk.Modal(FrontDesk.Max));
    }

    [Theory]
    [InlineData("share tp2 to finance now")]
    [InlineData("done 17 shipped in 4.2")]
    [InlineData("assign tp3 @slack:U0EVE by friday")]
    [InlineData("claim tp3")]
    [InlineData("kudos tp4")]
    [InlineData("assign")]
    [InlineData("")]
    [InlineData("  ")]
    [InlineData("Assign tp3")]
    public async Task Are_not_opened_by_a_button_that_says_everything_or_nothing(string value)
    {
        await using var desk = await FrontDesk.OpenAsync();
        var press = desk.Person(FrontDesk.Ana).Presses(desk.Button("Press", "assign tp3"), "Press");
        press.Body["actions"]![0]!["value"] = value;
        Assert.False(desk.Dialogs.Opens(FrontDesk.Json(press.Body)));
    }

    [Theory]
    [InlineData("trigger_id")]
    [InlineData("user")]
    [InlineData("actions")]
    [InlineData("type")]
    public async Task Are_not_opened_by_a_press_without_its_parts(string part)
    {
        await using var desk = await FrontDesk.OpenAsync();
        var press = desk.Person(FrontDesk.Ana).Presses(desk.Button("Press", "assign tp3"), "Press");
        press.Body.Remove(part);
        Assert.False(desk.Dialogs.Opens(FrontDesk.Json(press.Body)));
        await desk.Dialogs.OpenAsync(FrontDesk.Json(press.Body), default);
        Assert.Empty(desk.Slack.Calls);
    }

    [Theory]
    [InlineData(null)]
    [InlineData("")]
    [InlineData("{}")]
    [InlineData("[1]")]
    [InlineData("{\"about\":17}")]
    [InlineData("{\"about\":\"tp3 @slack:U0MAX by friday\"}")]
    [InlineData("{\"about\":\"tp3\",\"about\":\"tp4\"}")]
    [InlineData("{\"about\":\"\\ud800\"}")]
    public async Task Ask_for_another_press_when_what_they_carry_was_forged(string? metadata)
    {
        await using var desk = await FrontDesk.OpenAsync();
        await desk.PressesAsync(FrontDesk.Ana, "assign tp3");
        var submission = desk.Person(FrontDesk.Ana).Submits([.. ModalForm.Of(desk.Modal(FrontDesk.Ana)!, [("owner", "U0EVE")])]);
        submission.Body["view"]!["private_metadata"] = metadata;
        var payload = FrontDesk.Json(submission.Body);
        Assert.Equal("This form is out of date. Please close it and press the button again.", desk.Dialogs.Faults(payload)!["owner"]);
        Assert.IsType<InboxWork.NotUnderstood>(await desk.Dialogs.SubmittedAsync(payload, FrontDesk.Ana, default));
    }

    [Fact]
    public async Task Leave_it_to_the_action_whether_a_forged_target_may_be_changed()
    {
        await using var desk = await FrontDesk.OpenAsync();
        await desk.SaysAsync(FrontDesk.Ana, "assign 3 @dev");
        var (view, forged) = (SlackModal.Loading(new SnoozeForm()), new DialogMetadata("1", "C0EXEC", null));
        var payload = FrontDesk.Json(Submission(view, forged, new() { ["due"] = new JsonObject { ["due"] = new JsonObject { ["selected_date"] = "2026-12-24" } } }));
        var asked = Assert.IsType<InboxWork.Asked>(await desk.Dialogs.SubmittedAsync(payload, FrontDesk.Max, default));
        Assert.Equal(Refusal.NotAllowed, Assert.IsType<ActionReply.Refused>(await desk.RunAsync(asked.Request)).Why);
    }

    [Fact]
    public async Task Carry_opaque_ids_only()
    {
        await using var desk = await FrontDesk.OpenAsync();
        var view = await desk.PressesAsync(FrontDesk.Ana, await desk.PointAsync(3), "Assign");
        Assert.Equal($"{{\"about\":\"tp3\",\"channel\":\"C0EXEC\",\"thread\":\"{FrontDesk.Thread}\",\"offset\":60}}", view!.PrivateMetadata);
        await desk.PressesAsync(FrontDesk.Max, "evidence tp3");
        Assert.Equal("{\"about\":\"tp3\",\"channel\":\"C0EXEC\",\"offset\":60}", desk.Modal(FrontDesk.Max)!.PrivateMetadata);
    }

    internal static JsonObject Submission(JsonObject view, DialogMetadata metadata, JsonObject values)
    {
        var submitted = view.DeepClone().AsObject();
        submitted["private_metadata"] = metadata.ToString();
        submitted["state"] = new JsonObject { ["values"] = values };
        return new() { ["type"] = "view_submission", ["team"] = new JsonObject { ["id"] = "T0ACME" }, ["user"] = new JsonObject { ["id"] = "U0MAX" }, ["view"] = submitted };
    }

    /// <summary>The real store, which takes its time when told to.</summary>
    private sealed class SlowEditions
    {
        private readonly TaskCompletionSource _asked = new(TaskCreationOptions.RunContinuationsAsynchronously);
        private readonly TaskCompletionSource _answer = new(TaskCreationOptions.RunContinuationsAsynchronously);

        public bool IsSlow { get; set; }

        public Task Asked => _asked.Task;

        public void Answer() => _answer.SetResult();

        public void Register(IServiceCollection services) =>
            services.AddScoped<IEditionStore>(provider => new Store(this, ActivatorUtilities.CreateInstance<EditionStore>(provider)));

        private async Task WaitAsync()
        {
            if (!IsSlow)
                return;
            _asked.TrySetResult();
            await _answer.Task;
        }

        private sealed class Store(SlowEditions slow, EditionStore store) : IEditionStore
        {
            public Task<Edition?> FindAsync(EditionKey key, CancellationToken cancellationToken) => store.FindAsync(key, cancellationToken);

            public Task<IReadOnlyList<Edition>> NewestAsync(string digest, int count, CancellationToken cancellationToken) => store.NewestAsync(digest, count, cancellationToken);

            public Task<Edition?> LatestPublishedAsync(string digest, CancellationToken cancellationToken) => store.LatestPublishedAsync(digest, cancellationToken);

            public async Task<Edition?> WithTouchPointAsync(string touchPointId, CancellationToken cancellationToken)
            {
                await slow.WaitAsync();
                return await store.WithTouchPointAsync(touchPointId, cancellationToken);
            }

            public void Save(Edition edition) => store.Save(edition);
        }
    }
}
