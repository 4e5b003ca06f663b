using System.Text.Json.Nodes;
using DigestBot.Core.Actions.Forms;
using DigestBot.Core.Platforms;
using DigestBot.Platforms.Teams.Dialogs;
using DigestBot.Tests.Testing;
using DigestBot.Tests.Testing.Teams;
using FsCheck;
using FsCheck.Fluent;
using Microsoft.Extensions.DependencyInjection;

namespace DigestBot.Tests.Platforms.Teams.Dialogs;

public sealed class TheTeamsDialogs
{
    public static TheoryData<string, string> Views => new()
    {
        { "pick", "tp2" }, { "assign", "tp3" }, { "share", "tp4" }, { "not-useful", "tp9" }, { "correct", "tp6" }, { "evidence", "tp1" },
        { "mention", "tp1 0" }, { "done", "1" }, { "decline", "1" }, { "snooze", "1" }, { "handover", "1" }, { "retitle", "d3" }, { "relabel", "d3" },
        { "comment", "d3" }, { "replace", "d9" }, { "merge", "d7" }, { "reorder", "d5" }, { "skip", "2026-W47" }, { "add", "" }, { "setup", "" },
    };

    [Theory]
    [MemberData(nameof(Views))]
    public async Task Look_like_their_snapshots(string name, string about)
    {
        await using var desk = await TeamsDesk.OpenAsync();
        await desk.DraftAsync();
        await desk.KeepAsync(Testimony.Of(new("app-store", "q1"), "I paid twice and still have no booking.", "https://store.example/reviews/1"));
        await desk.SaysAsync(desk.Tenant.Ana, "assign 3 @dev by 2026-11-27");
        var by = name is "done" or "decline" or "snooze" or "handover" ? desk.Tenant.Dev : Curates(name) ? desk.Tenant.Cleo : desk.Tenant.Ana;
        var dialog = await desk.OpensAsync(by, name, about);
        Snapshot.Matches($"teams-dialog-{name}.json", dialog.Card.Indented());
    }

    [Fact]
    public async Task Show_what_is_wrong_above_the_field_and_keep_the_rest()
    {
        await using var desk = await TeamsDesk.OpenAsync();
        var dialog = await desk.OpensAsync(desk.Tenant.Ana, "pick", "tp2");
        var again = await desk.SubmitsAsync(desk.Tenant.Ana, dialog, ("measure", "bookings completed"), ("due", "2026-11-01"), ("note", "*ask* [legal](https://evil.example)"));
        Snapshot.Matches("teams-dialog-pick-faulty.json", again.Card.Indented());
        Assert.Equal(("bookings completed", "*ask* [legal](https://evil.example)"), (again.Input("measure").Text("value"), again.Input("note").Text("value")));
        Assert.Null(again.FaultAt("measure"));
        Assert.Empty(await desk.Room.PendingAsync());
        Assert.Empty(await desk.Room.OpenFollowUpsAsync());
    }

    [Fact]
    public async Task Count_the_day_where_the_person_is()
    {
        await using var desk = await TeamsDesk.OpenAsync();
        desk.Room.Clock.Advance(TimeSpan.FromHours(-4)); // 03:00 UTC: Sunday still in New York, Monday in Paris
        await desk.SaysAsync(desk.Tenant.Ana, "assign 3 @dev");
        var later = await desk.SubmitsAsync(desk.Tenant.Dev, await desk.OpensAsync(desk.Tenant.Dev, "snooze", "1"), ("due", "2026-11-22"));
        Assert.NotNull(later.Message);
        var assigned = await desk.SubmitsAsync(desk.Tenant.Ana, await desk.OpensAsync(desk.Tenant.Ana, "assign", "tp1"), ("owner", FakeTenant.ObjectIdOf("dev")), ("due", "2026-11-22"));
        Assert.Equal("This date has passed. Please choose today or a later day.", assigned.FaultAt("due"));
    }

    [Fact]
    public async Task Are_known_by_the_pictures_of_every_one_of_them()
    {
        await using var desk = await TeamsDesk.OpenAsync();
        var forms = desk.Room.Store.Services.GetServices<IForm>().Select(form => form.Name);
        Assert.Equal(forms.Order(StringComparer.Ordinal), Views.Select(view => (string)view[0]).Order(StringComparer.Ordinal));
    }

