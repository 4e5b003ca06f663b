using DigestBot.Cli;
using DigestBot.Tests.Platforms.Slack.Inbound;
using DigestBot.Tests.Testing.Slack;
using Spectre.Console;

namespace DigestBot.Tests.Cli;

/// <summary><c>doctor slack</c>: what is wrong between here and Slack, and what to do about it.</summary>
public sealed class TheDoctorOfSlack : IDisposable
{
    private readonly string _folder = Directory.CreateTempSubdirectory("digestbot-doctor-").FullName;

    public void Dispose() => Directory.Delete(_folder, recursive: true);

    [Fact]
    public async Task Finds_nothing_wrong_where_all_is_well_and_keeps_nothing()
    {
        await using var slack = await FakeSlack.StartAsync();
        var (exit, said) = await VisitAsync(slack, Into("C0EXEC"));
        Assert.True(exit == 0, said);
        Assert.Contains("slack token: the bot of Acme Air", said, StringComparison.Ordinal);
        Assert.Contains("slack channel of weekly (executives): #exec", said, StringComparison.Ordinal);
        Assert.Contains("slack clock: this machine's and Slack's agree", said, StringComparison.Ordinal);
        Assert.Empty(Directory.EnumerateFiles(_folder));
    }

    [Fact]
    public async Task Begins_with_the_readme_where_slack_is_not_configured()
    {
        var (exit, said) = await VisitAsync([]);
        Assert.Equal(1, exit);
        Assert.Contains("slack: It is not configured.", said, StringComparison.Ordinal);
        Assert.Contains("next: Follow the steps below \"Into Slack\" in the README", said, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Says_where_a_token_comes_from_that_slack_does_not_know()
    {
        await using var slack = await FakeSlack.StartAsync();
        var (exit, said) = await VisitAsync(slack, "--Slack:BotToken=xoxb-of-nobody");
        Assert.Equal(1, exit);
        Assert.Contains("FAULT slack token: Slack does not take it.", said, StringComparison.Ordinal);
        Assert.Contains("OAuth & Permissions", said, StringComparison.Ordinal);
        Assert.DoesNotContain("xoxb-of-nobody", said, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Names_the_scopes_that_were_not_granted_and_what_they_are_for()
    {
        await using var slack = await FakeSlack.StartAsync();
        slack.Workspace.Scopes.Remove("reactions:read");
        var (exit, said) = await VisitAsync(slack);
        Assert.Equal(1, exit);
        Assert.Contains("Not granted: reactions:read (to take a reaction for what it means", said, StringComparison.Ordinal);
        Assert.Contains("Reinstall to Workspace", said, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("C0RANDOM", "The bot is not in #random", "/invite @DigestBot")]
    [InlineData("C0FINANCE", "#finance is archived.", "Unarchive it")]
    [InlineData("C0NOWHERE", "C0NOWHERE cannot be seen.", "Check the channel's id")]
    [InlineData("T02/C0EXEC", "There is no usable token for workspace T02.", "/slack/install")]
    public async Task Names_the_channel_that_cannot_be_written_to(string channel, string fault, string nextStep)
    {
        await using var slack = await FakeSlack.StartAsync();
        slack.Workspace.Change("C0FINANCE", finance => finance with { IsArchived = true });
        var (exit, said) = await VisitAsync(slack, Into(channel));
        Assert.Equal(1, exit);
        Assert.Contains($"FAULT slack channel of weekly (executives): {fault}", said, StringComparison.Ordinal);
        Assert.Contains(nextStep, said, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Tells_a_network_without_slack_from_a_wrong_token()
    {
        var (exit, said) = await VisitAsync(["--Slack:SigningSecret=8f742231b10e8888abcd99yyyzzz85a5", "--Slack:BotToken=xoxb-any-token", "--Slack:ApiBaseAddress=http://127.0.0.1:1/api/"]);
        Assert.Equal(1, exit);
        Assert.Contains("No connection to Slack.", said, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Tries_from_outside_whether_the_public_address_lets_slack_in()
    {
        await using var slack = await FakeSlack.StartAsync();
        await using var front = await SlackFront.ConfiguredAsync();
        Assert.Contains("lets in what Slack signs", (await LookInAsync(slack, front.Address, Signed.Secret)).Said, StringComparison.Ordinal);
        var (exit, said) = await LookInAsync(slack, front.Address, "another-secret-altogether");
        Assert.Equal(1, exit);
        Assert.Contains("It refuses our signature.", said, StringComparison.Ordinal);
        Assert.Contains("does not answer", (await LookInAsync(slack, new("http://127.0.0.1:1"), Signed.Secret)).Said, StringComparison.Ordinal);
        Assert.Empty(await front.KeptAsync());
    }

    private static string[] Into(string channel) =>
        ["--Brand:Name=Acme Air", "--Digests:0:Audiences:0:Platform=slack", $"--Digests:0:Audiences:0:Channel={channel}"];

    private Task<(int Exit, string Said)> VisitAsync(FakeSlack slack, params string[] settings) => VisitAsync([.. Configured(slack), .. settings]);

    private Task<(int Exit, string Said)> LookInAsync(FakeSlack slack, Uri address, string secret) =>
        VisitAsync([.. Configured(slack), $"--Slack:SigningSecret={secret}"], address.ToString());

    private static string[] Configured(FakeSlack slack) =>
        [$"--Slack:SigningSecret={FakeSlack.SigningSecret}", $"--Slack:BotToken={slack.Workspace.BotToken}", $"--Slack:ApiBaseAddress={slack.ApiBaseAddress}"];

    private async Task<(int Exit, string Said)> VisitAsync(string[] settings, string? url = null)
    {
        await using var said = new StringWriter();
        var console = AnsiConsole.Create(new() { Out = new AnsiConsoleOutput(said), ColorSystem = ColorSystemSupport.NoColors, Ansi = AnsiSupport.No });
        console.Profile.Width = 1000;
        var exit = await DoctorCommand.RunSlackAsync([$"--Storage:ConnectionString=Data Source={Path.Combine(_folder, "data.db")}", .. settings], url, console, CancellationToken.None);
        return (exit, said.ToString());
    }
}
