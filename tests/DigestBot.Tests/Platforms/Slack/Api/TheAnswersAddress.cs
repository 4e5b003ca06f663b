using DigestBot.Platforms.Slack.Api;
using DigestBot.Tests.Testing.Slack;

namespace DigestBot.Tests.Platforms.Slack.Api;

/// <summary>Where answers to a click or a command may go.</summary>
public sealed class TheAnswersAddress
{
    private static readonly Uri Slacks = new("https://slack.com/api/");
    private static readonly Uri Gov = new("https://slack-gov.com/api/");
    private static readonly Uri Ours = new("http://127.0.0.1:4100/api/");

    [Theory]
    [InlineData("https://hooks.slack.com/actions/T1/2/x")]
    [InlineData("https://HOOKS.slack.com/commands/T1/2/x")]
    [InlineData("https://hooks.slack-gov.com/commands/T1/2/x")]
    public void Is_Slacks_own(string address)
    {
        Assert.NotNull(SlackResponseUrl.Trusted(address, Slacks));
        Assert.NotNull(SlackResponseUrl.Trusted(address, Gov));
    }

    [Theory]
    [InlineData("http://hooks.slack.com/actions/T1/2/x")]
    [InlineData("https://hooks.slack.com:8443/actions/T1/2/x")]
    [InlineData("https://hooks.slack.com.evil.example/x")]
    [InlineData("https://hooks.slack.com@evil.example/x")]
    [InlineData("https://user:password@hooks.slack.com/x")]
    [InlineData("https://evil.example/hooks.slack.com")]
    [InlineData("https://slack.com/api/chat.postMessage")]
    [InlineData("http://127.0.0.1:4100/response/x")]
    [InlineData("http://169.254.169.254/latest/meta-data")]
    [InlineData("file:///etc/passwd")]
    [InlineData("//hooks.slack.com/x")]
    [InlineData("not an address")]
    [InlineData("")]
    public void Is_nobody_elses(string address) => Assert.Null(SlackResponseUrl.Trusted(address, Slacks));

    [Theory]
    [InlineData("http://127.0.0.1:4100/response/x", true)]
    [InlineData("http://127.0.0.1:4101/response/x", false)]
    [InlineData("https://127.0.0.1:4100/response/x", false)]
    public void Is_the_server_that_is_configured_in_Slacks_place(string address, bool isTrusted) =>
        Assert.Equal(isTrusted, SlackResponseUrl.Trusted(address, Ours) is not null);

    [Fact]
    public async Task Is_answered_five_times_within_half_an_hour_and_then_no_more()
    {
        await using var office = await SlackOffice.OpenAsync();
        var address = (string)office.Workspace.Person("U0ANA").Types("mine").Body["response_url"]!;
        for (var answer = 0; answer < 5; answer++)
            Assert.IsType<SlackAnswer<SlackNothing>.Ok>(await office.Api.RespondAsync(address, new() { ["text"] = $"answer {answer}" }, default));

        Assert.Equal(5, office.Workspace.Ephemeral("U0ANA").Count);
        Assert.Equal(SlackErrors.ResponseUrlUsed, (await office.Api.RespondAsync(address, new() { ["text"] = "one more" }, default)).Refusal);
    }

    [Fact]
    public async Task Gets_no_token_and_is_not_called_when_it_is_not_Slacks()
    {
        await using var office = await SlackOffice.OpenAsync();
        await using var other = await FakeSlack.StartAsync(office.Clock);

        var answer = await office.Api.RespondAsync(new Uri(other.Address, "response/x").ToString(), new() { ["text"] = "secret" }, default);

        Assert.Equal(SlackErrors.UntrustedResponseUrl, answer.Refusal);
        Assert.Empty(other.Calls);
    }
}
