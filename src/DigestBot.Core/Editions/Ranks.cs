namespace DigestBot.Core.Editions;

/// <summary>The places of an edition while it is changed: the ten and the bench of runners-up.</summary>
internal sealed class Ranks
{
    private Ranks(IEnumerable<TouchPoint> top, IEnumerable<TouchPoint> bench) => (Top, Bench) = ([.. top], [.. bench]);

    public List<TouchPoint> Top { get; }

    public List<TouchPoint> Bench { get; }

    public static Ranks Of(Edition edition) => new(edition.TouchPoints, edition.RunnersUp);

    public TouchPoint? Find(string? key) =>
        Top.Find(point => point.StoryKey == key) ?? Bench.Find(point => point.StoryKey == key);

    public Ranks With(string key, Func<TouchPoint, TouchPoint> change)
    {
        foreach (var list in (List<TouchPoint>[])[Top, Bench])
        {
            var at = list.FindIndex(point => point.StoryKey == key);
            if (at >= 0)
                list[at] = change(list[at]);
        }
        return this;
    }

    /// <summary>Takes one out; where that leaves a place among the ten, the first runner-up moves up.</summary>
    public Ranks Without(string key)
    {
        Bench.RemoveAll(point => point.StoryKey == key);
        if (Top.RemoveAll(point => point.StoryKey == key) > 0 && Bench.Count > 0)
            Move(Bench, 0, Top, Top.Count);
        return this;
    }

    /// <summary>A runner-up in, pinned, for the last one that is not; null when all are pinned.</summary>
    public Ranks? PromotePinned(string key)
    {
        var from = Bench.FindIndex(point => point.StoryKey == key);
        Bench[from] = Bench[from] with { IsPinned = true };
        if (Top.Count < EditionLimits.TouchPoints)
        {
            Move(Bench, from, Top, Top.Count);
            return this;
        }
        var last = Top.FindLastIndex(point => !point.IsPinned);
        if (last < 0)
            return null;
        Move(Bench, from, Top, Top.Count);
        Move(Top, last, Bench, 0);
        return this;
    }

    public Edition In(Edition edition) => edition with
    {
        TouchPoints = [.. Top.Select((point, index) => point with { Rank = index + 1 })],
        RunnersUp = [.. Bench.Select((point, index) => point with { Rank = EditionLimits.TouchPoints + index + 1 })],
    };

    private static void Move(List<TouchPoint> from, int index, List<TouchPoint> to, int place)
    {
        var point = from[index];
        from.RemoveAt(index);
        to.Insert(place, point);
    }
}
