using System.Text.Json.Nodes;
using DigestBot.Core.Actions;
using DigestBot.Core.Actions.Forms;
using DigestBot.Core.Mentions;
using DigestBot.Platforms.Slack.Dialogs;
using DigestBot.Platforms;
using DigestBot.Tests.Testing;
using FsCheck;
using FsCheck.Fluent;
using Microsoft.Extensions.DependencyInjection;

namespace DigestBot.Tests.Platforms.Slack.Dialogs;

public sealed class TheForms
{
    private static readonly string[] Pieces =
    [
        "tp1", "1", " ", "\n", "by", "by friday", "by 2020-01-01", "note:", "\nnote: x", "@slack:U0EVE", "to", "now", "because", "with", "\"", "“", "C0FINANCE", "U0EVE", "2026-12-01",
        "2026-02-30", "99999-01-01", "up", "known", "https://a.example", "javascript:x", "<!channel>", "\u202E", "\0", "😀", "12", "-1", "abcdefghij", "{}", "null",
    ];

    public static TheoryData<string, string> Views => new()
    {
        { "pick", "pick tp2" }, { "assign", "assign tp3" }, { "share", "share tp4" }, { "not-useful", "not-useful tp9" }, { "correct", "correct tp6" }, { "relabel", "relabel d3" }, { "evidence", "evidence tp1" },
        { "mention", "mention tp1 0" }, { "done", "done 1" }, { "decline", "decline 1" }, { "snooze", "snooze 1" }, { "handover", "handover 1" }, { "retitle", "retitle d3" },
        { "comment", "comment d3" }, { "replace", "replace d9" }, { "merge", "merge d7" }, { "reorder", "reorder d5" }, { "skip", "skip 2026-W47" }, { "add", "add" },
    };

    [Theory]
    [MemberData(nameof(Views))]
    public async Task Look_like_their_snapshots(string name, string button)
    {
        await using var desk = await FrontDesk.OpenAsync();
        await desk.DraftAsync();
        await desk.KeepAsync(Testimony.Of(new("app-store", "q1"), "I paid twice and still have no booking.", "https://store.example/reviews/1"));
        await desk.SaysAsync(FrontDesk.Ana, "assign 3 @dev by 2026-11-27");
        var by = Curates(name) ? FrontDesk.Cleo : name is "done" or "decline" or "snooze" or "handover" ? FrontDesk.Dev : FrontDesk.Ana;
        if (name == "add")
            await desk.OpenAsync(desk.Person(by).Chooses("add_to_digest", desk.Slack.Workspace.Store(new() { Ts = "1795417200.000100", Channel = "C0ALL", User = "U0EVE", Text = "Best support call of my life!" })));
        else
            await desk.PressesAsync(by, button);
        Snapshot.Matches($"slack-dialog-{name}.json", Steady(desk.Modal(by)!.View, desk).Indented());
    }

    [Fact]
    public void Are_known_by_the_pictures_of_every_one_of_them()
    {
        using var services = new ServiceCollection().AddForms().BuildServiceProvider();
        Assert.Equal(services.GetServices<IForm>().Select(form => form.Name).Order(), Views.Select(view => (string)view[0]).Order());
    }

    [Fact]
    public void Are_named_like_a_verb_that_takes_what_they_ask_for()
    {
        using var services = new ServiceCollection().AddActions().BuildServiceProvider();
        var registry = services.GetRequiredService<ActionRegistry>();
        Assert.All(services.GetServices<IForm>().Where(form => form is not MentionForm), form => Assert.Equal(form.Name, registry.Find(form.Name, "")?.Action.Description.Verb));
    }

    [Theory]
    [InlineData("due", "2026-11-22", "This date has passed. Please choose today or a later day.")]
    [InlineData("due", "2026-02-30", "Please choose a date.")]
    [InlineData("due", null, "Please choose a date.")]
    [InlineData("due", "2031-01-01", "This is more than two years ahead. Please choose an earlier day.")]
    [InlineData("measure", null, "Please write something.")]
    [InlineData("measure", "   ", "Please write something.")]
    [InlineData("owner", null, "Please choose somebody.")]
    [InlineData("owner", "U0EVE by friday", "Please choose somebody.")]
    [InlineData("direction", null, "Please choose one.")]
    public async Task Say_at_the_field_what_is_wrong_and_keep_the_rest(string field, string? value, string words)
    {
        await using var desk = await FrontDesk.OpenAsync();
        await desk.PressesAsync(FrontDesk.Ana, "pick tp2");
        var before = desk.Modal(FrontDesk.Ana);
        var (errors, _) = await desk.SubmitsAsync(FrontDesk.Ana, [("measure", "bookings"), (field, value)]);
        Assert.Equal(words, errors[field]);
        Assert.Equal(before, desk.Modal(FrontDesk.Ana));
    }

