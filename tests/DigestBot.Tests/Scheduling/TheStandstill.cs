using DigestBot.Core.Platforms;
using DigestBot.Tests.Testing;

namespace DigestBot.Tests.Scheduling;

public sealed class TheStandstill
{
    private static readonly DateTimeOffset Monday = FakeClock.OnMonday().GetUtcNow();

    [Theory]
    [InlineData(15, false)]
    [InlineData(29, false)]
    [InlineData(45, true)]
    [InlineData(10_000, true)]
    public async Task Is_noticed_by_a_run_that_comes_much_later_than_the_one_before(int minutes, bool isNoticed)
    {
        var noticed = await NoticeAsync(Monday, Monday.AddMinutes(minutes));
        Assert.Equal(isNoticed ? [(Monday, Monday.AddMinutes(minutes))] : [], noticed);
    }

    [Fact]
    public async Task Is_none_before_the_first_run() => Assert.Empty(await NoticeAsync(null, Monday));

    private static async Task<IReadOnlyList<(DateTimeOffset Since, DateTimeOffset Until)>> NoticeAsync(DateTimeOffset? before, DateTimeOffset now)
    {
        var noticed = new List<(DateTimeOffset, DateTimeOffset)>();
        await new Standstills([Note]).NoticeAsync(before, now, default);
        return noticed;

        Task Note(DateTimeOffset since, DateTimeOffset until, CancellationToken cancellationToken)
        {
            noticed.Add((since, until));
            return Task.CompletedTask;
        }
    }
}
