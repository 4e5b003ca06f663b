using DigestBot.Outgoing;

namespace DigestBot.Tests.Outgoing;

public sealed class TheQuotaOfAnAnswer
{
    private static readonly DateTimeOffset Now = new(2026, 11, 23, 7, 0, 0, TimeSpan.Zero);

    [Theory]
    [InlineData("X-RateLimit-Remaining", "12", "X-RateLimit-Reset", "1795419000", 12, 1800)] // GitHub: since 1970
    [InlineData("x-ratelimit-remaining", "99.0", "x-ratelimit-reset", "300", 99, 300)] // Reddit: from now, with decimals
    [InlineData("X-RateLimit-Remaining", "0", "X-RateLimit-Reset", "2026-11-23T07:05:00.000Z", 0, 300)] // Mastodon: a date
    [InlineData("x-rate-limit-remaining", "3", "x-rate-limit-reset", "nonsense", 3, null)]
    [InlineData("RateLimit-Remaining", "-5", "RateLimit-Reset", "1e300", 0, null)]
    [InlineData("RateLimit-Remaining", "7", "RateLimit-Reset", "-60", 7, null)]
    [InlineData("RateLimit-Remaining", "many", "RateLimit-Reset", "60", null, null)]
    [InlineData("X-Rate-Limit", "user-hour-lim:3600;user-hour-rem:3121;", "RateLimit-Reset", "", 3121, null)] // App Store Connect
    [InlineData("X-Rate-Limit", "700", "RateLimit-Reset", "", null, null)] // Zendesk: how many there were
    [InlineData("Something-Else", "1", "RateLimit-Reset", "60", null, null)]
    public void Is_read_in_every_way_in_which_vendors_write_it(string leftName, string left, string resetName, string reset, int? expectedLeft, int? expectedSeconds)
    {
        var headers = new Dictionary<string, string>(StringComparer.OrdinalIgnoreCase) { [leftName] = left, [resetName] = reset };
        var quota = ApiQuota.Of(new(200, [], headers, null), Now);

        Assert.Equal(expectedLeft, (int?)quota?.Left);
        Assert.Equal(expectedSeconds, (int?)(quota?.ResetsAt - Now)?.TotalSeconds);
    }

    [Theory]
    [InlineData("<https://api.example.com/2>; rel=\"next\", <https://api.example.com/9>; rel=\"last\"", "https://api.example.com/2")]
    [InlineData("<https://a.example/1>; rel=\"prev\", <https://a.example/3?x=1,2>; title=\"more\"; rel=next", "https://a.example/3?x=1,2")]
    [InlineData("<https://a.example/1>; rel=\"prev\"", null)]
    [InlineData("<<<>>>;;,,rel=next<", null)]
    [InlineData("", null)]
    public void Stands_beside_the_address_of_the_next_page(string header, string? expected) => Assert.Equal(expected, LinkHeader.Next(header));
}
