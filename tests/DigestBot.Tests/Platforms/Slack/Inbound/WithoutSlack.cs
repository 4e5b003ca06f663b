using System.Net;

namespace DigestBot.Tests.Platforms.Slack.Inbound;

public sealed class WithoutSlack
{
    [Theory]
    [InlineData]
    [InlineData("--Slack:AppToken=xapp-of-nobody", "--Slack:BotToken=xoxb-of-nobody")] // by socket only: nothing sent over HTTP can be checked
    public async Task Its_addresses_do_not_exist(params string[] settings)
    {
        await using var front = await SlackFront.StartAsync(settings);
        foreach (var path in new[] { "/slack/events", "/slack/commands", "/slack/interactivity", "/slack/options" })
            Assert.Equal(HttpStatusCode.NotFound, (await front.PostAsync(path, Bodies.Command())).Status);
    }
}
