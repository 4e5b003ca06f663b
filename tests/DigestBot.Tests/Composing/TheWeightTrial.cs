using DigestBot.Core.Editions;
using DigestBot.Core.Ranking;
using DigestBot.Core.Stories;
using DigestBot.Core.Understanding;
using DigestBot.Tests.Testing;

namespace DigestBot.Tests.Composing;

public sealed class TheWeightTrial
{
    private static readonly Story Viral = Told.Of("puppy", [Told.Mention("p", "They flew my little puppy home today.", kind: MentionKind.Win, likes: 9000)], MentionKind.Win);
    private static readonly Story[] Week = [.. Enumerable.Range(1, 12).Select(n => Told.Story($"matter {(char)('a' + n)}", 10 + n, department: $"d{n}")), Viral];

    [Fact]
    public void Shows_what_would_move_enter_and_leave_and_touches_nothing()
    {
        var material = Desk.Material(Week);
        var before = Desk.Compose(material);

        var tried = Trial().Of(material, stored: null, new Dictionary<string, double> { ["engagement"] = 10, ["authors"] = 0 });

        Assert.Equal(Keys(before), tried.Points.Where(point => point.Was is not null).Select(point => point.Was!.StoryKey));
        var viral = tried.Points.Single(point => point.Either.StoryKey == Viral.Key);
        Assert.Equal(1, viral.Would!.Rank);
        Assert.Equal(TriedChange.Moves, viral.Change);
        Assert.Equal(Keys(before), Keys(Desk.Compose(material)));
    }

    [Fact]
    public void Changes_nothing_where_the_weights_are_those_of_today()
    {
        var tried = Trial().Of(Desk.Material(Week), stored: null, new Dictionary<string, double> { ["authors"] = 4 });

        Assert.Equal(10, tried.Points.Count);
        Assert.All(tried.Points, point => Assert.Equal(TriedChange.Stays, point.Change));
    }

    [Fact]
    public void Keeps_what_curators_did_to_the_week()
    {
        var material = Desk.Material(Week);
        var dropped = Desk.Compose(material).TouchPoints[0].StoryKey;
        var curated = Desk.Compose(material).Apply(new(CurationVerb.Drop, dropped, "ana", Told.Monday)).Edition!;

        var tried = Trial().Of(material, curated, new Dictionary<string, double> { ["severity"] = 9 });

        Assert.DoesNotContain(tried.Points, point => point.Either.StoryKey == dropped);
    }

    [Fact]
    public void Gives_the_settings_that_would_keep_the_weights_beside_those_there_are() =>
        Assert.Equal(
            new Dictionary<string, double> { ["customers"] = 1, ["severity"] = 3 },
            Trial(new() { Weights = new Dictionary<string, double> { ["customers"] = 1, ["severity"] = 2 } }).Settings(new Dictionary<string, double> { ["severity"] = 3 }));

    private static IEnumerable<string> Keys(Edition edition) => edition.TouchPoints.Select(point => point.StoryKey);

    private static WeightTrial Trial(RankingOptions? options = null) =>
        new(Desk.Signals(options), Microsoft.Extensions.Options.Options.Create(options ?? new()));
}
