using DigestBot.Platforms.Teams.Connector;
using DigestBot.Tests.Testing;

namespace DigestBot.Tests.Platforms.Teams.Connector;

/// <summary>Teams' published limits, kept on our side.</summary>
public sealed class TheTeamsLimits
{
    private static readonly TimeSpan Forever = TimeSpan.FromDays(1);

    private readonly FakeClock _clock = FakeClock.OnMonday();

    [Theory]
    [InlineData(false, 7, 1)]
    [InlineData(false, 8, 2)]
    [InlineData(false, 60, 30)]
    [InlineData(false, 1_800, 3_600)]
    [InlineData(true, 14, 1)]
    [InlineData(true, 16, 2)]
    [InlineData(true, 120, 30)]
    [InlineData(true, 3_600, 3_600)]
    public void Let_no_more_calls_through_in_any_window_than_Teams_takes(bool isReading, int most, int seconds)
    {
        var limits = new TeamsLimits(_clock);
        var start = _clock.GetUtcNow();
        var times = new List<DateTimeOffset>();
        while (times.Count <= most * 2)
        {
            var wait = limits.Take(Call("19:a", isReading), Forever);
            times.Add(_clock.GetUtcNow() + wait);
            _clock.Advance(wait);
        }
        Assert.Equal(start, times[0]);
        Assert.All(times, time => Assert.InRange(times.Count(other => other >= time && other < time + TimeSpan.FromSeconds(seconds)), 1, most));
    }

    [Fact]
    public void Count_every_conversation_by_itself_and_a_tenant_as_a_whole()
    {
        var limits = new TeamsLimits(_clock);
        for (var conversation = 0; conversation < 50; conversation++)
            Assert.Equal(TimeSpan.Zero, limits.Take(Call($"19:{conversation}"), Forever));
        Assert.Equal(TimeSpan.FromSeconds(1), limits.Take(Call("19:another"), Forever));
        Assert.Equal(TimeSpan.Zero, limits.Take(Call("19:0", service: "https://smba.trafficmanager.net/emea/other/"), Forever));
    }

    [Fact]
    public void Take_no_place_for_a_wait_that_nobody_has_the_patience_for()
    {
        var limits = new TeamsLimits(_clock);
        limits.PutOff(Call("19:a"), TimeSpan.FromSeconds(20));
        Assert.Equal(TimeSpan.FromSeconds(20), limits.Take(Call("19:a"), TimeSpan.FromSeconds(2)));
        Assert.Equal(TimeSpan.FromSeconds(20), limits.Take(Call("19:a"), TimeSpan.FromSeconds(2)));
        Assert.Equal(TimeSpan.Zero, limits.Take(Call("19:b"), TimeSpan.FromSeconds(2)));
        _clock.Advance(TimeSpan.FromSeconds(20));
        Assert.Equal(TimeSpan.Zero, limits.Take(Call("19:a"), TimeSpan.FromSeconds(2)));
    }

    private static ConnectorCall Call(string conversation, bool isReading = false, string service = "https://smba.trafficmanager.net/emea/") =>
        new("call", HttpMethod.Get, new(service), "v3", conversation) { Quota = isReading ? ConnectorQuota.Read : ConnectorQuota.Write };
}
