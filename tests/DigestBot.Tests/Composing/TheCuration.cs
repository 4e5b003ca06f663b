using DigestBot.Core.Editions;
using DigestBot.Tests.Testing;
using FsCheck;
using FsCheck.Fluent;

namespace DigestBot.Tests.Composing;

public sealed class TheCuration
{
    private static readonly Edition Draft = Desk.Compose([.. Enumerable.Range(0, 15).Select(n => Told.Story($"matter {(char)('a' + n)}", 40 - n))]);
    private static readonly string[] Keys = [.. Draft.TouchPoints.Concat(Draft.RunnersUp).Select(point => point.StoryKey), "issue:unknown"];

    [Fact]
    public void Pins_a_runner_up_into_the_ten_for_the_last_one()
    {
        var after = Done(CurationVerb.Pin, Keys[12]);

        Assert.Equal(Keys[12], after.TouchPoints[9].StoryKey);
        Assert.True(after.TouchPoints[9].IsPinned);
        Assert.Equal(Keys[9], after.RunnersUp[0].StoryKey);
    }

    [Fact]
    public void Drops_one_and_the_first_runner_up_moves_up()
    {
        var after = Done(CurationVerb.Drop, Keys[0]);

        Assert.Equal([.. Keys[1..10], Keys[10]], after.TouchPoints.Select(point => point.StoryKey));
        Assert.Equal(4, after.RunnersUp.Count);
    }

    [Fact]
    public void Merges_one_into_another_without_counting_anybody_twice()
    {
        var after = Done(new(CurationVerb.Merge, Keys[1], "ana", Told.Monday) { Other = Keys[0] });

        Assert.Equal(79, after.TouchPoints[0].MentionIds.Count);
        Assert.Equal(40, after.TouchPoints[0].Metrics.Authors);
        Assert.DoesNotContain(after.TouchPoints, point => point.StoryKey == Keys[1]);
        Assert.Equal(10, after.TouchPoints.Count);
    }

    [Fact]
    public void Puts_a_runner_up_in_the_place_of_another()
    {
        var after = Done(new(CurationVerb.Replace, Keys[2], "ana", Told.Monday) { Other = Keys[14] });

        Assert.Equal(Keys[14], after.TouchPoints[2].StoryKey);
        Assert.Equal(Keys[2], after.RunnersUp[4].StoryKey);
    }

    [Fact]
    public void Moves_one_to_another_rank()
    {
        var after = Done(new(CurationVerb.Reorder, Keys[9], "ana", Told.Monday) { Rank = 1 });

        Assert.Equal([Keys[9], .. Keys[..9]], after.TouchPoints.Select(point => point.StoryKey));
    }

    [Fact]
    public void Writes_a_headline_and_a_comment_in_one_line_without_what_turns_text_around()
    {
        var titled = Done(new(CurationVerb.Retitle, Keys[0], "ana", Told.Monday) { Text = "  Bags\n are\u202E lost \u0007" });
        var commented = Done(new(CurationVerb.Comment, Keys[0], "ana", Told.Monday) { Text = "Ops know." });

        Assert.Equal("Bags are lost", titled.TouchPoints[0].Headline);
        Assert.Equal("Ops know.", commented.TouchPoints[0].Comment);
    }

    [Theory]
    [InlineData(CurationVerb.Retitle, null, null, null, CurationRefusal.TextMissing)]
    [InlineData(CurationVerb.Comment, " \n", null, null, CurationRefusal.TextMissing)]
    [InlineData(CurationVerb.Reorder, null, null, null, CurationRefusal.RankOutOfRange)]
    [InlineData(CurationVerb.Reorder, null, null, 11, CurationRefusal.RankOutOfRange)]
    [InlineData(CurationVerb.Reorder, null, null, 1, CurationRefusal.AlreadySo)]
    [InlineData(CurationVerb.Merge, null, 0, null, CurationRefusal.UnknownOther)]
    [InlineData(CurationVerb.Merge, null, 15, null, CurationRefusal.UnknownOther)]
    [InlineData(CurationVerb.Replace, null, 1, null, CurationRefusal.UnknownOther)]
    [InlineData(CurationVerb.Correct, "Wrong number.", null, null, CurationRefusal.WrongState)]
    [InlineData(CurationVerb.Retract, null, null, null, CurationRefusal.WrongState)]
    public void Refuses_by_name_what_makes_no_sense(CurationVerb verb, string? text, int? other, int? rank, CurationRefusal refusal)
    {
        var change = Draft.Apply(new(verb, Keys[0], "ana", Told.Monday) { Text = text, Other = other is { } at ? Keys[at] : null, Rank = rank });

        Assert.Equal(refusal, change.Refusal);
        Assert.Null(change.Edition);
        Assert.NotEmpty(change.Message!);
    }

