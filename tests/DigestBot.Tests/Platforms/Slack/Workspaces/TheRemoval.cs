using System.Text.Json;
using System.Text.Json.Nodes;
using DigestBot.Core.Actions;
using DigestBot.Core.Platforms;
using DigestBot.Platforms.Slack.Api;
using DigestBot.Platforms.Slack.Workspaces;
using DigestBot.Tests.Testing;
using DigestBot.Tests.Testing.Slack;
using Microsoft.Extensions.DependencyInjection;

namespace DigestBot.Tests.Platforms.Slack.Workspaces;

/// <summary>The bot was removed from a workspace.</summary>
public sealed class TheRemoval
{
    [Theory]
    [InlineData("app_uninstalled", "tokens_revoked")]
    [InlineData("tokens_revoked", "app_uninstalled")]
    public async Task Stops_everything_whichever_news_comes_first(string first, string second)
    {
        await using var house = await InstalledAsync();
        await RequestAsync(house, "edition", "T0ACME/C0EXEC");
        await RequestAsync(house, "elsewhere", "T0OTHER/C0EXEC");
        await HearAsync(house, Event(house, first));
        Assert.Null(await house.TokenAsync("T0ACME"));
        Assert.Null(await house.Workspaces.ForTeamAsync("T0ACME", null, default));
        await HearAsync(house, Event(house, second));
        var stored = await house.StoredAsync("T0ACME");
        Assert.Null(stored!.Secret);
        Assert.Equal(house.Clock.GetUtcNow(), stored.RemovedAt);
        Assert.Equal(["edition"], await PartsAsync(house, DeliveryState.Dead));
        Assert.Equal(["elsewhere"], await PartsAsync(house, DeliveryState.Waiting));
        Assert.Single(await house.ReadAsync((IAuditLog audit) => audit.NewestAsync(9, default)), line => line.Verb == "removed");
    }

