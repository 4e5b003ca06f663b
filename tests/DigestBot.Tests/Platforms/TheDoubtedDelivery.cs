using DigestBot.Core.Platforms;
using DigestBot.Tests.Testing;
using Microsoft.Extensions.DependencyInjection;
using static DigestBot.Tests.Testing.FakePlatform;

namespace DigestBot.Tests.Platforms;

public sealed class TheDoubtedDelivery
{
    [Fact]
    public async Task Is_not_posted_a_second_time_when_a_curator_has_seen_it_and_something_newer_is_to_be_shown()
    {
        await using var office = await DoubtAsync(Mishap.TimesOutAfterArriving);
        await RecordAsync(office, doubted => doubted with { State = DeliveryState.Sent, SentVersion = doubted.Version, Attempts = 0 });
        await office.RequestAsync(Office.Note("1") with { Text = new("newer", []) });
        await office.SendForAsync(TimeSpan.FromSeconds(3));

        Assert.Single(office.Platform.Messages);
        Assert.Equal(DeliveryState.Sent, (await office.FindAsync(Office.Note("1").Key))!.State);
    }

    [Fact]
    public async Task Is_sent_when_a_curator_has_not_found_it()
    {
        await using var office = await DoubtAsync(Mishap.TimesOutBeforeArriving);
        Assert.Empty(office.Platform.Messages);
        await RecordAsync(office, doubted => doubted with { State = DeliveryState.Waiting, Attempts = 0, NotBefore = null });
        await office.SendForAsync(TimeSpan.FromSeconds(3));

        Assert.Single(office.Platform.Messages);
    }

    [Theory]
    [InlineData("weekly", "exec|all", "100%|%7C")]
    [InlineData("a", "%257C", "|")]
    public void Is_named_by_a_key_that_reads_back_whatever_it_holds(string digest, string audience, string part)
    {
        var key = new DeliveryKey(DeliveryPurpose.Share, digest, Editions.Week, audience, part);

        Assert.Equal(key, DeliveryKey.Parse(key.ToString()));
        Assert.Throws<FormatException>(() => DeliveryKey.Parse("no key"));
    }

    private static async Task<Office> DoubtAsync(Mishap mishap)
    {
        var office = await Office.OpenAsync();
        office.Platform.CanTell = false;
        office.Platform.Next(mishap);
        await office.RequestAsync(Office.Note("1"));
        await office.SendForAsync(TimeSpan.FromSeconds(3));
        Assert.Equal(DeliveryState.InDoubt, (await office.FindAsync(Office.Note("1").Key))!.State);
        return office;
    }

    private static async Task RecordAsync(Office office, Func<Delivery, Delivery> settle)
    {
        var doubted = (await office.FindAsync(Office.Note("1").Key))!;
        Assert.True(await office.Store.Services.GetRequiredService<IDeliveries>().RecordAsync(settle(doubted), default));
    }
}
