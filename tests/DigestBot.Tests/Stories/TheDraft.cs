using DigestBot.Core.Actions;
using DigestBot.Core.Editions;
using DigestBot.Core.Platforms;
using DigestBot.Tests.Testing;

namespace DigestBot.Tests.Stories;

/// <summary>The walk, step 3, and what curators do to what is published already.</summary>
public sealed class TheDraft
{
    private static readonly EditionKey Key = new("weekly", Editions.Week.Next);

    [Fact]
    public async Task Is_curated_by_number_and_shown_again_to_the_curators()
    {
        await using var room = await DraftedAsync();

        foreach (var typed in new[] { "drop 9", "pin 11", "retitle 3 Refunds late again", "comment 1 Ask IT for the date", "reorder 5 to 1" })
            Assert.IsType<ActionReply.Done>(await room.SaysAsync(Cast.Cleo, typed));

        var draft = await EditionAsync(room);
        Assert.Equal("Globex Air named in one of five price complaints", draft.TouchPoints[0].Headline);
        Assert.Contains(draft.TouchPoints, point => point.Headline == "Refunds late again");
        Assert.Contains(draft.TouchPoints, point => point.Comment == "Ask IT for the date");
        Assert.DoesNotContain(draft.TouchPoints, point => point.StoryKey == "story:9");
        Assert.Equal([CurationVerb.Drop, CurationVerb.Pin, CurationVerb.Retitle, CurationVerb.Comment, CurationVerb.Reorder], draft.Operations.Select(operation => operation.Verb));
        Assert.Equal(DeliveryPurpose.Draft, Assert.Single(await room.WaitingAsync()).Key.Purpose);
    }

    [Fact]
    public async Task Takes_the_edits_of_two_curators_at_once()
    {
        await using var room = await DraftedAsync();

        var replies = await Task.WhenAll(
            room.SaysAsync(Cast.Cleo, "comment 1 from Cleo"),
            room.SaysAsync(Cast.Cleo with { Id = "fake:kim", Name = "Kim" }, "retitle 2 from Kim"));

        Assert.All(replies, reply => Assert.IsType<ActionReply.Done>(reply));
        var draft = await EditionAsync(room);
        Assert.Equal(("from Cleo", "from Kim"), (draft.TouchPoints[0].Comment, draft.TouchPoints[1].Headline));
    }

    [Fact]
    public async Task Is_the_curators_alone()
    {
        await using var room = await DraftedAsync();

        Assert.Equal(Refusal.NotAllowed, Assert.IsType<ActionReply.Refused>(await room.SaysAsync(Cast.Ana, "drop 1")).Why);
        Assert.Equal(Refusal.NotFound, Assert.IsType<ActionReply.Refused>(await room.SaysAsync(Cast.Ana, $"week {Key.Week}")).Why);
    }

    [Fact]
    public async Task Goes_to_one_person_only_when_it_is_rehearsed()
    {
        await using var room = await DraftedAsync();

        await room.SaysAsync(Cast.Cleo, "rehearse");

        var waiting = await room.WaitingAsync();
        Assert.Equal(11, waiting.Count);
        Assert.All(waiting, delivery => Assert.Equal((DeliveryPurpose.Rehearsal, "cleo"), (delivery.Key.Purpose, delivery.Channel)));
    }

    [Fact]
    public async Task Can_be_approved_once_or_skipped()
    {
        await using var room = await DraftedAsync();

        Assert.IsType<ActionReply.Done>(await room.SaysAsync(Cast.Cleo, $"approve {Key.Week}"));
        Assert.Equal(Refusal.AlreadySo, Assert.IsType<ActionReply.Refused>(await room.SaysAsync(Cast.Cleo, "approve")).Why);
        Assert.IsType<ActionReply.Done>(await room.SaysAsync(Cast.Cleo, "skip"));

        Assert.Equal(EditionState.Skipped, (await EditionAsync(room)).State);
    }

    [Fact]
    public async Task Says_when_the_next_one_comes_while_there_is_none()
    {
        await using var room = await Room.OpenAsync();

        var refused = Assert.IsType<ActionReply.Refused>(await room.SaysAsync(Cast.Cleo, "drop 1"));

        Assert.Equal("There is no draft now. The next one is composed on Friday at 15:00 (Europe/Paris).", refused.Text);
    }

    [Fact]
    public async Task Can_after_publishing_be_corrected_and_taken_back_on_every_audience()
    {
        await using var room = await Room.OpenAsync();

        await room.SaysAsync(Cast.Cleo, "correct 6 It was Android 15, not 16");
        await room.SaysAsync(Cast.Cleo, "retract 7");

        Assert.Equal(["0", "6", "7"], await room.ChangingAsync("C-exec"));
        Assert.Equal(["0", "6", "7"], await room.ChangingAsync("C-fin"));
        Assert.Equal(Refusal.Closed, Assert.IsType<ActionReply.Refused>(await room.SaysAsync(Cast.Ben, "claim 7")).Why);
    }

    private static async Task<Room> DraftedAsync()
    {
        var room = await Room.OpenAsync();
        await room.DraftAsync(Editions.OrdinaryEdition() with { Key = Key, TouchPoints = [.. Editions.OrdinaryEdition().TouchPoints.Select(point => point with { Id = $"d{point.Id}" })] });
        return room;
    }

    private static async Task<Edition> EditionAsync(Room room) =>
        (await room.Store.ReadAsync<IEditionStore, Edition?>(editions => editions.FindAsync(Key, default)))!;
}
