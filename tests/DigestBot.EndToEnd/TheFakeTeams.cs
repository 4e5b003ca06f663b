using System.Net;
using System.Text.Json.Nodes;
using DigestBot.Tests.Testing.Teams;

namespace DigestBot.EndToEnd;

/// <summary>Our fake Teams judged by Microsoft's own clients, so that what passes against it means something.</summary>
public sealed class TheFakeTeams
{
    // What the judge does not look at and the documents (and our own check) do: the end of a token that names none, RS256 only, and a
    // key that names no channels.
    private static readonly TokenFault[] Unseen = [TokenFault.NoExpiry, TokenFault.OtherAlgorithm, TokenFault.NoEndorsements];

    [ClientsFact]
    public async Task Signs_what_Microsofts_own_botbuilder_believes_and_understands()
    {
        await using var teams = await FakeTeams.StartAsync();
        using var botBuilder = await BotBuilder.StartAsync(teams);
        var ana = teams.Tenant.Ana;
        var edition = teams.Tenant.Stands(FakeTenant.Executives, new() { ["type"] = "AdaptiveCard", ["actions"] = new JsonArray(Button()) });
        foreach (var activity in new[] { ana.Says("top 3"), ana.Mentions(FakeTenant.Executives, "help"), ana.Reacts(edition, "like"), ana.Presses(edition, "Pick"), ana.Installs() })
            Assert.Equal(HttpStatusCode.OK, await botBuilder.SendAsync(activity));
        Assert.Equal(
            ["message top 3", "message <at>DigestBot</at> help", "messageReaction like", "invoke adaptiveCard/action", "installationUpdate add"],
            botBuilder.FirstHeard(5).Select(heard => heard.Replace($"{ana.Id} ", "", StringComparison.Ordinal)));
    }

    [ClientsFact]
    public async Task Spoils_tokens_in_ways_that_Microsofts_own_botbuilder_refuses()
    {
        await using var teams = await FakeTeams.StartAsync();
        using var botBuilder = await BotBuilder.StartAsync(teams);
        foreach (var fault in Enum.GetValues<TokenFault>().Except(Unseen).Where(fault => fault != TokenFault.None))
        {
            var status = await botBuilder.SendAsync(teams.Tenant.Ana.Says($"{fault}"), fault); // 401, but where its own check throws
            Assert.True((int)status >= 400, $"{fault} was answered {(int)status}.");
        }
        await botBuilder.SendAsync(teams.Tenant.Ana.Says("good"));
        Assert.Equal([$"message {teams.Tenant.Ana.Id} good"], botBuilder.FirstHeard(1));
    }

    [ClientsFact]
    public async Task Answers_as_Microsofts_own_client_of_the_Connector_expects()
    {
        await using var teams = await FakeTeams.StartAsync();
        for (var person = 0; person < 60; person++)
            teams.Tenant.AddPerson($"guest{person}");
        teams.Tenant.AddChannel(FakeTenant.Executives, "exec");
        var said = await OtherClients.RunAsync(
            "connector.cjs", teams.LoginAddress.ToString(), teams.Tenant.ServiceUrl, FakeTeams.AppId, FakeTeams.AppSecret, FakeTeams.TenantId,
            FakeTenant.Executives, teams.Tenant.Ana.Member.Mri);
        Assert.Equal("as the Connector", said.Trim());
    }

    private static JsonObject Button() => new() { ["type"] = "Action.Execute", ["title"] = "Pick", ["verb"] = "pick", ["data"] = new JsonObject { ["args"] = "tp7" } };
}
