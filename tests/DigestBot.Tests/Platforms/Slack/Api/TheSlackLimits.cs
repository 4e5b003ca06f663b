using DigestBot.Platforms.Slack.Api;
using DigestBot.Tests.Testing;

namespace DigestBot.Tests.Platforms.Slack.Api;

public sealed class TheSlackLimits
{
    private static readonly TimeSpan Patience = TimeSpan.FromSeconds(2);

    private readonly FakeClock _clock = FakeClock.OnMonday();
    private readonly SlackLimits _limits;

    public TheSlackLimits() => _limits = new(_clock);

    [Fact]
    public void Let_a_channel_have_one_message_a_second()
    {
        Assert.Equal(TimeSpan.Zero, Take(Post("C1")));
        Assert.Equal(TimeSpan.FromSeconds(1), Take(Post("C1")));
        Assert.Equal(TimeSpan.Zero, Take(Post("C2")));
        Assert.Equal(TimeSpan.Zero, Take(Post("C1"), "T0OTHER"));

        _clock.Advance(TimeSpan.FromSeconds(2));
        Assert.Equal(TimeSpan.Zero, Take(Post("C1")));
    }

    [Fact]
    public void Take_no_place_for_what_would_wait_too_long()
    {
        for (var post = 0; post < 10; post++)
            Take(Post("C1"));
        Assert.True(Take(Post("C1")) > Patience);

        _clock.Advance(TimeSpan.FromSeconds(3));
        Assert.Equal(TimeSpan.Zero, Take(Post("C1")));
    }

    [Theory]
    [InlineData(50)]
    [InlineData(100)]
    public void Keep_a_tiers_calls_a_minute_in_the_long_run(int perMinute)
    {
        var method = SlackMethod.Read("some.method", perMinute);
        var made = 0;
        for (var second = 0; second < 600; second++)
        {
            while (_limits.Take(null, new(method), TimeSpan.Zero) == TimeSpan.Zero)
                made++;
            _clock.Advance(TimeSpan.FromSeconds(1));
        }
        Assert.InRange(made, perMinute * 10 * 0.98, perMinute * 10.6);
    }

    [Fact]
    public void Let_half_a_minutes_calls_come_at_once()
    {
        var at_once = Enumerable.Range(0, 100).Count(_ => _limits.Take(null, new(SlackMethods.History), TimeSpan.Zero) == TimeSpan.Zero);
        Assert.InRange(at_once, 25, 26);
    }

    [Fact]
    public void Keep_one_workspace_and_one_method_from_troubling_another()
    {
        while (_limits.Take(null, new(SlackMethods.History), TimeSpan.Zero) == TimeSpan.Zero)
        {
            // Until this one is used up.
        }
        Assert.Equal(TimeSpan.Zero, _limits.Take("T0OTHER", new(SlackMethods.History), TimeSpan.Zero));
        Assert.Equal(TimeSpan.Zero, _limits.Take(null, new(SlackMethods.Replies), TimeSpan.Zero));
    }

    [Fact]
    public void Hold_what_Slack_has_put_off_for_exactly_as_long()
    {
        _limits.PutOff(null, SlackMethods.PostMessage, TimeSpan.FromSeconds(30));
        Assert.Equal(TimeSpan.FromSeconds(30), Take(Post("C1")));
        _clock.Advance(TimeSpan.FromSeconds(30));
        Assert.Equal(TimeSpan.Zero, Take(Post("C1")));
    }

    [Fact]
    public void Forget_workspaces_and_channels_that_are_quiet()
    {
        for (var hour = 0; hour < 10; hour++)
        {
            for (var workspace = 0; workspace < 2_000; workspace++)
                Take(Post($"C{hour}"), $"T{workspace}");
            _clock.Advance(TimeSpan.FromHours(1));
        }
        Assert.InRange(_limits.Kept, 1, 8_000);
    }

    private TimeSpan Take(SlackCall call, string? workspace = null) => _limits.Take(workspace, call, Patience);

    private static SlackCall Post(string channel) => new(SlackMethods.PostMessage) { Channel = channel };
}