    [Fact]
    public void Refuses_a_headline_that_no_card_has_room_for()
    {
        var change = Draft.Apply(new(CurationVerb.Retitle, Keys[0], "ana", Told.Monday) { Text = new string('x', 101) });

        Assert.Equal(CurationRefusal.TextTooLong, change.Refusal);
    }

    [Fact]
    public void Has_no_place_for_an_eleventh_pin()
    {
        var pinned = Keys[..10].Aggregate(Draft, (edition, key) => edition.Apply(new(CurationVerb.Pin, key, "ana", Told.Monday)).Edition!);

        Assert.Equal(CurationRefusal.NoPlaceLeft, pinned.Apply(new(CurationVerb.Pin, Keys[10], "ana", Told.Monday)).Refusal);
    }

    [Fact]
    public void Corrects_and_takes_back_what_is_out_and_keeps_its_place()
    {
        var published = Draft.Publish(Told.Monday).Edition!;
        var corrected = published.Apply(new(CurationVerb.Correct, Keys[0], "ana", Told.Monday) { Text = "It was 30, not 40." }).Edition!;
        var retracted = corrected.Apply(new(CurationVerb.Retract, Keys[0], "ana", Told.Monday)).Edition!;

        Assert.Equal("It was 30, not 40.", corrected.TouchPoints[0].Correction);
        Assert.True(retracted.TouchPoints[0].IsRetracted);
        Assert.Equal("", retracted.TouchPoints[0].Quote.Text);
        Assert.Equal("Taken back", retracted.TouchPoints[0].Headline);
        Assert.Equal(10, retracted.TouchPoints.Count);
        Assert.Equal(CurationRefusal.WrongState, published.Apply(new(CurationVerb.Drop, Keys[0], "ana", Told.Monday)).Refusal);
    }

    [Fact]
    public void Keeps_ranks_whole_and_nothing_twice_whatever_curators_do() =>
        Prop.ForAll(Arb.From(Operations), operations =>
        {
            var edition = Draft.Replay(operations).Edition;
            var keys = edition.TouchPoints.Concat(edition.RunnersUp).Select(point => point.StoryKey).ToList();
            Assert.Equal(keys.Count, keys.Distinct(StringComparer.Ordinal).Count());
            Assert.Equal(Enumerable.Range(1, edition.TouchPoints.Count), edition.TouchPoints.Select(point => point.Rank));
            Assert.Equal(Enumerable.Range(11, edition.RunnersUp.Count), edition.RunnersUp.Select(point => point.Rank));
            Assert.InRange(edition.TouchPoints.Count, 0, 10);
            Assert.Equal(edition.TouchPoints.Concat(edition.RunnersUp).Sum(point => point.Metrics.Mentions), edition.TouchPoints.Concat(edition.RunnersUp).Sum(point => point.MentionIds.Count));
        }).QuickCheckThrowOnFailure();

    [Fact]
    public void Gives_the_same_edition_when_the_same_operations_are_replayed() =>
        Prop.ForAll(Arb.From(Operations), operations =>
        {
            var live = operations.Aggregate(Draft, (edition, operation) => edition.Apply(operation).Edition ?? edition);
            var replayed = Draft.Replay(operations);
            Assert.Equal(Shown(live), Shown(replayed.Edition));
            Assert.Equal(Shown(live), Shown(Draft.Replay(live.Operations).Edition));
            Assert.Equal(operations.Length, live.Operations.Count + replayed.Lost.Count);
        }).QuickCheckThrowOnFailure();

    private static IEnumerable<string> Shown(Edition edition) =>
        edition.TouchPoints.Concat(edition.RunnersUp).Select(point => $"{point.Rank} {point.StoryKey} {point.Headline} {point.Comment} {point.IsPinned} {point.Metrics.Mentions}");

    private static Gen<CurationOperation[]> Operations =>
        (from verb in Gen.Elements(Enum.GetValues<CurationVerb>())
         from key in Gen.Elements(Keys)
         from other in Gen.Elements(Keys)
         from text in Gen.Elements(null, "", "A better line", new string('y', 600))
         from rank in Gen.Choose(-1, 12)
         select new CurationOperation(verb, key, "ana", Told.Monday) { Other = other, Text = text, Rank = rank }).ArrayOf();

    private static Edition Done(CurationVerb verb, string key) => Done(new(verb, key, "ana", Told.Monday));

    private static Edition Done(CurationOperation operation)
    {
        var after = Draft.Apply(operation).Edition!;
        Assert.Equal(Draft.Version + 1, after.Version);
        Assert.Equal([operation], after.Operations);
        return after;
    }
}
