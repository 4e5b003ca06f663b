using DigestBot.Core.Platforms;
using DigestBot.Tests.Testing;
using Microsoft.Extensions.DependencyInjection;

namespace DigestBot.Tests.Platforms.Teams.Reading;

/// <summary>Reactions given while the program was down are lost in Teams, and whoever curates is told (the walk, step 18).</summary>
public sealed class TheMissedReactions
{
    [Fact]
    public async Task Are_told_of_once_for_each_time_that_the_program_stood_still()
    {
        await using var room = await TeamsRoom.OpenAsync();
        var (down, up) = (room.Clock.GetUtcNow().AddHours(1), room.Clock.GetUtcNow().AddHours(3));

        await AfterAsync(room, down, up);
        await AfterAsync(room, down, up.AddMinutes(1));

        var told = Assert.Single(await WaitingAsync(room));
        Assert.Equal((DeliveryPurpose.Alert, FakeChannel, 1), (told.Key.Purpose, told.Channel, told.Version));
        Assert.Contains("between Monday 23 November, 09:00", told.Text!.Text, StringComparison.Ordinal);
        Assert.Contains("take the reaction away and give it again", told.Text.Text, StringComparison.Ordinal);

        await AfterAsync(room, down.AddDays(1), up.AddDays(1));
        Assert.Equal(2, (await WaitingAsync(room)).Count);
    }

    [Fact]
    public async Task Are_nothing_to_tell_of_where_no_edition_stood_by_then()
    {
        await using var room = await TeamsRoom.OpenAsync();
        await AfterAsync(room, room.Clock.GetUtcNow().AddHours(-5), room.Clock.GetUtcNow());
        Assert.Empty(await WaitingAsync(room));
    }

    private const string FakeChannel = Testing.Teams.FakeTenant.Curators;

    private static async Task AfterAsync(TeamsRoom room, DateTimeOffset since, DateTimeOffset until)
    {
        foreach (var after in room.Store.Services.GetServices<AfterStandstill>())
            await after(since, until, default);
    }

    private static Task<IReadOnlyList<Delivery>> WaitingAsync(TeamsRoom room) =>
        room.Store.ReadAsync<IOutbox, IReadOnlyList<Delivery>>(outbox => outbox.InStateAsync(DeliveryState.Waiting, 10, default));
}
