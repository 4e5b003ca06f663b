using System.Net;
using System.Net.Http.Json;
using System.Text.Json.Nodes;
using DigestBot.Tests.Testing.Teams;

namespace DigestBot.Tests.Platforms.Teams;

/// <summary>Our stand-in for Teams: what passes against it must mean something.</summary>
public sealed class TheFakeTeams : IAsyncLifetime, IDisposable
{
    private readonly HttpClient _bot = new();
    private FakeTeams _teams = null!;

    public async Task InitializeAsync() => _teams = await FakeTeams.StartAsync();

    public Task DisposeAsync() => _teams.DisposeAsync().AsTask();

    public void Dispose() => _bot.Dispose();

    [Fact]
    public async Task Lets_nobody_send_without_a_token_of_the_bots_own()
    {
        Assert.Equal(HttpStatusCode.Unauthorized, (await SendAsync(FakeTenant.Executives, new JsonObject())).StatusCode);
        await SignInAsync();
        Assert.Equal(HttpStatusCode.Created, (await SendAsync(FakeTenant.Executives, Words("hello"))).StatusCode);
        _teams.Login.RevokeAll();
        Assert.Equal(HttpStatusCode.Unauthorized, (await SendAsync(FakeTenant.Executives, Words("hello"))).StatusCode);
    }

    [Fact]
    public async Task Gives_a_token_only_for_the_right_secret_and_the_companys_own_tenant()
    {
        Assert.Equal(HttpStatusCode.Unauthorized, (await TokenAsync(FakeTeams.TenantId, "wrong")).StatusCode);
        Assert.Equal(HttpStatusCode.BadRequest, (await TokenAsync("botframework.com", FakeTeams.AppSecret)).StatusCode);
        Assert.Equal(HttpStatusCode.OK, (await TokenAsync(FakeTeams.TenantId, FakeTeams.AppSecret)).StatusCode);
    }

    [Fact]
    public async Task Begins_a_thread_in_a_channel_and_answers_in_it()
    {
        await SignInAsync();
        var first = await IdAsync(await SendAsync(FakeTenant.Executives, Words("the edition")));
        await IdAsync(await SendAsync($"{FakeTenant.Executives};messageid={first}", Words("number 1")));

        Assert.Equal("the edition", _teams.Tenant.Messages(FakeTenant.Executives).Single().Text);
        Assert.Equal("number 1", _teams.Tenant.Thread(FakeTenant.Executives, first).Single().Text);
        Assert.Equal(HttpStatusCode.NotFound, (await SendAsync($"{FakeTenant.Executives};messageid=1", Words("to nobody"))).StatusCode);
        Assert.Equal(HttpStatusCode.Forbidden, (await SendAsync(FakeTenant.Elsewhere, Words("to strangers"))).StatusCode);
    }

    [Fact]
    public async Task Splits_words_and_a_card_into_two_messages_without_an_id_and_refuses_null_and_what_is_too_big()
    {
        await SignInAsync();
        var both = Words("hello");
        both["attachments"] = new JsonArray(new JsonObject { ["contentType"] = "application/vnd.microsoft.card.adaptive", ["content"] = new JsonObject() });
        Assert.Equal("{}", await (await SendAsync(FakeTenant.Executives, both)).Content.ReadAsStringAsync());
        Assert.Equal(2, _teams.Tenant.Messages(FakeTenant.Executives).Count);
        Assert.Equal(HttpStatusCode.BadRequest, (await SendAsync(FakeTenant.Executives, new() { ["type"] = "message", ["text"] = null })).StatusCode);
        Assert.Equal(HttpStatusCode.RequestEntityTooLarge, (await SendAsync(FakeTenant.Executives, Words(new string('x', 110_000)))).StatusCode);
    }

    [Fact]
    public void Reads_on_a_card_what_people_see_and_nothing_else()
    {
        var card = JsonNode.Parse("""
            {"type":"AdaptiveCard","body":[{"type":"TextBlock","text":"Ten"},{"type":"FactSet","facts":[{"title":"Reach","value":"7"}]}],
             "actions":[{"type":"Action.Execute","title":"Thank","verb":"kudos","data":{"verb":"kudos","args":"tp1"},"fallback":{"type":"Action.Submit","title":"Old"}}]}
            """)!.AsObject();
        var post = _teams.Tenant.Stands(FakeTenant.Executives, card);
        Assert.Equal("Ten\nReach\n7\nThank", post.Reads);

        var pressed = _teams.Tenant.Ana.Presses(post, "Thank").Body;
        Assert.Equal(("invoke", "adaptiveCard/action", post.Id), ((string)pressed["type"]!, (string)pressed["name"]!, (string)pressed["replyToId"]!));
        Assert.Equal("tp1", (string)pressed["value"]!["action"]!["data"]!["args"]!);
    }

    private static JsonObject Words(string text) => new() { ["type"] = "message", ["text"] = text };

    private static async Task<string> IdAsync(HttpResponseMessage answer) => (string)(await answer.Content.ReadFromJsonAsync<JsonObject>())!["id"]!;

    private Task<HttpResponseMessage> SendAsync(string conversation, JsonObject activity) =>
        _bot.PostAsJsonAsync($"{_teams.Tenant.ServiceUrl}v3/conversations/{Uri.EscapeDataString(conversation)}/activities", activity);

    private Task<HttpResponseMessage> TokenAsync(string tenant, string secret) => _bot.PostAsync(
        new Uri(_teams.LoginAddress, $"{tenant}/oauth2/v2.0/token"),
        new FormUrlEncodedContent(
        [
            new("client_id", FakeTeams.AppId), new("client_secret", secret), new("scope", "https://api.botframework.com/.default"), new("grant_type", "client_credentials"),
        ]));

    private async Task SignInAsync()
    {
        var grant = await (await TokenAsync(FakeTeams.TenantId, FakeTeams.AppSecret)).Content.ReadFromJsonAsync<JsonObject>();
        _bot.DefaultRequestHeaders.Authorization = new("Bearer", (string)grant!["access_token"]!);
    }
}