    [Fact]
    public async Task Count_the_day_where_the_person_is()
    {
        await using var desk = await FrontDesk.OpenAsync();
        desk.Clock.Advance(TimeSpan.FromHours(-4)); // 03:00 UTC: Sunday still in New York, Monday in Paris
        await desk.SaysAsync(FrontDesk.Ana, "assign 3 @dev");
        await desk.PressesAsync(FrontDesk.Dev, "snooze 1");
        Assert.Empty((await desk.SubmitsAsync(FrontDesk.Dev, ("due", "2026-11-22"))).Errors);
        await desk.PressesAsync(FrontDesk.Ana, "assign tp1");
        Assert.Equal("This date has passed. Please choose today or a later day.", (await desk.SubmitsAsync(FrontDesk.Ana, ("owner", "U0EVE"), ("due", "2026-11-22"))).Errors["due"]);
    }

    [Fact]
    public async Task Give_errors_or_a_request_whatever_is_sent()
    {
        await using var desk = await FrontDesk.OpenAsync();
        await desk.DraftAsync();
        await desk.SaysAsync(FrontDesk.Ana, "assign 3 @dev");
        Prop.ForAll(Submissions().ToArbitrary(), submission =>
        {
            if (InboundJson.ObjectOf(System.Text.Encoding.UTF8.GetBytes(submission)) is not { } payload)
                return true;
            var faults = desk.Dialogs.Faults(payload);
            var work = desk.Dialogs.SubmittedAsync(payload, FrontDesk.Max, default).GetAwaiter().GetResult();
            return !desk.Dialogs.Opens(payload)
                && (faults is null || faults.Values.All(words => words.Length > 0))
                && work is InboxWork.NotUnderstood or InboxWork.Nothing or InboxWork.Asked { Request.By.Name: "Max" };
        }).Check(Config.QuickThrowOnFailure.WithMaxTest(300));
    }

    [Fact]
    public async Task Say_no_more_to_the_parser_than_one_verb_about_one_thing()
    {
        await using var desk = await FrontDesk.OpenAsync();
        Prop.ForAll(Texts().ToArbitrary(), text =>
        {
            var values = new JsonObject { ["owner"] = ModalForm.Value("selected_user", "U0EVE"), ["note"] = ModalForm.Value("value", text), ["due"] = ModalForm.Value("selected_date", "2026-12-01") };
            var payload = FrontDesk.Json(TheDialogs.Submission(SlackModal.Loading(new AssignForm()), new("tp3", "C0EXEC", null), values));
            var asked = (InboxWork.Asked)desk.Dialogs.SubmittedAsync(payload, FrontDesk.Ana, default).GetAwaiter().GetResult();
            var words = asked.Request.Arguments;
            return asked.Request is { Verb: "assign", Digest: "weekly", TouchPointId: "tp3" } && words.StartsWith("tp3 @slack:U0EVE by 2026-12-01", StringComparison.Ordinal)
                && (words.Length == "tp3 @slack:U0EVE by 2026-12-01".Length || words.StartsWith("tp3 @slack:U0EVE by 2026-12-01 note: ", StringComparison.Ordinal));
        }).Check(Config.QuickThrowOnFailure.WithMaxTest(200));
    }

    private static bool Curates(string name) => name is "retitle" or "comment" or "replace" or "merge" or "reorder" or "skip" or "correct" or "relabel";

    // The fake's address differs from run to run.
    private static JsonObject Steady(JsonObject view, FrontDesk desk) =>
        JsonNode.Parse(view.ToJsonString().Replace(desk.Slack.Address.Authority, "slack.example", StringComparison.Ordinal))!.AsObject();

    private static Gen<string> Texts() => Gen.OneOf(
        Gen.Elements(Pieces).ListOf().Select(string.Concat), ArbMap.Default.GeneratorFor<char>().ListOf().Select(letters => CleanText.Of(string.Concat(letters))));

    private static Gen<string> Submissions() =>
        from name in Gen.Elements([.. Views.Select(view => (string)view[0]), "unknown", ""])
        from metadata in Gen.OneOf(Texts(), Gen.Elements("tp1", "tp3", "1", "d9", "2026-W47", "").Select(about => new DialogMetadata(about, "C0EXEC", null).ToString()))
        from values in Fields().ListOf()
        select Json(name, metadata, values);

    private static Gen<(string Block, JsonNode? Value)> Fields() =>
        from block in Gen.Elements("owner", "due", "note", "to", "reason", "text", "link", "measure", "direction", "other", "place", "x")
        from kind in Gen.Elements("value", "selected_date", "selected_user", "selected_conversation", "selected_option", "x")
        from text in Texts()
        from shape in Gen.Choose(0, 5)
        select (block, Shaped(kind, text, shape));

    private static JsonNode? Shaped(string kind, string text, int shape) => shape switch
    {
        0 => null,
        1 => new JsonArray(text),
        2 => JsonValue.Create(17),
        3 => new JsonObject { ["a"] = new JsonObject { [kind] = new JsonObject { ["value"] = text } } },
        _ => new JsonObject { ["a"] = new JsonObject { [kind] = text } },
    };

    private static string Json(string name, string metadata, IEnumerable<(string Block, JsonNode? Value)> values)
    {
        var state = new JsonObject();
        foreach (var (block, value) in values)
            state[block] = value;
        return new JsonObject
        {
            ["type"] = "view_submission",
            ["team"] = new JsonObject { ["id"] = "T0ACME" },
            ["view"] = new JsonObject { ["callback_id"] = name, ["private_metadata"] = metadata, ["state"] = new JsonObject { ["values"] = state } },
        }.ToJsonString();
    }
}
