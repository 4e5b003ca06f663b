using System.Globalization;
using DigestBot.Platforms.Slack.Inbound;
using DigestBot.Tests.Testing;
using FsCheck;
using FsCheck.Fluent;

namespace DigestBot.Tests.Platforms.Slack.Inbound;

public sealed class TheSlackSignature
{
    // docs.slack.dev, "Verifying requests from Slack".
    private const string Example = "v0=a2114d57b48eac39b9ad189dd8316235a7b4a8d21a10bd27519666489c69b503";
    private const string ExampleTime = "1531420618";

    private static readonly byte[] ExampleBody =
        "token=xyzz0WbapA4vBCDEFasx0q6G&team_id=T1DC2JH3J&team_domain=testteamnow&channel_id=G8PSS9T3V&channel_name=foobar&user_id=U2CERLKJA&user_name=roadrunner&command=%2Fwebhook-collect&text=&response_url=https%3A%2F%2Fhooks.slack.com%2Fcommands%2FT1DC2JH3J%2F397700885554%2F96rGlfmibIGlgcZRskXaIFfN&trigger_id=398738663015.47445629121.803a0bc887a14d10d2c447fce8b6703c"u8.ToArray();

    private readonly FakeClock _clock = new(DateTimeOffset.FromUnixTimeSeconds(1531420618));

    [Fact]
    public void Is_genuine_in_Slacks_own_example() => Assert.True(Check().IsGenuine(ExampleTime, Example, ExampleBody));

    [Theory]
    [InlineData(0, true)]
    [InlineData(300, true)]
    [InlineData(301, false)]
    [InlineData(-300, true)]
    [InlineData(-301, false)]
    [InlineData(86_400 * 365, false)]
    public void Counts_for_five_minutes_either_way(int secondsLater, bool isGenuine)
    {
        var clock = new FakeClock(DateTimeOffset.FromUnixTimeSeconds(1531420618 + secondsLater));
        Assert.Equal(isGenuine, Check(clock: clock).IsGenuine(ExampleTime, Example, ExampleBody));
    }

    [Theory]
    [InlineData(null)]
    [InlineData("")]
    [InlineData("now")]
    [InlineData("1531420618.0")]
    [InlineData(" 1531420618")]
    [InlineData("+1531420618")]
    [InlineData("-1531420618")]
    [InlineData("١٥٣١٤٢٠٦١٨")]
    [InlineData("15314206180000000000000")]
    [InlineData("1531420618,1531420618")]
    public void Is_worth_nothing_without_a_plain_timestamp(string? timestamp)
    {
        Assert.False(Check().IsFresh(timestamp));
        Assert.False(Check().IsGenuine(timestamp, Example, ExampleBody));
    }

    [Theory]
    [InlineData(null)]
    [InlineData("")]
    [InlineData("v0=")]
    [InlineData("a2114d57b48eac39b9ad189dd8316235a7b4a8d21a10bd27519666489c69b503")]
    [InlineData("v1=a2114d57b48eac39b9ad189dd8316235a7b4a8d21a10bd27519666489c69b503")]
    [InlineData("v0=a2114d57b48eac39b9ad189dd8316235a7b4a8d21a10bd27519666489c69b5")]
    [InlineData("v0=a2114d57b48eac39b9ad189dd8316235a7b4a8d21a10bd27519666489c69b50300")]
    [InlineData("v0=g2114d57b48eac39b9ad189dd8316235a7b4a8d21a10bd27519666489c69b503")]
    [InlineData("v0=a2114d57b48eac39b9ad189dd8316235a7b4a8d21a10bd27519666489c69b503,v0=a2114d57b48eac39b9ad189dd8316235a7b4a8d21a10bd27519666489c69b503")]
    public void Is_refused_in_any_other_shape(string? signature) => Assert.False(Check().IsGenuine(ExampleTime, signature, ExampleBody));

    [Fact]
    public void Is_taken_with_the_secret_before_while_that_is_set()
    {
        Assert.True(Check(secret: "the-new-secret", previous: Signed.Secret).IsGenuine(ExampleTime, Example, ExampleBody));
        Assert.False(Check(secret: "the-new-secret").IsGenuine(ExampleTime, Example, ExampleBody));
    }

    [Fact]
    public void Is_another_for_every_other_body_time_and_secret() => Prop.ForAll(
        ArbMap.Default.ArbFor<NonNull<byte[]>>(), ArbMap.Default.ArbFor<byte>(), ArbMap.Default.ArbFor<NonNegativeInt>(),
        (body, flip, at) =>
        {
            var time = 1531420618L + (at.Get % 300);
            var signature = Signed.Header(time, body.Get);
            Assert.True(Check().IsGenuine(Text(time), signature, body.Get));
            Assert.False(Check().IsGenuine(Text(time - 1), signature, body.Get));
            Assert.False(Check(secret: "another secret").IsGenuine(Text(time), signature, body.Get));
            Assert.False(Check().IsGenuine(Text(time), signature, [.. body.Get, flip]));
            if (body.Get.Length > 0 && flip != 0)
                Assert.False(Check().IsGenuine(Text(time), signature, Flipped(body.Get, at.Get, flip)));
        }).QuickCheckThrowOnFailure();

    private static byte[] Flipped(byte[] body, int at, byte flip)
    {
        var other = body.ToArray();
        other[at % body.Length] ^= flip;
        return other;
    }

    private static string Text(long time) => time.ToString(CultureInfo.InvariantCulture);

    private SlackSignature Check(string secret = Signed.Secret, string? previous = null, FakeClock? clock = null) =>
        new(new() { SigningSecret = secret, PreviousSigningSecret = previous }, clock ?? _clock);
}
