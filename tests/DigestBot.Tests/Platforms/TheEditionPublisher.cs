using DigestBot.Core.Editions;
using DigestBot.Core.Platforms;
using DigestBot.Tests.Testing;

namespace DigestBot.Tests.Platforms;

public sealed class TheEditionPublisher
{
    [Fact]
    public async Task Publishes_to_every_audience_once_however_often_it_is_asked()
    {
        await using var office = await Office.OpenAsync();
        var first = await office.PublishAsync(Office.Composed());
        await office.SendAsync();
        var second = await office.PublishAsync(Office.Composed(stories: ["other"]));
        await office.SendAsync();

        Assert.Equal((EditionState.Published, 1), (first.State, first.Version));
        Assert.Equal(office.Clock.GetUtcNow(), first.PublishedAt);
        Assert.Equal(first.TouchPoints.Select(point => point.Id), second.TouchPoints.Select(point => point.Id));
        Assert.Equal(8, office.Platform.Messages.Count);
        Assert.DoesNotContain(office.Platform.Calls, call => call.StartsWith("update", StringComparison.Ordinal));
    }

    [Fact]
    public async Task Sends_the_draft_to_the_curators_only_and_once()
    {
        await using var office = await Office.OpenAsync();
        await office.DraftAsync(Office.Composed());
        await office.DraftAsync(Office.Composed(stories: ["x", "y"]));
        await office.SendAsync();

        var draft = Assert.Single(office.Platform.Messages);
        Assert.Equal("C-cur", draft.Posted.Channel);
        Assert.Equal(3, Assert.IsType<DraftContent>(draft.Content).Card.Edition.TouchPoints.Count);
    }

    [Fact]
    public async Task Shows_the_curators_on_the_draft_that_it_is_out()
    {
        await using var office = await Office.OpenAsync();
        await office.DraftAsync(Office.Composed());
        await office.SendAsync();
        await office.PublishAsync(Office.Composed());
        await office.SendForAsync(TimeSpan.FromSeconds(30));

        var draft = office.Platform.Messages.Single(message => message.Content is DraftContent);
        Assert.Equal(EditionState.Published, ((DraftContent)draft.Content).Card.Edition.State);
    }

    [Fact]
    public async Task Tells_the_curators_what_the_weekend_changed()
    {
        await using var office = await Office.OpenAsync();
        await office.DraftAsync(Office.Composed(stories: ["a", "b"]));
        await office.PublishAsync(Office.Composed(stories: ["a", "new"]));
        await office.SendAsync();

        var news = Assert.Single(office.Alerts()).Text;
        Assert.StartsWith("New since the draft: ", news, StringComparison.Ordinal);
        Assert.Contains("No longer among the ten: ", news, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Has_nothing_to_tell_after_a_quiet_weekend()
    {
        await using var office = await Office.OpenAsync();
        await office.DraftAsync(Office.Composed());
        await office.PublishAsync(Office.Composed());
        await office.SendAsync();

        Assert.Empty(office.Alerts());
    }

    [Fact]
    public async Task Closes_the_week_before()
    {
        await using var office = await Office.OpenAsync();
        await office.PublishAsync(Office.Composed(Editions.Week.Previous));
        await office.PublishAsync(Office.Composed(Editions.Week));

        Assert.Equal(EditionState.Closed, (await FindAsync(office, Office.Composed(Editions.Week.Previous).Key)).State);
        Assert.Equal(EditionState.Published, (await FindAsync(office, Office.Composed().Key)).State);
    }

    [Fact]
    public async Task Leaves_a_week_that_is_caught_up_after_its_successor_the_newer_one_open()
    {
        await using var office = await Office.OpenAsync();
        await office.PublishAsync(Office.Composed(Editions.Week));
        await office.PublishAsync(Office.Composed(Editions.Week.Previous));

        Assert.Equal(EditionState.Published, (await FindAsync(office, Office.Composed().Key)).State);
    }

    [Fact]
    public async Task Publishes_nothing_in_a_week_that_was_skipped()
    {
        await using var office = await Office.OpenAsync();
        await office.PublisherAsync((publisher, _) => Task.FromResult(publisher.Keep(null, Office.Composed().Skip().Edition!)));

        var edition = await office.PublishAsync(Office.Composed());
        await office.SendAsync();

        Assert.Equal(EditionState.Skipped, edition.State);
        Assert.Empty(office.Platform.Messages);
    }

    [Fact]
    public async Task Rehearses_with_one_person_and_nobody_else()
    {
        await using var office = await Office.OpenAsync();
        await office.PublisherAsync((publisher, _) =>
        {
            publisher.Rehearse(publisher.Keep(null, Office.Composed()), new("cleo@acme", "fake", "D-cleo"));
            return Task.FromResult(true);
        });
        await office.SendAsync();

        Assert.All(office.Platform.Messages, message => Assert.Equal("D-cleo", message.Posted.Channel));
        Assert.Equal(["0", "1", "2", "3"], office.PartsIn("D-cleo"));
        Assert.Equal(EditionState.Published, (await office.PublishAsync(Office.Composed())).State);
    }

    [Fact]
    public async Task Commits_the_state_and_the_messages_together_or_not_at_all()
    {
        await using var office = await Office.OpenAsync();
        await office.PublisherAsync(async (publisher, _) =>
        {
            await publisher.DraftAsync(Office.Digest, null, Office.Composed(), default);
            return true;
        });

        // Two publish at once from the same draft: the second commit fails whole.
        await using var late = office.Store.Scope();
        var stored = await FindAsync(office, Office.Composed().Key);
        await office.PublishAsync(Office.Composed());
        await Assert.ThrowsAsync<Core.Mentions.ConcurrentChangeException>(() => office.PublisherAsync(async (publisher, _) =>
            await publisher.PublishAsync(Office.Digest, stored, Office.Composed(stories: ["late"]), default)));
        await office.SendAsync();

        Assert.Equal(4, office.PartsIn("C-exec").Count);
    }

    private static async Task<Edition> FindAsync(Office office, EditionKey key) =>
        (await office.Store.ReadAsync<IEditionStore, Edition?>(editions => editions.FindAsync(key, default)))!;
}
