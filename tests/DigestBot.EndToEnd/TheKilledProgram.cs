using DigestBot.Tests.Testing.Slack;
using DigestBot.Tests.Testing.Teams;
using Xunit.Abstractions;

namespace DigestBot.EndToEnd;

/// <summary>
/// Kills the real program, at every named point and at any moment, while people press buttons; starts it again until it is
/// quiet; and counts: what was acknowledged is there once, what was to be said stands once. 20 kills in the terminal, 200 with
/// FULL=1; 12 on Slack and on Teams, 108 with FULL=1.
/// </summary>
public sealed class TheKilledProgram(ITestOutputHelper output)
{
    private static readonly bool IsFull = Environment.GetEnvironmentVariable("FULL") == "1";

    [Fact]
    public async Task Loses_no_acknowledged_action_and_says_nothing_twice()
    {
        const int KillsALife = 10;
        var lives = IsFull ? 20 : 2;
        var dice = new Random(20261123); // a failing run can be repeated
        var (crashes, acknowledged) = (0, 0);
        for (var life = 0; life < lives; life++)
        {
            using var installation = new KilledOnTerminal(dice);
            crashes += await LiveAsync(installation, KillsALife);
            acknowledged += installation.Acknowledged;
        }
        output.WriteLine($"{lives * KillsALife} kills, {crashes} of them at named points; {acknowledged} acknowledged actions, none lost, none done twice.");
        Assert.True(crashes >= lives * KillsALife / 3, $"Only {crashes} kills were at a named point.");
    }

    [Fact]
    public async Task Posts_every_message_to_Slack_once_though_connections_are_cut_as_well()
    {
        const int KillsALife = 12;
        var lives = IsFull ? 9 : 1;
        var dice = new Random(20261124);
        var (crashes, atPosts, cut, acknowledged, messages) = (0, 0, 0, 0, 0);
        for (var life = 0; life < lives; life++)
        {
            await using var slack = await FakeSlack.StartAsync();
            using var installation = new KilledOnSlack(dice, slack);
            crashes += await LiveAsync(installation, KillsALife);
            acknowledged += installation.Acknowledged;
            (atPosts, cut) = (atPosts + installation.KilledAtPosts, cut + installation.Cut);
            messages += slack.Workspace.All("C0EXEC").Count + slack.Workspace.All("C0CURATE").Count;
        }
        output.WriteLine(
            $"{lives * KillsALife} kills, {crashes} of them at named points, {atPosts} while Slack had a message in hand, {cut} connections cut; "
            + $"{messages} messages, each once; {acknowledged} signed commands acknowledged, each done once.");
        Assert.True(crashes + atPosts >= lives * KillsALife / 3, $"Only {crashes + atPosts} kills were around something.");
    }

    [Fact]
    public async Task Posts_every_message_to_Teams_once_or_asks_though_connections_are_cut_as_well()
    {
        const int KillsALife = 12;
        var lives = IsFull ? 9 : 1;
        var dice = new Random(20261125);
        var (crashes, atPosts, cut, acknowledged, messages, asked) = (0, 0, 0, 0, 0, 0L);
        for (var life = 0; life < lives; life++)
        {
            await using var teams = await FakeTeams.StartAsync();
            using var installation = new KilledOnTeams(dice, teams);
            crashes += await LiveAsync(installation, KillsALife);
            acknowledged += installation.Acknowledged;
            (atPosts, cut, asked) = (atPosts + installation.KilledAtPosts, cut + installation.Cut, asked + installation.Asked);
            messages += teams.Tenant.All(FakeTenant.Executives).Count + teams.Tenant.All(FakeTenant.Curators).Count;
        }
        output.WriteLine(
            $"{lives * KillsALife} kills, {crashes} of them at named points, {atPosts} while Teams had a message in hand, {cut} connections cut; "
            + $"{messages} messages, each once; curators asked about {asked}; {acknowledged} messages to the bot acknowledged, each done once.");
        Assert.True(crashes + atPosts >= lives * KillsALife / 3, $"Only {crashes + atPosts} kills were around something.");
    }

    private static async Task<int> LiveAsync(KilledInstallation installation, int kills)
    {
        var crashes = await installation.DieAsync(kills);
        await installation.LiveUntilQuietAsync();
        installation.AssertEachActionOnce();
        installation.AssertEachMessageOnce();
        return crashes;
    }
}
