using DigestBot.Core.Editions;
using DigestBot.Core.Platforms;
using DigestBot.Tests.Testing;
using Microsoft.Extensions.DependencyInjection;

namespace DigestBot.Tests.Platforms;

/// <summary>How fast the dispatcher sends: as fast as each channel allows, many channels side by side, many changes as one.</summary>
public sealed class ThePace
{
    [Fact]
    public async Task Keeps_the_platform_s_pace_in_each_channel()
    {
        await using var office = await Office.OpenAsync();
        office.Platform.Pace = TimeSpan.FromSeconds(1);
        for (var note = 1; note <= 3; note++)
            await office.RequestAsync(Office.Note($"{note}"));

        await office.SendAsync();
        Assert.Equal(["1"], office.PartsIn("C-exec"));
        office.Clock.Advance(TimeSpan.FromSeconds(1) - TimeSpan.FromTicks(1));
        await office.SendAsync();
        Assert.Equal(["1"], office.PartsIn("C-exec"));
        office.Clock.Advance(TimeSpan.FromTicks(1));
        await office.SendAsync();

        Assert.Equal(["1", "2"], office.PartsIn("C-exec"));
    }

    [Fact]
    public async Task Keeps_the_pace_also_for_what_is_requested_while_the_channel_rests()
    {
        await using var office = await Office.OpenAsync();
        office.Platform.Pace = TimeSpan.FromSeconds(1);
        await office.RequestAsync(Office.Note("1"));
        await office.SendAsync();
        await office.RequestAsync(Office.Note("2"));

        await office.SendAsync();
        Assert.Equal(["1"], office.PartsIn("C-exec"));
        office.Clock.Advance(TimeSpan.FromSeconds(1));
        await office.SendAsync();

        Assert.Equal(["1", "2"], office.PartsIn("C-exec"));
    }

    [Fact]
    public async Task Makes_one_change_of_ten_requests_that_settle_and_shows_the_last()
    {
        await using var office = await Office.OpenAsync();
        await office.RequestAsync(Office.Note("1"));
        await office.SendAsync();
        for (var tenth = 0; tenth < 10; tenth++)
        {
            await office.RequestAsync(Office.Note("1") with { Text = new($"change {tenth}", []), NotBefore = office.Clock.GetUtcNow().AddSeconds(1) });
            await office.SendAsync();
            office.Clock.Advance(TimeSpan.FromMilliseconds(100));
        }

        await office.SendForAsync(TimeSpan.FromSeconds(5));

        Assert.Equal(["post 1", "update 1"], office.Platform.Calls);
        Assert.Equal("change 9", Assert.IsType<TextContent>(Assert.Single(office.Platform.Messages).Content).Text);
    }

    [Fact]
    public async Task Lets_a_channel_that_rests_hold_up_no_other_however_many_there_are()
    {
        await using var office = await Office.OpenAsync();
        office.Platform.Pace = TimeSpan.FromSeconds(1);
        await office.Store.CommitAsync(services =>
        {
            for (var channel = 0; channel < 600; channel++)
                services.GetRequiredService<IOutbox>().Request(Office.Note(channel % 2 == 0 ? "1" : "2", $"C{channel / 2}"));
        });

        await office.SendAsync();
        Assert.Equal(300, office.Platform.Messages.Count);
        Assert.All(office.Platform.Messages, message => Assert.Equal("1", message.Key.Part));
        office.Clock.Advance(TimeSpan.FromSeconds(1));
        await office.SendAsync();

        Assert.Equal(600, office.Platform.Messages.Count);
    }

    [Fact]
    public async Task Reads_an_edition_once_for_all_channels_that_it_goes_to_together()
    {
        var reading = new CountedReading();
        await using var office = await Office.OpenAsync(reading);
        await office.PublishAsync(Office.Composed());

        await office.SendAsync();

        Assert.Equal(8, office.Platform.Messages.Count);
        Assert.Equal(4, reading.Count); // the two first messages together, then three touch points to two channels each
    }

    [Fact]
    public async Task Tries_again_what_could_not_be_read_without_looking_for_it()
    {
        var reading = new CountedReading { FailsOnce = true };
        await using var office = await Office.OpenAsync(reading);
        await office.PublishAsync(Office.Composed());

        await office.SendForAsync(TimeSpan.FromSeconds(3));

        Assert.Equal(8, office.Platform.Messages.Count);
        Assert.DoesNotContain(office.Platform.Calls, call => call.StartsWith("find", StringComparison.Ordinal));
    }

    /// <summary>What people did with an edition: nothing; and how often that was asked.</summary>
    private sealed class CountedReading : ITouchPointStates
    {
        public int Count { get; private set; }

        public bool FailsOnce { get; init; }

        public Task<IReadOnlyDictionary<string, TouchPointState>> OfAsync(Edition edition, CancellationToken cancellationToken)
        {
            if (Count++ == 0 && FailsOnce)
                throw new InvalidOperationException("a fault in the store");
            return Task.FromResult<IReadOnlyDictionary<string, TouchPointState>>(new Dictionary<string, TouchPointState>(StringComparer.Ordinal));
        }
    }
}
