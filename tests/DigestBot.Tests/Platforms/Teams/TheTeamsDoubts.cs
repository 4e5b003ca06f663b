using DigestBot.Core.Editions;
using DigestBot.Core.Platforms;
using DigestBot.Tests.Testing;
using DigestBot.Tests.Testing.Teams;
using Microsoft.Extensions.DependencyInjection;

namespace DigestBot.Tests.Platforms.Teams;

/// <summary>The Connector cannot be asked what stands: what happens where its answer was lost (decisions.md 9 and 13).</summary>
public sealed class TheTeamsDoubts : IAsyncLifetime
{
    private static readonly TimeSpan AWhile = TimeSpan.FromSeconds(30);

    private TeamsOffice _office = null!;

    private FakeTenant Tenant => _office.Tenant;

    public async Task InitializeAsync() => _office = await TeamsOffice.OpenAsync();

    public async Task DisposeAsync() => await _office.DisposeAsync();

    [Fact]
    public async Task Ask_the_curators_once_with_two_buttons_and_send_nothing_twice()
    {
        await PublishAsync(FakeTeamsFault.DropsAfterStoring);
        await _office.SendForAsync(AWhile);

        var question = Assert.Single(Written(FakeTenant.Curators));
        Assert.Equal(["It is there", "It is not: send it"], question.Buttons.Select(button => button.Title));
        Assert.Single(Written(FakeTenant.Executives));
    }

    [Fact]
    public async Task Do_not_hold_up_the_other_channel()
    {
        await PublishAsync(FakeTeamsFault.DropsAfterStoring);
        Assert.Equal(1 + 3, Written(FakeTenant.Everybody).Count);
    }

    [Fact]
    public async Task Send_the_touch_points_into_the_channel_when_a_curator_has_seen_an_edition_of_unknown_id()
    {
        await PublishAsync(FakeTeamsFault.DropsAfterStoring);
        await SettleAsync(delivery => delivery with { State = DeliveryState.Sent, SentVersion = delivery.Version, Attempts = 0 });
        await _office.SendForAsync(AWhile);

        Assert.Equal(1 + 3, Written(FakeTenant.Executives).Count);
        Assert.DoesNotContain(Written(FakeTenant.Executives), post => post.IsReply);
    }

    [Fact]
    public async Task Send_it_once_more_when_a_curator_has_not_found_it()
    {
        await PublishAsync(FakeTeamsFault.DropsBeforeStoring);
        Assert.Empty(Written(FakeTenant.Executives));
        await SettleAsync(delivery => delivery with { State = DeliveryState.Waiting, Attempts = 0, NotBefore = null });
        await _office.SendForAsync(AWhile);

        Assert.Equal(3, Tenant.Thread(FakeTenant.Executives, Written(FakeTenant.Executives).Single(post => !post.IsReply).Id).Count);
    }

    [Fact]
    public async Task Are_over_for_good_once_somebody_presses_a_button_on_it()
    {
        await using var room = await TeamsRoom.OpenAsync();
        await room.HearsAsync(room.Ana.Mentions(FakeTenant.Curators, "help"));
        var note = TeamsOffice.Note("1", FakeTenant.Curators) with { Text = new("before", [new("help", "Show me", "")]) };
        room.Teams.Faults.Next("create", FakeTeamsFault.DropsAfterStoring);
        await RequestAsync(room, note);
        await DrainAsync(room);
        await SettleAsync(room.Store, note.Key, delivery => delivery with { State = DeliveryState.Sent, SentVersion = 1, Attempts = 0 });

        var post = room.Tenant.Messages(FakeTenant.Curators).Single(one => one.From == FakeTeams.Bot && one.Reads.Contains("before", StringComparison.Ordinal));
        await room.HearsAsync(room.Cleo.Presses(post, "Show me"));
        await RequestAsync(room, note with { Text = new("after", []) });
        await DrainAsync(room);

        Assert.Contains("after", room.Tenant.Message(FakeTenant.Curators, post.Id)!.Reads, StringComparison.Ordinal);
    }

    private static Task RequestAsync(TeamsRoom room, Delivery delivery) =>
        room.Store.CommitAsync(services => services.GetRequiredService<IOutbox>().Request(delivery));

    private static async Task DrainAsync(TeamsRoom room)
    {
        for (var second = 0; second < 30; second++)
        {
            await room.Store.Services.GetRequiredService<Dispatcher>().DrainAsync(default, default);
            room.Clock.Advance(TimeSpan.FromSeconds(1));
        }
    }

    // Its first message goes wrong in the executives' channel, which comes first.
    private async Task PublishAsync(FakeTeamsFault fault)
    {
        var edition = Editions.OrdinaryEdition() with { State = EditionState.Published };
        await _office.Store.CommitAsync(services =>
        {
            services.GetRequiredService<IEditionStore>().Save(edition with { TouchPoints = [.. edition.TouchPoints.Take(3)] });
        });
        var isBroken = 0; // both channels are written to at once, so the call says which it is
        _office.Teams.Faults.Always = call => IsForExecutives(call) && Interlocked.Exchange(ref isBroken, 1) == 0 ? fault : null;
        await _office.RequestAsync([.. EditionDeliveries.Of(TeamsOffice.Digest, edition with { TouchPoints = [.. edition.TouchPoints.Take(3)] })]);
        await _office.SendForAsync(AWhile);
        Assert.Equal(DeliveryState.InDoubt, (await FirstAsync()).State);
    }

    private static bool IsForExecutives(FakeTeamsCall call) =>
        call.Operation == "create" && call.Body!.ToJsonString().Contains(FakeTenant.Executives, StringComparison.Ordinal);

    private async Task<Delivery> FirstAsync() =>
        (await _office.FindAsync(new(DeliveryPurpose.Edition, "weekly", Editions.Week, "executives", "0")))!;

    private async Task SettleAsync(Func<Delivery, Delivery> settle) => await SettleAsync(_office.Store, (await FirstAsync()).Key, settle);

    private static async Task SettleAsync(TestStore store, DeliveryKey key, Func<Delivery, Delivery> settle)
    {
        var doubted = await store.ReadAsync((IOutbox outbox) => outbox.FindAsync(key, default));
        Assert.Equal(DeliveryState.InDoubt, doubted!.State);
        Assert.True(await store.Services.GetRequiredService<IDeliveries>().RecordAsync(settle(doubted), default));
    }

    private IReadOnlyList<FakePost> Written(string place) => [.. Tenant.All(place).Where(post => post.From == FakeTeams.Bot)];
}
