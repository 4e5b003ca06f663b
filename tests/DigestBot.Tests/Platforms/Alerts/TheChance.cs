using DigestBot.Core.Platforms.Alerts;

namespace DigestBot.Tests.Platforms.Alerts;

public sealed class TheChance
{
    [Fact]
    public void Of_any_number_at_all_is_one() => Assert.Equal(1, Chance.OfAtLeast(0, 12, 12), 8);

    [Fact]
    public void Comes_to_the_Poisson_tail_when_much_was_seen() =>
        Assert.Equal(0.0403, Chance.OfAtLeast(9, 4.5 * 1e6, 1e6), 1e-3);

    [Fact]
    public void Is_cautious_after_little()
    {
        Assert.True(Chance.OfAtLeast(10, 2, 2) > 100 * Chance.OfAtLeast(10, 14, 14));
    }

    [Fact]
    public void Falls_with_every_person_more()
    {
        var tails = Enumerable.Range(0, 60).Select(people => Chance.OfAtLeast(people, 24, 12)).ToList();
        Assert.Equal(tails.OrderDescending(), tails);
        Assert.InRange(tails[^1], double.Epsilon, 1e-20);
    }

    [Fact]
    public void Sees_that_crowds_come_in_clumps()
    {
        Assert.Equal(1, Chance.Clumps([3, 3, 3, 3, 3, 3, 3]));
        Assert.True(Chance.Clumps([0, 12, 1, 0, 14, 0, 13, 0, 0, 11]) > 5);
        Assert.Equal(1, Chance.Clumps([3, 3, 3, 3, 3, 3, 90]));
    }
}
