using System.Text.Json;
using System.Text.Json.Nodes;
using DigestBot.Core.Platforms;
using DigestBot.Core.Understanding;
using DigestBot.Platforms.Teams.Dialogs;
using DigestBot.Tests.Testing;
using DigestBot.Tests.Testing.Teams;

namespace DigestBot.Tests.Platforms.Teams.Dialogs;

/// <summary>"Add to digest" in the menu of any message.</summary>
public sealed class AddingAMessage
{
    private const string Said = "Best support call of my life, thank you Marta!";

    [Fact]
    public async Task Takes_over_its_words_its_link_and_who_wrote_it()
    {
        await using var desk = await TeamsDesk.OpenAsync();
        var post = desk.Tenant.Dev.Writes(FakeTenant.Everybody, Said);
        var form = new TeamsDialog(await desk.AnswersAsync(desk.Tenant.Max.Chooses("addToDigest", post)));
        Assert.Equal("Add to digest", form.Title);
        Assert.Equal((Said, "Posted by Dev"), (form.Input("text").Text("value"), form.Input("note").Text("value")));
        Assert.StartsWith("https://teams.microsoft.com/l/message/", form.Input("link").Text("value"), StringComparison.Ordinal);
    }

    [Fact]
    public async Task Waits_for_the_curators_and_is_nominated_once_however_often_the_client_repeats_it()
    {
        await using var desk = await TeamsDesk.OpenAsync();
        var post = desk.Tenant.Dev.Writes(FakeTenant.Everybody, Said);
        var chosen = desk.Tenant.Max.Chooses("addToDigest", post);
        var form = new TeamsDialog(await desk.AnswersAsync(chosen));
        Assert.Equal(form.Card.ToJsonString(), new TeamsDialog(await desk.AnswersAsync(chosen)).Card.ToJsonString());
        var sent = desk.Tenant.Max.Completes("addToDigest", post, form.Filled([("note", "from a partner")]));
        foreach (var answer in new[] { await desk.AnswersAsync(sent), await desk.AnswersAsync(sent), await desk.AnswersAsync(sent) })
            Assert.Equal("Thank you. The curators decide whether it counts.", new TeamsDialog(answer).Message);
        var alert = Assert.Single(await desk.WaitingAsync(), delivery => delivery.Key.Purpose == DeliveryPurpose.Alert);
        Assert.Equal((FakeTenant.Curators, 1), (alert.Channel, alert.Version));
        Assert.Contains("from a partner", alert.Text!.Text, StringComparison.Ordinal);
        Assert.Single(await desk.Room.AuditAsync());
    }

    [Fact]
    public async Task Twice_by_two_people_is_one_nomination()
    {
        await using var desk = await TeamsDesk.OpenAsync();
        var post = desk.Tenant.Dev.Writes(FakeTenant.Everybody, Said);
        foreach (var by in new[] { desk.Tenant.Max, desk.Tenant.Ben })
        {
            var form = new TeamsDialog(await desk.AnswersAsync(by.Chooses("addToDigest", post)));
            await desk.AnswersAsync(by.Completes("addToDigest", post, form.Filled([])));
        }
        Assert.Single(await desk.WaitingAsync(), delivery => delivery.Key.Purpose == DeliveryPurpose.Alert);
        Assert.Single(await desk.Room.Store.ReadAsync<IMentionStore, IReadOnlyList<ReadMention>>(store => store.SearchAsync("Marta", 10, default)));
    }

    [Fact]
    public async Task Says_above_the_field_what_is_missing()
    {
        await using var desk = await TeamsDesk.OpenAsync();
        var post = desk.Tenant.Dev.Writes(FakeTenant.Everybody, "");
        var form = new TeamsDialog(await desk.AnswersAsync(desk.Tenant.Max.Chooses("addToDigest", post)));
        Assert.Contains("This message has no text to take over", form.Reads, StringComparison.Ordinal);
        var again = new TeamsDialog(await desk.AnswersAsync(desk.Tenant.Max.Completes("addToDigest", post, form.Filled([("text", "short"), ("link", "javascript:alert(1)")]))));
        Assert.Equal("Too short: at least 10 characters, please.", again.FaultAt("text"));
        Assert.StartsWith("Please give a whole web address", again.FaultAt("link"), StringComparison.Ordinal);
        Assert.Empty(await desk.Room.PendingAsync());
    }

    [Theory]
    [InlineData("personal", "19:ana_max@unq.gbl.spaces")]
    [InlineData("groupChat", "19:lunch@thread.v2")]
    public async Task Does_not_take_the_chat_of_the_message_for_one_that_the_bot_is_in(string type, string chat)
    {
        await using var desk = await TeamsDesk.OpenAsync();
        var post = desk.Tenant.Dev.Writes(FakeTenant.Everybody, Said);
        var form = new TeamsDialog(await desk.AnswersAsync(desk.Tenant.Max.Chooses("addToDigest", post)));
        var sent = desk.Tenant.Max.Completes("addToDigest", post, form.Filled([])).With("conversation", new JsonObject { ["id"] = chat, ["conversationType"] = type, ["tenantId"] = FakeTeams.TenantId }).With("channelData", null);
        Assert.Equal("Thank you. The curators decide whether it counts.", new TeamsDialog(await desk.AnswersAsync(sent)).Message);
        var known = await desk.Room.Store.ReadAsync<IConversations, IReadOnlyList<KnownConversation>>(places => places.OfWorkspaceAsync("teams", "", default));
        Assert.DoesNotContain(known, place => place.Conversation == chat || place.Place == chat);
    }

    [Fact]
    public async Task Is_not_for_guests()
    {
        await using var desk = await TeamsDesk.OpenAsync();
        var chosen = desk.Tenant.Max.Chooses("addToDigest", desk.Tenant.Dev.Writes(FakeTenant.Everybody, Said));
        chosen.Body["from"]!["userRole"] = "guest";
        Assert.Contains("only their own people act on it", new TeamsDialog(await desk.AnswersAsync(chosen)).Message, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("html", "<p>First line</p><p>Second &amp; <b>last</b></p>", "First line\nSecond & last")]
    [InlineData("html", "<div>Hello <at id=\"0\">Eve</at>,<br>thanks&nbsp;a lot</div>", "Hello Eve,\nthanks a lot")]
    [InlineData("html", "<attachment id=\"1\"></attachment>", "")]
    [InlineData("html", "<img src=x onerror=alert(1)>I paid twice<script>x</script>", "I paid twicex")]
    [InlineData("text", "1 < 2 & <b>stays</b>", "1 < 2 & <b>stays</b>")]
    [InlineData("html", "1 &lt; 2", "1 < 2")]
    public void Reads_a_message_as_people_do(string type, string content, string read) =>
        Assert.Equal(read, Chosen(new JsonObject { ["body"] = new JsonObject { ["contentType"] = type, ["content"] = content } }).Text);

    [Theory]
    [InlineData("{}")]
    [InlineData("""{"body":"x","from":7,"linkToMessage":{}}""")]
    [InlineData("""{"body":{"content":["x"]},"from":{"user":{"displayName":" "}},"linkToMessage":"javascript:x"}""")]
    [InlineData("[]")]
    public void Reads_nothing_from_what_is_no_message(string payload) =>
        Assert.Equal(new("", null), MessageActionHandler.Chosen(JsonElement.Parse(payload)));

    private static Core.Actions.Forms.ChosenMessage Chosen(JsonObject payload) => MessageActionHandler.Chosen(JsonElement.Parse(payload.ToJsonString()));
}