    [Fact]
    public async Task Do_what_they_ask_for_and_say_what_was_done()
    {
        await using var desk = await TeamsDesk.OpenAsync();
        var dialog = await desk.OpensAsync(desk.Tenant.Ana, "pick", "tp2");
        var done = await desk.SubmitsAsync(desk.Tenant.Ana, dialog, ("measure", "bookings completed"), ("owner", FakeTenant.ObjectIdOf("dev")));
        Assert.Contains("Dev", done.Message, StringComparison.Ordinal);
        var followUp = Assert.Single(await desk.Room.OpenFollowUpsAsync());
        Assert.Equal(($"teams:{FakeTenant.ObjectIdOf("dev")}", true, new DateOnly(2026, 12, 21)), (followUp.Owner, followUp.IsPick, followUp.Due));
        Assert.StartsWith("bookings completed up", followUp.Expected, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Sent_again_by_the_client_have_one_effect_and_the_same_answer()
    {
        await using var desk = await TeamsDesk.OpenAsync();
        var submission = desk.Submit(desk.Tenant.Ana, await desk.OpensAsync(desk.Tenant.Ana, "assign", "tp3"), ("owner", FakeTenant.ObjectIdOf("dev")));
        var answers = new[] { await desk.AnswersAsync(submission), await desk.AnswersAsync(submission), await desk.AnswersAsync(submission) };
        Assert.Single(answers.Select(answer => answer.Body!.ToJsonString()).Distinct(StringComparer.Ordinal));
        Assert.Single(await desk.Room.OpenFollowUpsAsync());
        Assert.Single(await desk.Room.AuditAsync());
    }

    [Fact]
    public async Task Sent_twice_by_a_person_pick_once_and_tell_the_second_time_that_it_is_picked()
    {
        await using var desk = await TeamsDesk.OpenAsync();
        var dialog = await desk.OpensAsync(desk.Tenant.Ana, "pick", "tp2");
        await desk.SubmitsAsync(desk.Tenant.Ana, dialog, ("measure", "bookings"));
        var second = await desk.SubmitsAsync(desk.Tenant.Ben, dialog, ("measure", "sales"));
        Assert.Equal("That is so already for follow-up 1.", second.Message);
        Assert.StartsWith("bookings", Assert.Single(await desk.Room.OpenFollowUpsAsync()).Expected, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Ask_about_rights_again_when_they_are_sent()
    {
        await using var desk = await TeamsDesk.OpenAsync();
        var dialog = await desk.OpensAsync(desk.Tenant.Ana, "assign", "tp3");
        var refused = await desk.SubmitsAsync(desk.Tenant.Max, dialog, ("owner", FakeTenant.ObjectIdOf("max")));
        Assert.Equal("Only executives can assign. Ask Ana or Ben.", refused.Message);
        Assert.Empty(await desk.Room.OpenFollowUpsAsync());
        Assert.Equal("refused: not allowed", Assert.Single(await desk.Room.AuditAsync()).Result);
    }

    [Fact]
    public async Task Leave_a_line_about_who_may_not_open_them()
    {
        await using var desk = await TeamsDesk.OpenAsync();
        await desk.OpensAsync(desk.Tenant.Max, "assign", "tp3");
        var line = Assert.Single(await desk.Room.AuditAsync());
        Assert.Equal(("assign", "tp3", "refused: not allowed", "button"), (line.Verb, line.Subject, line.Result, line.Through));
    }

    [Fact]
    public async Task Know_of_nothing_that_was_taken_away_meanwhile()
    {
        await using var desk = await TeamsDesk.OpenAsync();
        var dialog = await desk.OpensAsync(desk.Tenant.Ana, "assign", "tp3");
        await desk.SaysAsync(desk.Tenant.Cleo, "retract 3");
        var refused = await desk.SubmitsAsync(desk.Tenant.Ana, dialog, ("owner", FakeTenant.ObjectIdOf("dev")));
        Assert.Contains("taken back", refused.Message, StringComparison.Ordinal);
        Assert.Contains("taken back", (await desk.OpensAsync(desk.Tenant.Ana, "assign", "tp3")).Message, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Offer_the_people_of_the_channel_there_and_those_of_the_company_where_nobody_else_is()
    {
        await using var desk = await TeamsDesk.OpenAsync();
        var inChannel = await desk.OpensAsync(desk.Tenant.Ana, "assign", "tp3");
        var alone = desk.Fetch(desk.Tenant.Ana, "assign", "tp3").With("conversation", new JsonObject { ["id"] = "a:ana", ["conversationType"] = "personal", ["tenantId"] = FakeTeams.TenantId });
        var inPrivate = new TeamsDialog(await desk.AnswersAsync(alone));
        Assert.Equal(
            ("graph.microsoft.com/users?scope=currentContext", "graph.microsoft.com/users"),
            (inChannel.Input("owner")["choices.data"]!["dataset"]!.GetValue<string>(), inPrivate.Input("owner")["choices.data"]!["dataset"]!.GetValue<string>()));
        Assert.Contains("Dev", inChannel.Input("owner")["choices"]!.AsArray().Select(choice => choice!["title"]!.GetValue<string>()));
    }

    [Fact]
    public async Task Are_opened_for_nobody_of_another_tenant()
    {
        await using var desk = await TeamsDesk.OpenAsync();
        var fetch = desk.Fetch(desk.Tenant.Ana, "assign", "tp3");
        fetch.Body["conversation"]!["tenantId"] = "99999999-9999-4999-8999-999999999999";
        Assert.NotNull(new TeamsDialog(await desk.AnswersAsync(fetch)).Message);
    }

    [Theory]
    [InlineData("99999999-9999-4999-8999-999999999999")]
    [InlineData("teams:x")]
    [InlineData("@max by friday")]
    public async Task Take_nobody_whom_Teams_does_not_know_here(string owner)
    {
        await using var desk = await TeamsDesk.OpenAsync();
        var dialog = await desk.OpensAsync(desk.Tenant.Ana, "assign", "tp3");
        var again = await desk.SubmitsAsync(desk.Tenant.Ana, dialog, ("owner", owner));
        Assert.NotNull(again.FaultAt("owner"));
        Assert.Empty(await desk.Room.PendingAsync());
    }

    [Fact]
    public async Task Take_anybody_of_the_company_without_a_list_of_them()
    {
        await using var desk = await TeamsDesk.OpenAsync();
        var dialog = await desk.OpensAsync(desk.Tenant.Ana, "assign", "tp3");
        var done = await desk.SubmitsAsync(desk.Tenant.Ana, dialog, ("owner", FakeTenant.ObjectIdOf("eve")));
        Assert.Contains("Eve", done.Message, StringComparison.Ordinal);
        Assert.Equal($"teams:{FakeTenant.ObjectIdOf("eve")}", Assert.Single(await desk.Room.OpenFollowUpsAsync()).Owner);
    }

    [Fact]
    public async Task Take_nobody_of_another_company()
    {
        await using var desk = await TeamsDesk.OpenAsync();
        var guest = desk.Tenant.AddPerson("gus", isGuest: true);
        desk.Tenant.Change(FakeTenant.Executives, place => place with { Members = [.. place.Members, guest.Mri] });
        var again = await desk.SubmitsAsync(desk.Tenant.Ana, await desk.OpensAsync(desk.Tenant.Ana, "assign", "tp3"), ("owner", guest.ObjectId));
        Assert.StartsWith("I cannot reach this person.", again.FaultAt("owner"), StringComparison.Ordinal);
    }

    [Fact]
    public async Task Do_not_wait_for_a_Teams_that_does_not_say_who_somebody_is()
    {
        await using var desk = await TeamsDesk.OpenAsync();
        var submission = TeamsRoom.Read(desk.Submit(desk.Tenant.Ana, await desk.OpensAsync(desk.Tenant.Ana, "assign", "tp3"), ("owner", FakeTenant.ObjectIdOf("eve"))));
        desk.Room.Teams.Faults.Always = _ => FakeTeamsFault.HangsBeforeStoring;
        var answering = desk.HandlerOf(submission).AnswerAsync(submission, default);
        while (!answering.IsCompleted)
        {
            desk.Room.Clock.AdvanceToNextTimer();
            await Task.Yield();
        }
        Assert.StartsWith("I am on it", new TeamsDialog(await answering).Message, StringComparison.Ordinal);
        Assert.Single(await desk.Room.PendingAsync());
    }

    [Theory]
    [InlineData(FakeTenant.Elsewhere)]
    [InlineData("99999999-9999-4999-8999-999999999999/19:all@thread.tacv2")]
    [InlineData("19:all@thread.tacv2 now to 19:exec@thread.tacv2")]
    public async Task Share_to_no_channel_that_the_bot_is_not_in(string channel)
    {
        await using var desk = await TeamsDesk.OpenAsync();
        var dialog = await desk.OpensAsync(desk.Tenant.Ana, "share", "tp4");
        var again = await desk.SubmitsAsync(desk.Tenant.Ana, dialog, ("to", channel));
        Assert.NotNull(again.FaultAt("to"));
        Assert.Empty(await desk.WaitingAsync());
    }

    [Fact]
    public async Task Share_what_was_shown_to_the_channel_that_was_chosen()
    {
        await using var desk = await TeamsDesk.OpenAsync();
        var dialog = await desk.OpensAsync(desk.Tenant.Ana, "share", "tp4");
        Assert.Contains("They will see this", dialog.Reads, StringComparison.Ordinal);
        await desk.SubmitsAsync(desk.Tenant.Ana, dialog, ("to", FakeTenant.Everybody));
        Assert.Equal(FakeTenant.Everybody, Assert.Single(await desk.WaitingAsync(), delivery => delivery.Key.Purpose == DeliveryPurpose.Share).Channel);
    }

    [Theory]
    [InlineData("""{"form":"no-such","args":"tp3"}""")]
    [InlineData("""{"form":"assign","args":"tp3 @max by friday"}""")]
    [InlineData("""{"form":7}""")]
    [InlineData("""{"form":"","args":{}}""")]
    [InlineData("""{"verb":7}""")]
    [InlineData("""{}""")]
    [InlineData("""[]""")]
    [InlineData("17")]
    public async Task Say_that_they_are_out_of_date_when_what_they_carry_was_forged(string data)
    {
        await using var desk = await TeamsDesk.OpenAsync();
        foreach (var name in new[] { "task/submit", "task/fetch" })
        {
            var answer = new TeamsDialog(await desk.AnswersAsync(desk.Tenant.Ana.Invokes(name, desk.Room.Message(0), new() { ["data"] = JsonNode.Parse(data) })));
            Assert.Matches("out of date|does not say what it is for", answer.Message);
        }
        Assert.Empty(await desk.Room.OpenFollowUpsAsync());
        Assert.Equal(0, await desk.Room.SetAsideAsync());
    }

    [Fact]
    public async Task Take_inputs_of_other_kinds_for_left_empty()
    {
        await using var desk = await TeamsDesk.OpenAsync();
        var data = (await desk.OpensAsync(desk.Tenant.Ana, "assign", "tp3")).Filled([]);
        (data["owner"], data["due"], data["note"]) = (new JsonArray("x"), 7, new JsonObject());
        var again = new TeamsDialog(await desk.AnswersAsync(desk.Tenant.Ana.Invokes("task/submit", desk.Room.Message(0), new() { ["data"] = data })));
        Assert.Equal(("Please choose somebody.", null, null), (again.FaultAt("owner"), again.FaultAt("due"), again.FaultAt("note")));
    }

    [Fact]
    public async Task That_take_longer_say_so_and_are_done_all_the_same()
    {
        await using var desk = await TeamsDesk.OpenAsync();
        var submission = TeamsRoom.Read(desk.Submit(desk.Tenant.Ana, await desk.OpensAsync(desk.Tenant.Ana, "assign", "tp3"), ("owner", FakeTenant.ObjectIdOf("dev"))));
        var answering = desk.HandlerOf(submission).AnswerAsync(submission, default);
        while (!answering.IsCompleted)
        {
            desk.Room.Clock.AdvanceToNextTimer();
            await Task.Yield();
        }
        Assert.StartsWith("I am on it", new TeamsDialog(await answering).Message, StringComparison.Ordinal);
        await desk.Room.WorksAsync();
        Assert.Single(await desk.Room.OpenFollowUpsAsync());
    }

    [Fact]
    public async Task Give_a_dialog_or_words_whatever_is_sent()
    {
        await using var desk = await TeamsDesk.OpenAsync();
        await desk.DraftAsync();
        var forms = desk.Room.Store.Services.GetRequiredService<TeamsForms>();
        Prop.ForAll(Sent().ToArbitrary(), sent =>
        {
            var invoke = TeamsRoom.Read(desk.Tenant.Max.Invokes("task/submit", desk.Room.Message(0), new() { ["data"] = sent.DeepClone() }));
            var data = invoke.Value!.Value.GetProperty("data");
            if (TeamsDialogData.Of(data) is not { } carried || forms.Find(carried.Form) is not { } form)
                return true;
            var again = forms.FaultyAsync(form, carried, data, invoke, default).GetAwaiter().GetResult();
            return again is null || new TeamsDialog(again) is { Message.Length: > 0 } or { Title.Length: > 0 };
        }).Check(Config.QuickThrowOnFailure.WithMaxTest(200));
    }

    private static Gen<JsonObject> Sent() =>
        from form in Gen.Elements([.. Views.Select(view => (string)view[0]), "x"])
        from about in Gen.Elements("tp1", "tp3", "1", "d9", "2026-W47", "", "tp3 @max by friday", "\u202E")
        from fields in (
            from id in Gen.Elements("owner", "due", "note", "to", "reason", "text", "link", "measure", "direction", "other", "place", "executives", "channel", "zone", "time", "offset", "args")
            from value in Gen.Elements<JsonNode?>("", " ", "x", "2026-12-01", "99999-01-01", "a,b", "javascript:x", "teams:", ":", "/", "\u0000\u202E", 7, null, new JsonArray(1), new JsonObject())
            select (id, value)).ListOf()
        select Data(form, about, fields);

    private static JsonObject Data(string form, string about, IEnumerable<(string Id, JsonNode? Value)> fields)
    {
        var data = new JsonObject { ["form"] = form, ["args"] = about };
        foreach (var (id, value) in fields)
            data[id] = value?.DeepClone();
        return data;
    }

    private static bool Curates(string name) => name is "retitle" or "comment" or "replace" or "merge" or "reorder" or "skip" or "correct" or "relabel" or "setup";
}
