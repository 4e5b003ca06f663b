using System.Net;
using System.Text.Json.Nodes;
using DigestBot.Tests.Testing.Slack;

namespace DigestBot.EndToEnd;

/// <summary>Our fake Slack judged by Slack's own clients, so that what passes against it means something.</summary>
public sealed class TheFakeSlack
{
    [ClientsFact]
    public async Task Answers_as_Slacks_own_Web_API_client_expects()
    {
        await using var slack = await FakeSlack.StartAsync();
        var said = await OtherClients.RunAsync("web-api.cjs", slack.ApiBaseAddress.ToString(), slack.Workspace.BotToken, "C0EXEC", "U0ANA");
        Assert.Equal("as Slack", said.Trim());
    }

    [ClientsFact]
    public async Task Sends_what_Slacks_own_Bolt_verifies_and_understands()
    {
        await using var slack = await FakeSlack.StartAsync();
        using var bolt = await Bolt.StartAsync();
        var ana = slack.Workspace.Person("U0ANA");
        slack.Workspace.Store(new() { Ts = "1.000001", Channel = "C0EXEC", User = FakeWorkspace.Bot, Text = "The edition", Blocks = [Button("pick tp7")] });
        var message = slack.Workspace.Messages("C0EXEC")[0];
        foreach (var request in new[] { ana.Types("issues"), ana.Presses(message, "Act"), ana.Reacts(message, "eyes"), ana.Mentions("C0EXEC", "help"), ana.Chooses("add", message) })
            Assert.Equal(HttpStatusCode.OK, await bolt.SendAsync(request));
        Assert.Equal(
            ["command U0ANA issues", "action U0ANA pick tp7", "event U0ANA reaction_added", "event U0ANA app_mention", "shortcut U0ANA add"],
            bolt.Heard(5));
    }

    private static JsonObject Button(string value) => new()
    {
        ["type"] = "actions",
        ["elements"] = new JsonArray(new JsonObject
        {
            ["type"] = "button", ["action_id"] = "act", ["text"] = new JsonObject { ["type"] = "plain_text", ["text"] = "Act" }, ["value"] = value,
        }),
    };
}
