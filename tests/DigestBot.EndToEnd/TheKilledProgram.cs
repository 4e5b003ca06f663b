using Xunit.Abstractions;

namespace DigestBot.EndToEnd;

/// <summary>
/// Kills the real program, at every named point and at any moment, while people press buttons; starts it again until it is
/// quiet; and counts: what was acknowledged is there once, what was to be said stands once. 20 kills, 200 with FULL=1.
/// </summary>
public sealed class TheKilledProgram(ITestOutputHelper output)
{
    private const int KillsALife = 10;
    private static readonly int Lives = Environment.GetEnvironmentVariable("FULL") == "1" ? 20 : 2;

    [Fact]
    public async Task Loses_no_acknowledged_action_and_says_nothing_twice()
    {
        var dice = new Random(20261123); // a failing run can be repeated
        var (crashes, acknowledged) = (0, 0);
        for (var life = 0; life < Lives; life++)
        {
            using var installation = new KilledInstallation(dice);
            crashes += await installation.DieAsync(KillsALife);
            acknowledged += await installation.LiveUntilQuietAsync();
            installation.AssertEachActionOnce();
            installation.AssertEachMessageOnce();
        }
        output.WriteLine($"{Lives * KillsALife} kills, {crashes} of them at named points; {acknowledged} acknowledged actions, none lost, none done twice.");
        Assert.True(crashes >= Lives * KillsALife / 3, $"Only {crashes} kills were at a named point.");
    }
}