    [Fact]
    public async Task Says_in_the_dead_delivery_what_to_do()
    {
        await using var house = await InstalledAsync();
        await RequestAsync(house, "edition", "T0ACME/C0EXEC");
        await HearAsync(house, Event(house, "app_uninstalled"));
        var dead = Assert.Single(await house.ReadAsync((IOutbox outbox) => outbox.InStateAsync(DeliveryState.Dead, 9, default)));
        Assert.Contains("Install it again", dead.Failure, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Is_not_meant_when_only_persons_lost_their_tokens()
    {
        await using var house = await InstalledAsync();
        var persons = Event(house, "tokens_revoked");
        persons["event"]!["tokens"] = new JsonObject { ["oauth"] = new JsonArray("U0ANA"), ["bot"] = new JsonArray() };
        await HearAsync(house, persons);
        persons["event"]!["tokens"] = new JsonObject { ["bot"] = new JsonArray("U0OTHERBOT", 7, null) };
        await HearAsync(house, persons);
        persons["event"]!["tokens"] = "nonsense";
        await HearAsync(house, persons);
        Assert.NotNull(await house.TokenAsync("T0ACME"));
    }

    [Fact]
    public async Task Told_late_does_not_undo_a_new_installation()
    {
        await using var house = await InstalledAsync();
        var old = Event(house, "app_uninstalled");
        house.Clock.Advance(TimeSpan.FromHours(1));
        await house.InstallAsync(house.Slack.Workspace);
        await HearAsync(house, old);
        old["event_time"] = old["event_time"]!.GetValue<long>() * 1_000_000; // as one of Slack's examples has it
        await HearAsync(house, old);
        Assert.NotNull(await house.TokenAsync("T0ACME"));
    }

    [Fact]
    public async Task From_one_workspace_of_an_Enterprise_Grid_leaves_the_others_their_token()
    {
        await using var house = await SlackHouse.OpenAsync();
        await house.InstallAsync(house.Slack.AddWorkspace("T0ONE", "One", "E0ORG"), isEnterprise: true);
        await HearAsync(house, Event(house, "app_uninstalled_team", "T0ONE"), "E0ORG");
        Assert.NotNull(await house.TokenAsync("E0ORG"));
        await HearAsync(house, Event(house, "app_uninstalled", "T0ONE"), "E0ORG");
        Assert.Null(await house.TokenAsync("E0ORG"));
    }

    [Fact]
    public async Task Is_no_business_of_other_events()
    {
        await using var house = await InstalledAsync();
        var leaving = house.Services.GetRequiredService<SlackLeaving>();
        Assert.Null(leaving.WorkOf(Element(Event(house, "app_mention")), "T0ACME"));
        Assert.Null(leaving.WorkOf(JsonSerializer.SerializeToElement("nonsense"), "T0ACME"));
        await HearAsync(house, Event(house, "app_uninstalled"), "T0NEVER");
        Assert.Null(await house.StoredAsync("T0NEVER"));
    }

    [Theory]
    [InlineData("token_revoked")]
    [InlineData("account_inactive")]
    [InlineData("invalid_auth")]
    public async Task Is_noticed_by_a_refused_call(string error)
    {
        await using var house = await InstalledAsync();
        await RequestAsync(house, "edition", "T0ACME/C0EXEC");
        house.Slack.Workspace.Refusal = error;
        var api = house.Services.GetRequiredService<SlackApi>();
        await api.UsersInfoAsync("T0ACME", "U0ANA", default);
        Assert.Null(await house.TokenAsync("T0ACME"));
        Assert.Equal(["edition"], await PartsAsync(house, DeliveryState.Dead));
        var asked = house.Slack.Count("users.info");
        Assert.Equal(SlackErrors.NotInstalled, (await api.UsersInfoAsync("T0ACME", "U0ANA", default)).Refusal);
        Assert.Equal(asked, house.Slack.Count("users.info"));
    }

    [Fact]
    public async Task Is_not_believed_on_one_method_s_word()
    {
        await using var house = await InstalledAsync();
        house.Slack.Faults.Next("users.info", FakeFault.Says("invalid_auth"));
        await house.Services.GetRequiredService<SlackApi>().UsersInfoAsync("T0ACME", "U0ANA", default);
        Assert.NotNull(await house.TokenAsync("T0ACME"));
        Assert.Null((await house.StoredAsync("T0ACME"))!.RemovedAt);
    }

    [Fact]
    public async Task Of_the_old_token_does_not_touch_the_new_one()
    {
        await using var house = await InstalledAsync();
        house.Slack.OAuth.Rotates = true;
        var old = await house.Workspaces.TokenAsync("T0ACME", default);
        await house.InstallAsync(house.Slack.Workspace);
        await house.Workspaces.RefusedAsync("T0ACME", old!, "token_revoked", default);
        Assert.NotNull(await house.TokenAsync("T0ACME"));
    }

    [Fact]
    public async Task Of_the_workspace_of_the_settings_lasts_until_Slack_takes_the_token_again()
    {
        await using var house = await SlackHouse.OpenAsync(("Slack:BotToken", "xoxb-T0ACME"), ("Slack:ClientId", null), ("Slack:ClientSecret", null));
        await RequestAsync(house, "edition", "C0EXEC");
        await RequestAsync(house, "elsewhere", "T0OTHER/C0EXEC");
        await house.TokenAsync(null);
        house.Slack.Workspace.Refusal = "account_inactive";
        await HearAsync(house, Event(house, "app_uninstalled"), null);
        Assert.Null(await house.TokenAsync(null));
        Assert.Equal(["edition"], await PartsAsync(house, DeliveryState.Dead));
        await house.RestartAsync();
        Assert.Null(await house.TokenAsync(null));
        house.Slack.Workspace.Refusal = null;
        house.Clock.Advance(TimeSpan.FromMinutes(15));
        Assert.Equal("xoxb-T0ACME", await house.TokenAsync(null));
        Assert.Null((await house.StoredAsync(""))!.RemovedAt);
    }

    [Fact]
    public async Task Deletes_the_data_when_its_days_are_over_and_not_before()
    {
        await using var house = await InstalledAsync();
        await HearAsync(house, Event(house, "app_uninstalled"));
        var removed = house.Services.GetRequiredService<RemovedWorkspaces>();
        house.Clock.Advance(TimeSpan.FromDays(14) - TimeSpan.FromTicks(1));
        Assert.Equal(0, await removed.DeleteDueAsync(default));
        Assert.NotNull(await house.StoredAsync("T0ACME"));
        house.Clock.Advance(TimeSpan.FromTicks(1));
        Assert.Equal(1, await removed.DeleteDueAsync(default));
        Assert.Null(await house.StoredAsync("T0ACME"));
        Assert.Null(await house.ReadAsync((IKnownPeople people) => people.FindAsync("slack:T0ACME/U0ANA", default)));
        Assert.Equal(0, await removed.DeleteDueAsync(default));
    }

    [Fact]
    public async Task Deletes_the_data_at_the_next_run_when_the_settings_say_so()
    {
        await using var house = await InstalledAsync(("Slack:DeleteAfterDays", "0"));
        await HearAsync(house, Event(house, "app_uninstalled"));
        Assert.Equal(1, await house.Services.GetRequiredService<RemovedWorkspaces>().DeleteDueAsync(default));
    }

    [Fact]
    public async Task Loses_nothing_when_the_bot_is_put_back_in_time()
    {
        await using var house = await InstalledAsync();
        await HearAsync(house, Event(house, "app_uninstalled"));
        house.Clock.Advance(TimeSpan.FromDays(13));
        await house.InstallAsync(house.Slack.Workspace, "U0BEN");
        house.Clock.Advance(TimeSpan.FromDays(13));
        Assert.Equal(0, await house.Services.GetRequiredService<RemovedWorkspaces>().DeleteDueAsync(default));
        Assert.NotNull(await house.ReadAsync((IKnownPeople people) => people.FindAsync("slack:T0ACME/U0ANA", default)));
        Assert.NotNull(await house.TokenAsync("T0ACME"));
    }

    private static async Task<SlackHouse> InstalledAsync(params (string, string?)[] settings)
    {
        var house = await SlackHouse.OpenAsync(settings);
        await house.InstallAsync(house.Slack.Workspace);
        return house;
    }

    private static JsonObject Event(SlackHouse house, string type, string team = "T0ACME") => new()
    {
        ["type"] = "event_callback",
        ["team_id"] = team,
        ["event_time"] = house.Clock.GetUtcNow().ToUnixTimeSeconds(),
        ["event"] = new JsonObject
        {
            ["type"] = type,
            ["tokens"] = type == "tokens_revoked" ? new JsonObject { ["oauth"] = new JsonArray(), ["bot"] = new JsonArray("U0BOT") } : null,
        },
    };

    private static JsonElement Element(JsonNode node) => JsonSerializer.SerializeToElement(node);

    private static async Task HearAsync(SlackHouse house, JsonObject envelope, string? workspace = "T0ACME")
    {
        var work = house.Services.GetRequiredService<SlackLeaving>().WorkOf(Element(envelope), workspace);
        await house.CommitAsync(services => Assert.IsType<InboxWork.Effect>(work).StageAsync(services, default));
    }

    private static Task RequestAsync(SlackHouse house, string part, string channel) => house.CommitAsync(services =>
    {
        services.GetRequiredService<IOutbox>().Request(Office.Note(part, channel, "slack"));
        return Task.CompletedTask;
    });

    private static async Task<IEnumerable<string>> PartsAsync(SlackHouse house, DeliveryState state) =>
        (await house.ReadAsync((IOutbox outbox) => outbox.InStateAsync(state, 9, default))).Select(delivery => delivery.Key.Part);
}
