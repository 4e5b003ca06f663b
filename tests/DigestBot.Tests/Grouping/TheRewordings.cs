using DigestBot.Core.Stories.Copies;
using FsCheck;
using FsCheck.Fluent;

namespace DigestBot.Tests.Grouping;

/// <summary>Our own posts, passed on and contrasted in ways that no file of ours was tuned on.</summary>
public sealed class TheRewordings
{
    [Fact]
    public void Stay_with_the_post_they_were_made_of()
    {
        var lost = Rewordings.Edits.SelectMany(edit => Rewordings.Posts
            .Where(post => edit.Edit(post) != post && !AreTogether(post, edit.Edit(post))).Select(post => $"{edit.Name}: {edit.Edit(post)}"));
        Assert.Equal([], lost);
    }

    [Fact]
    public void Of_another_report_stay_apart()
    {
        var merged = Rewordings.Contrasts.SelectMany(contrast => Rewordings.Posts
            .Where(post => contrast.Change(post) is { } other && AreTogether(post, other)).Select(post => $"{contrast.Name}: {contrast.Change(post)}"));
        Assert.Equal([], merged);
    }

    [Fact]
    public void Of_two_kinds_at_once_stay_with_their_post_but_for_one_in_two_hundred()
    {
        var pairs = (from post in Rewordings.Posts from one in Rewordings.Edits from other in Rewordings.Edits select (post, Copy: other.Edit(one.Edit(post)))).ToList();
        Assert.InRange(pairs.Count(pair => !AreTogether(pair.post, pair.Copy)), 0, pairs.Count / 200);
    }

    [Fact]
    public void Of_another_report_stay_apart_however_they_were_passed_on() =>
        Prop.ForAll(Gen.Elements(Rewordings.Posts).ToArbitrary(), Gen.Elements(Rewordings.Edits).Two().ToArbitrary(), Gen.Elements(Rewordings.Contrasts).ToArbitrary(), (post, edits, contrast) =>
        {
            var other = contrast.Change(post) is { } changed && edits.Item1.Edit(post) != post && edits.Item1.Edit(changed) != changed ? edits.Item1.Edit(changed) : null;
            return (other is null || !AreTogether(post, other)).Label($"{contrast.Name} + {edits.Item1.Name}: {other}");
        }).QuickCheckThrowOnFailure();

    [Fact]
    public void Are_grouped_alike_in_whatever_order_they_arrive() =>
        Prop.ForAll(Mixed(), Gen.Choose(0, 1_000).ToArbitrary(), (texts, seed) =>
        {
            var order = Enumerable.Range(0, texts.Length).ToArray();
            new Random(seed).Shuffle(order);
            var one = NearDuplicates.GroupAll(texts, default);
            var other = NearDuplicates.GroupAll(Array.ConvertAll(order, at => texts[at]), default);
            return Pairs(order.Length).All(pair => (one[order[pair.A]] == one[order[pair.B]]) == (other[pair.A] == other[pair.B]));
        }).QuickCheckThrowOnFailure();

    [Fact]
    public void That_come_later_never_split_those_before() =>
        Prop.ForAll(Mixed(), texts =>
        {
            var grouping = new NearDuplicates();
            var first = Array.ConvertAll(texts, grouping.Add);
            var again = Array.ConvertAll(texts, grouping.Add);
            return first.SequenceEqual(again);
        }).QuickCheckThrowOnFailure();

    private static Arbitrary<string[]> Mixed() =>
        (from post in Gen.Elements(Rewordings.Posts)
         from edit in Gen.Elements(Rewordings.Edits)
         from contrast in Gen.Elements(Rewordings.Contrasts)
         from isContrast in Gen.Elements(true, false, false)
         select edit.Edit(isContrast ? contrast.Change(post) ?? post : post)).ArrayOf().ToArbitrary();

    private static IEnumerable<(int A, int B)> Pairs(int count) =>
        Enumerable.Range(0, count).SelectMany(a => Enumerable.Range(a + 1, count - a - 1).Select(b => (a, b)));

    private static bool AreTogether(string one, string other)
    {
        var groups = NearDuplicates.GroupAll([one, other], default);
        return groups[0] == groups[1];
    }
}
