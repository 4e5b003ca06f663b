namespace DigestBot.Core.Editions;

/// <summary>
/// What curators do to an edition, as pure functions: each gives a new edition one version higher with the operation
/// kept in it, or a named refusal. Ranks stay 1..n and nothing stands twice, whatever is done.
/// </summary>
public static class Curation
{
    /// <summary>Does one operation.</summary>
    public static EditionChange Apply(this Edition edition, CurationOperation operation)
    {
        var isAfterwards = operation.Verb is CurationVerb.Correct or CurationVerb.Retract;
        if (isAfterwards ? !edition.IsOut() : !edition.IsBeforePublishing())
            return EditionChange.Refused(CurationRefusal.WrongState);
        if (Ranks.Of(edition).Find(operation.StoryKey) is null)
            return EditionChange.Refused(CurationRefusal.UnknownStory);
        var change = isAfterwards ? Afterwards(edition, operation) : Before(edition, operation);
        return change.Edition is not { } changed
            ? change
            : EditionChange.To(changed with { Version = edition.Version + 1, Operations = [.. edition.Operations, operation] });
    }

    /// <summary>
    /// Does the operations on a newly composed edition, oldest first. What no longer applies (its story is gone) is left
    /// out and told, so that curators hear what the weekend changed.
    /// </summary>
    public static CurationReplay Replay(this Edition composed, IEnumerable<CurationOperation> operations)
    {
        var edition = composed;
        var lost = new List<CurationOperation>();
        foreach (var operation in operations)
        {
            if (edition.Apply(operation).Edition is { } changed)
                edition = changed;
            else
                lost.Add(operation);
        }
        return new(edition, lost);
    }

    private static EditionChange Before(Edition edition, CurationOperation operation) => operation.Verb switch
    {
        CurationVerb.Pin => Pin(edition, operation.StoryKey),
        CurationVerb.Drop => EditionChange.To(Ranks.Of(edition).Without(operation.StoryKey).In(edition)),
        CurationVerb.Merge => Merge(edition, operation),
        CurationVerb.Retitle => Write(edition, operation, EditionLimits.Headline, (point, text) => point with { Headline = text }),
        CurationVerb.Comment => Write(edition, operation, EditionLimits.Comment, (point, text) => point with { Comment = text }),
        CurationVerb.Replace => Replace(edition, operation),
        _ => Reorder(edition, operation),
    };

    private static EditionChange Afterwards(Edition edition, CurationOperation operation) =>
        operation.Verb is CurationVerb.Correct
            ? Write(edition, operation, EditionLimits.Comment, (point, text) => point with { Correction = text })
            : Retract(edition, operation.StoryKey);

    private static EditionChange Pin(Edition edition, string key)
    {
        var ranks = Ranks.Of(edition);
        if (ranks.Top.Find(point => point.StoryKey == key) is { } inside)
            return inside.IsPinned
                ? EditionChange.Refused(CurationRefusal.AlreadySo)
                : EditionChange.To(ranks.With(key, point => point with { IsPinned = true }).In(edition));
        return ranks.PromotePinned(key) is { } promoted
            ? EditionChange.To(promoted.In(edition))
            : EditionChange.Refused(CurationRefusal.NoPlaceLeft);
    }

    private static EditionChange Merge(Edition edition, CurationOperation operation)
    {
        var ranks = Ranks.Of(edition);
        if (operation.Other == operation.StoryKey || ranks.Find(operation.Other) is not { } into)
            return EditionChange.Refused(CurationRefusal.UnknownOther);
        var merged = ranks.Find(operation.StoryKey)!.MergedInto(into);
        return EditionChange.To(ranks.With(into.StoryKey, _ => merged).Without(operation.StoryKey).In(edition));
    }

    private static EditionChange Replace(Edition edition, CurationOperation operation)
    {
        var ranks = Ranks.Of(edition);
        var place = ranks.Top.FindIndex(point => point.StoryKey == operation.StoryKey);
        var bench = ranks.Bench.FindIndex(point => point.StoryKey == operation.Other);
        if (place < 0)
            return EditionChange.Refused(CurationRefusal.UnknownStory);
        if (bench < 0)
            return EditionChange.Refused(CurationRefusal.UnknownOther);
        (ranks.Top[place], ranks.Bench[bench]) = (ranks.Bench[bench], ranks.Top[place] with { IsPinned = false });
        return EditionChange.To(ranks.In(edition));
    }

    private static EditionChange Reorder(Edition edition, CurationOperation operation)
    {
        var ranks = Ranks.Of(edition);
        var from = ranks.Top.FindIndex(point => point.StoryKey == operation.StoryKey);
        if (from < 0)
            return EditionChange.Refused(CurationRefusal.UnknownStory);
        if (operation.Rank is not { } rank || rank < 1 || rank > ranks.Top.Count)
            return EditionChange.Refused(CurationRefusal.RankOutOfRange);
        if (rank == from + 1)
            return EditionChange.Refused(CurationRefusal.AlreadySo);
        var moved = ranks.Top[from];
        ranks.Top.RemoveAt(from);
        ranks.Top.Insert(rank - 1, moved);
        return EditionChange.To(ranks.In(edition));
    }

    private static EditionChange Write(Edition edition, CurationOperation operation, int longest, Func<TouchPoint, string, TouchPoint> write)
    {
        var text = DisplayText.OneLine(operation.Text ?? "");
        if (text.Length == 0)
            return EditionChange.Refused(CurationRefusal.TextMissing);
        return text.Length > longest
            ? EditionChange.Refused(CurationRefusal.TextTooLong)
            : EditionChange.To(Ranks.Of(edition).With(operation.StoryKey, point => write(point, text)).In(edition));
    }

    private static EditionChange Retract(Edition edition, string key)
    {
        var ranks = Ranks.Of(edition);
        if (ranks.Find(key)!.IsRetracted)
            return EditionChange.Refused(CurationRefusal.AlreadySo);
        return EditionChange.To(ranks.With(key, point => point.Retracted()).In(edition));
    }
}

/// <summary>What came of replaying curation.</summary>
/// <param name="Edition">The curated edition.</param>
/// <param name="Lost">Operations that no longer apply, oldest first.</param>
public readonly record struct CurationReplay(Edition Edition, IReadOnlyList<CurationOperation> Lost);
