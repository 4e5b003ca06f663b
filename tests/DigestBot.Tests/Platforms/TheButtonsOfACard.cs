using DigestBot.Core.Actions;
using DigestBot.Core.Editions;
using DigestBot.Core.Platforms;
using DigestBot.Core.Ranking;
using DigestBot.Tests.Testing;
using Microsoft.Extensions.DependencyInjection;

namespace DigestBot.Tests.Platforms;

public sealed class TheButtonsOfACard
{
    private static readonly Edition Edition = Editions.OrdinaryEdition();

    public static TheoryData<string> Verbs_on_buttons => [.. Everything().Select(action => action.Verb).Distinct(StringComparer.Ordinal)];

    [Theory]
    [MemberData(nameof(Verbs_on_buttons))]
    public void Call_verbs_that_exist(string verb)
    {
        using var services = new ServiceCollection().AddActions().BuildServiceProvider();
        Assert.NotNull(services.GetRequiredService<ActionRegistry>().Find(verb, "x"));
    }

    [Fact]
    public void Are_at_most_five_in_sight_and_one_of_them_stands_out()
    {
        var card = Editions.Ordinary();
        Assert.All(card.Edition.TouchPoints, point =>
        {
            var actions = CardActions.OfTouchPoint(point, card.StateOf(point));
            Assert.InRange(actions.Count(action => action.IsPrimary), 0, 1);
            Assert.InRange(actions.Count(action => !action.IsInMenu), 1, 5);
        });
    }

    [Theory]
    [InlineData(TouchPointKind.Win, "Thank")]
    [InlineData(TouchPointKind.Issue, "I own this")]
    [InlineData(TouchPointKind.Suggestion, "Act on this")]
    [InlineData(TouchPointKind.Trend, null)]
    public void Stand_out_for_what_the_kind_calls_for(TouchPointKind kind, string? title) =>
        Assert.Equal(title, CardActions.OfTouchPoint(Edition.TouchPoints[0] with { Kind = kind }, TouchPointState.None).SingleOrDefault(action => action.IsPrimary)?.Title);

    [Fact]
    public void Offer_no_second_pick_and_no_second_claim()
    {
        var titles = CardActions.OfTouchPoint(Edition.TouchPoints[1], new TouchPointState { Owner = "Eve", PickedBy = "Ana" }).Select(action => action.Title);
        Assert.Equal(["Hand over", "Evidence", "Share to...", "Not useful..."], titles);
    }

    [Fact]
    public void Offer_nothing_more_to_take_once_it_is_done_or_declined()
    {
        var titles = CardActions.OfTouchPoint(Edition.TouchPoints[1], new TouchPointState { Owner = "Eve", Promise = PromiseState.Done }).Select(action => action.Title);
        Assert.DoesNotContain(titles, title => title is "I own this" or "Assign" or "Hand over");
    }

    [Fact]
    public void Let_the_owner_close_it_from_the_menu()
    {
        var menu = CardActions.OfTouchPoint(Edition.TouchPoints[0], new TouchPointState { Owner = "Dev", FollowUp = 17 }).Where(action => action.IsInMenu);
        Assert.Equal(["done 17", "decline 17", "share tp1", "not-useful tp1"], menu.Select(action => $"{action.Verb} {action.Arguments}"));
    }

    [Fact]
    public void Curate_a_draft_only_until_it_is_out()
    {
        Assert.Equal(["approve", "rehearse", "skip"], Curating(EditionState.Draft));
        Assert.Equal(["rehearse", "skip"], Curating(EditionState.Approved));
        Assert.Empty(Curating(EditionState.Published));
        Assert.Empty(Curating(EditionState.Skipped));
    }

    [Fact]
    public void Carry_opaque_ids_and_no_word_of_a_customer() =>
        Assert.All(Everything(), action => Assert.Matches("^([A-Za-z0-9-]*)$", action.Arguments));

    [Fact]
    public void Offer_what_just_missed_only_where_something_did()
    {
        Assert.Equal(["Just missed: 11 to 12", "Ten raw minutes"], CardActions.OfEdition(Edition).Select(action => action.Title));
        Assert.Empty(CardActions.OfEdition(Editions.Empty().Edition));
    }

    private static IEnumerable<string> Curating(EditionState state) => CardActions.OfDraft(Edition with { State = state }).Select(action => action.Verb);

    private static IEnumerable<CardAction> Everything() =>
    [
        .. CardActions.OfEdition(Edition),
        .. CardActions.OfDraft(Edition with { State = EditionState.Draft }),
        .. CardActions.OfDraftPoint(Edition.TouchPoints[0]),
        .. Edition.TouchPoints.SelectMany(point => CardActions.OfTouchPoint(point, TouchPointState.None)),
    ];
}
