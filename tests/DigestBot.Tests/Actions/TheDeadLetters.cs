using DigestBot.Core.Actions;
using DigestBot.Core.Platforms;
using DigestBot.Tests.Testing;
using Microsoft.Extensions.DependencyInjection;

namespace DigestBot.Tests.Actions;

/// <summary>A channel that cannot be written to is said to the admins, who can do something about it.</summary>
public sealed class TheDeadLetters
{
    private static readonly Person Admin = new("fake:root", "Root", "UTC", Roles.Admin);
    private const string Archived = "The channel is archived. Unarchive it.";

    [Fact]
    public async Task Are_told_to_the_admin_once_a_channel_with_the_next_step()
    {
        await using var room = await RoomAsync();
        await FailAsync(room, "C-exec", Archived);
        Assert.Equal(1, await RunAsync(room));
        Assert.Equal(0, await RunAsync(room));
        var word = Assert.Single(await room.WaitingAsync());
        Assert.Equal("root", word.Channel);
        Assert.Equal($"The edition of {Editions.Week} could not be sent to executives. {Archived}\nWhen that is mended, have it sent again.", word.Text!.Text);
        Assert.Equal("resend", Assert.Single(word.Text.Actions).Verb);
    }

    [Fact]
    public async Task Are_sent_again_by_the_button_below()
    {
        await using var room = await RoomAsync();
        await FailAsync(room, "C-exec", Archived);
        await RunAsync(room);
        var button = (await room.WaitingAsync()).Single().Text!.Actions.Single();
        await room.SaysAsync(Admin, $"{button.Verb} {button.Arguments}");
        Assert.Contains(await room.WaitingAsync(), delivery => delivery is { Channel: "C-exec", Failure: null });
    }

    [Fact]
    public async Task Of_a_person_alone_are_no_matter_of_a_channel()
    {
        await using var room = await RoomAsync();
        await room.Store.CommitAsync(services => services.GetRequiredService<IOutbox>().Request(new()
        {
            Key = new(DeliveryPurpose.Direct, "weekly", Editions.Week, "fake:ana", "reminder"), Platform = "fake", Channel = "ana", Text = new("Hello", []),
        }));
        await KillAsync(room, "ana", Archived);
        Assert.Equal(0, await RunAsync(room));
    }

    [Fact]
    public async Task Of_long_ago_are_not_dug_up()
    {
        await using var room = await RoomAsync();
        await FailAsync(room, "C-exec", Archived);
        room.Clock.Advance(TimeSpan.FromDays(15));
        Assert.Equal(0, await RunAsync(room));
    }

    private static Task<Room> RoomAsync() => Room.OpenAsync(people: [.. Cast.All, Admin]);

    private static Task<int> RunAsync(Room room) => room.Store.Services.GetRequiredService<DeadLetterRun>().RunAsync(default);

    // The first message is to show something newer, and the platform says no for good.
    private static async Task FailAsync(Room room, string channel, string reason)
    {
        await room.Store.CommitAsync(services => services.GetRequiredService<IOutbox>().Request(
            EditionDeliveries.Of(Room.Digest, Editions.OrdinaryEdition()).First(delivery => delivery.Channel == channel)));
        await KillAsync(room, channel, reason);
    }

    private static async Task KillAsync(Room room, string channel, string reason)
    {
        var deliveries = room.Store.Services.GetRequiredService<IDeliveries>();
        var taken = await deliveries.TakeAsync(room.Clock.GetUtcNow(), TimeSpan.FromMinutes(1), default);
        Assert.Equal(channel, taken!.Channel);
        await deliveries.RecordAsync(taken with { State = DeliveryState.Dead, Failure = reason }, default);
    }
}
