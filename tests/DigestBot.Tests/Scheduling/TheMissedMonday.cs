using DigestBot.Core.Editions;
using DigestBot.Core.Platforms;
using DigestBot.Scheduling;
using DigestBot.Tests.Testing;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Logging.Abstractions;

namespace DigestBot.Tests.Scheduling;

public sealed class TheMissedMonday
{
    private static readonly DateTimeOffset Due = new(2026, 11, 23, 7, 0, 0, TimeSpan.Zero);

    [Theory]
    [InlineData(0)]
    [InlineData(23)]
    public async Task Is_caught_up_within_the_window(int hoursLate)
    {
        await using var office = await Office.OpenAsync();
        office.Clock.Advance(TimeSpan.FromHours(hoursLate));

        var edition = await PublishAsync(office);

        Assert.Equal((EditionState.Published, "weekly/2026-W47"), (edition!.State, edition.Key.ToString()));
        Assert.Equal(Due.AddHours(hoursLate), edition.PublishedAt);
    }

    [Fact]
    public async Task Is_reported_once_after_the_window_and_can_still_be_published_by_hand()
    {
        await using var office = await Office.OpenAsync();
        office.Clock.Advance(TimeSpan.FromHours(25));

        Assert.Null(await PublishAsync(office));
        Assert.Null(await PublishAsync(office));
        await office.SendAsync();

        var report = Assert.Single(office.Alerts());
        Assert.Contains("2026-W47 has not gone out", report.Text, StringComparison.Ordinal);
        Assert.Equal(("publish", "2026-W47"), (report.Actions.Single().Verb, report.Actions.Single().Arguments));
        var kept = await office.Store.ReadAsync<IEditionStore, Edition?>(editions => editions.FindAsync(new("weekly", new(2026, 47)), default));
        Assert.Equal(EditionState.Draft, kept!.State);
    }

    [Fact]
    public async Task Is_not_reported_when_its_edition_went_out()
    {
        await using var office = await Office.OpenAsync();
        await PublishAsync(office);
        office.Clock.Advance(TimeSpan.FromHours(30));

        Assert.Null(await PublishAsync(office));
        await office.SendAsync();
        Assert.Empty(office.Alerts());
    }

    [Fact]
    public async Task Leaves_the_draft_of_a_Friday_that_was_missed_too_to_the_edition()
    {
        await using var office = await Office.OpenAsync();
        await PublishAsync(office);
        await Editions(office).DraftAsync(Office.Digest, default);
        await office.SendAsync();

        Assert.DoesNotContain(office.Platform.Messages, message => message.Key.Purpose == DeliveryPurpose.Draft);
    }

    private static Task<Edition?> PublishAsync(Office office) => Editions(office).PublishAsync(Office.Digest, default);

    private static WeeklyEditions Editions(Office office) => new(
        office.Store.Services.GetRequiredService<Core.FreshScopes>(), Microsoft.Extensions.Options.Options.Create(new ScheduleOptions()),
        office.Clock, NullLogger<WeeklyEditions>.Instance);
}
