using System.Globalization;
using DigestBot.Core.Editions;
using DigestBot.Core.Ranking;

namespace DigestBot.Core.Platforms;

/// <summary>Which buttons a card carries. One stands out, at most five are in sight, the rest is in the menu.</summary>
internal static class CardActions
{
    /// <summary>Below an edition's first message.</summary>
    public static IReadOnlyList<CardAction> OfEdition(Edition edition)
    {
        var actions = new List<CardAction>();
        if (EditionWords.RunnersUpTitle(edition) is { } title)
            actions.Add(new("runners-up", title, "") { OnlyShows = true });
        if (edition.RawMinutes.Count > 0)
            actions.Add(new("raw", "Ten raw minutes", "") { OnlyShows = true });
        return actions;
    }

    /// <summary>Below one of the ten; none once it was taken back.</summary>
    public static IReadOnlyList<CardAction> OfTouchPoint(TouchPoint point, TouchPointState state) =>
        point.IsRetracted ? [] : [.. Acting(point, state), Evidence(point), .. Closing(state), .. Menu(point)];

    /// <summary>What a curator can do to one of the ten that is out, beside the rest; none once it was taken back.</summary>
    public static IReadOnlyList<CardAction> OfCurators(TouchPoint point) =>
        point.IsRetracted ? [] : [new("correct", "Correct...", point.Id) { OpensDialog = true, IsInMenu = true }];

    /// <summary>Below a touch point in an answer: the same, none of it standing out in the list; below one that just missed, that it should not have.</summary>
    public static IReadOnlyList<CardAction> OfAnswer(Edition edition, TouchPoint point, TouchPointState state) => edition.TouchPoints.Any(own => own.Id == point.Id)
        ? [.. OfTouchPoint(point, state).Select(action => action with { IsPrimary = false })]
        : [new("missed", "Should have been in", point.Id), Evidence(point)];

    /// <summary>What the owner of a follow-up can do with it.</summary>
    public static IReadOnlyList<CardAction> OfFollowUp(int number)
    {
        var named = number.ToString(CultureInfo.InvariantCulture);
        return
        [
            new("done", "Done", named, IsPrimary: true) { OpensDialog = true },
            new("snooze", "Snooze", named) { OpensDialog = true },
            new("handover", "Hand over", named) { OpensDialog = true },
            new("decline", "Decline", named) { OpensDialog = true },
        ];
    }

    /// <summary>Below the draft; none once its edition is out or skipped.</summary>
    public static IReadOnlyList<CardAction> OfDraft(Edition edition)
    {
        if (!edition.IsBeforePublishing())
            return [];
        IEnumerable<CardAction> approve = edition.State == EditionState.Draft ? [new("approve", "Approve", Key(edition), IsPrimary: true)] : [];
        return [.. approve, new("rehearse", "Send to me only", Key(edition)), new("skip", "Skip this week", Key(edition)) { OpensDialog = true }];
    }

    /// <summary>What a curator can do to one of the draft's ten.</summary>
    public static IReadOnlyList<CardAction> OfDraftPoint(TouchPoint point) =>
    [
        .. point.IsPinned ? Enumerable.Empty<CardAction>() : [new("pin", "Pin", point.Id)],
        new("drop", "Drop", point.Id),
        new("retitle", "Re-title...", point.Id) { IsInMenu = true, OpensDialog = true },
        new("comment", "Comment...", point.Id) { IsInMenu = true, OpensDialog = true },
        new("reorder", "Move...", point.Id) { IsInMenu = true, OpensDialog = true },
        new("replace", "Replace...", point.Id) { IsInMenu = true, OpensDialog = true },
        new("relabel", "Read wrongly...", point.Id) { IsInMenu = true, OpensDialog = true },
        new("not-about-us", "Not about us", point.Id) { IsInMenu = true },
    ];

    private static IEnumerable<CardAction> Acting(TouchPoint point, TouchPointState state)
    {
        var isTaken = state.Promise is not null || state.Owner is not null;
        var isClosed = state.Promise is PromiseState.Done or PromiseState.Declined;
        if (point.Kind == TouchPointKind.Win)
            yield return new("kudos", "Thank", point.Id, IsPrimary: true);
        if (point.Kind == TouchPointKind.Suggestion && state.PickedBy is null)
            yield return new("pick", "Act on this", point.Id, IsPrimary: !isTaken) { OpensDialog = true };
        if (point.Kind != TouchPointKind.Win && !isTaken)
            yield return new("claim", "I own this", point.Id, IsPrimary: point.Kind == TouchPointKind.Issue);
        if (point.Kind != TouchPointKind.Win && !isClosed)
            yield return new("assign", isTaken ? "Hand over" : "Assign", point.Id) { OpensDialog = true };
    }

    private static CardAction Evidence(TouchPoint point) => new("evidence", "Evidence", point.Id) { OpensDialog = true, OnlyShows = true };

    // The message is the same for everyone, so what only the owner may do stands behind the dots.
    private static IEnumerable<CardAction> Closing(TouchPointState state) => state.FollowUp is { } number
        ? OfFollowUp(number).Where(action => action.Verb is "done" or "decline").Select(action => action with { IsInMenu = true, IsPrimary = false, Title = $"{action.Title}..." })
        : [];

    private static IEnumerable<CardAction> Menu(TouchPoint point)
    {
        yield return new("share", "Share to...", point.Id) { OpensDialog = true, IsInMenu = true };
        yield return new("not-useful", "Not useful...", point.Id) { OpensDialog = true, IsInMenu = true };
    }

    private static string Key(Edition edition) => edition.Key.Week.ToString();
}
