using DigestBot.Core.Editions;
using DigestBot.Core.FollowUps;
using DigestBot.Core.Mentions;
using DigestBot.Core.Platforms;

namespace DigestBot.Core.Actions;

/// <summary>A touch point where it stands.</summary>
/// <param name="Edition">Its edition.</param>
/// <param name="Point">The touch point.</param>
public sealed record PlacedPoint(Edition Edition, TouchPoint Point);

/// <summary>One run of one action: who asks for what, when, and the stores to do it with.</summary>
/// <param name="request">What was asked.</param>
/// <param name="arguments">The verb's arguments.</param>
/// <param name="digest">The digest it is about.</param>
/// <param name="stores">The stores of this run's scope.</param>
/// <param name="now">Now, UTC.</param>
public sealed class ActionContext(ActionRequest request, string arguments, Digest digest, ActionStores stores, DateTimeOffset now)
{
    private readonly List<PlacedPoint> _changed = [];

    /// <summary>What was asked.</summary>
    public ActionRequest Request { get; } = request;

    /// <summary>Who asks.</summary>
    public Person By => Request.By;

    /// <summary>What was typed after the verb; read from the front.</summary>
    public ActionArguments Arguments { get; } = new(arguments);

    /// <summary>The digest.</summary>
    public Digest Digest { get; } = digest;

    /// <summary>The stores; all changes are committed together after the action.</summary>
    public ActionStores Stores { get; } = stores;

    /// <summary>Now, UTC; the same for the whole run.</summary>
    public DateTimeOffset Now { get; } = now;

    /// <summary>The zone in which the person's dates are read.</summary>
    public TimeZoneInfo Zone { get; } = TimeZoneInfo.TryFindSystemTimeZoneById(request.By.Zone, out var zone) ? zone : digest.Zone;

    /// <summary>Today for the person.</summary>
    public DateOnly Today => DateOnly.FromDateTime(TimeZoneInfo.ConvertTime(Now, Zone).DateTime);

    /// <summary>What it is done to, for the audit: opaque ids only.</summary>
    public string? Subject { get; set; }

    /// <summary>A number was said, but there is no edition to count in.</summary>
    public bool LacksEdition { get; private set; }

    /// <summary>Touch points whose messages must show something new.</summary>
    public IReadOnlyList<PlacedPoint> Changed => _changed;

    /// <summary>A draft changed, so the curators' message must show it.</summary>
    public Edition? ChangedDraft { get; set; }

    /// <summary>
    /// The touch point meant: by number in the edition acted on (the last published one by default; decisions.md 5), by its id,
    /// or the one whose message it was. Null when there is none.
    /// </summary>
    public async Task<PlacedPoint?> PointAsync(CancellationToken cancellationToken) =>
        // What only curators have seen is not there for anybody else, even when its id is known.
        await PointAsync(() => EditionAsync(cancellationToken), cancellationToken) is { } at && at.Edition.IsOut() ? at : null;

    /// <summary>The same, with numbers counted in the draft: what curators mean.</summary>
    public Task<PlacedPoint?> DraftPointAsync(CancellationToken cancellationToken) =>
        PointAsync(() => DraftAsync(cancellationToken), cancellationToken);

    /// <summary>The touch point whose mentions a curator sets right: of the draft where there is one, otherwise of what is out.</summary>
    public async Task<PlacedPoint?> RelabelledPointAsync(CancellationToken cancellationToken) =>
        await PointAsync(async () => await DraftAsync(cancellationToken) ?? await EditionAsync(cancellationToken), cancellationToken);

    /// <summary>The edition acted on: the one whose message it was, otherwise the last published one; null before the first.</summary>
    public Task<Edition?> EditionAsync(CancellationToken cancellationToken) => Request.Edition is { } key
        ? Stores.Editions.FindAsync(key, cancellationToken)
        : Stores.Editions.LatestPublishedAsync(Digest.Name, cancellationToken);

    /// <summary>The edition of a week that was typed (<c>2026-W46</c>), otherwise the draft; null when there is none.</summary>
    public Task<Edition?> WeekOrDraftAsync(CancellationToken cancellationToken)
    {
        if (!DigestWeek.TryParse(Arguments.Peek, out var week))
            return DraftAsync(cancellationToken);
        Arguments.TakeWord();
        return Stores.Editions.FindAsync(new(Digest.Name, week), cancellationToken);
    }

    /// <summary>The newest edition when it still is a draft (or approved), otherwise null.</summary>
    public async Task<Edition?> DraftAsync(CancellationToken cancellationToken)
    {
        var newest = await Stores.Editions.NewestAsync(Digest.Name, 1, cancellationToken);
        return newest is [{ State: EditionState.Draft or EditionState.Approved } draft] ? draft : null;
    }

    /// <summary>The follow-up of this number, when it belongs to the digest.</summary>
    public async Task<FollowUp?> FollowUpAsync(int number, CancellationToken cancellationToken)
    {
        var found = await Stores.FollowUps.FindAsync(number, cancellationToken);
        if (found is null || found.State == FollowUpState.Withdrawn || found.Edition.Digest != Digest.Name)
            return null;
        Subject = Numbered(found.Number);
        return found;
    }

    /// <summary>The open follow-up that a touch point's story has, whichever edition it was taken in; null when nobody took it.</summary>
    public async Task<FollowUp?> OpenFollowUpAsync(TouchPoint point, CancellationToken cancellationToken) =>
        (await Stores.FollowUps.OpenAsync(Digest.Name, cancellationToken)).FirstOrDefault(followUp => followUp.StoryKey == point.StoryKey);

    /// <summary>Somebody's name as shown; the id of an unknown person.</summary>
    public async Task<string> NameAsync(string id, CancellationToken cancellationToken) =>
        id == By.Id ? By.Name : (await Stores.People.FindAsync(id, cancellationToken))?.Name ?? id;

    /// <summary>Whom the person who asks means by a handle; null when that is nobody, or several.</summary>
    public Task<Person?> NamedAsync(string handle, CancellationToken cancellationToken) =>
        Stores.People.NamedAsync(handle, By.Circle, cancellationToken);

    /// <summary>Stages a changed follow-up and marks the messages that show it.</summary>
    public async Task SaveAsync(FollowUp followUp, CancellationToken cancellationToken)
    {
        Stores.FollowUps.Save(followUp);
        await ShowAsync(followUp, cancellationToken);
    }

    /// <summary>Marks the messages that show a follow-up: where it was taken, and where its story stands now.</summary>
    public async Task ShowAsync(FollowUp followUp, CancellationToken cancellationToken)
    {
        Subject = Numbered(followUp.Number);
        var taken = await Stores.Editions.FindAsync(followUp.Edition, cancellationToken);
        var latest = await Stores.Editions.LatestPublishedAsync(Digest.Name, cancellationToken);
        foreach (var edition in new[] { taken, latest }.OfType<Edition>().DistinctBy(edition => edition.Key))
        {
            if (edition.TouchPoints.FirstOrDefault(point => point.StoryKey == followUp.StoryKey) is { } point)
                Show(new(edition, point));
        }
    }

    /// <summary>Marks the messages that show a touch point.</summary>
    public void Show(PlacedPoint placed) => _changed.Add(placed);

    /// <summary>
    /// Stages the edition unchanged but one version up, so that of two people who take something of it at the same moment one
    /// commits and the other begins again and finds it taken.
    /// </summary>
    public void Hold(Edition edition) => Stores.Editions.Save(edition with { Version = edition.Version + 1 });

    /// <summary>Stages a direct message to somebody; none to the person who acts.</summary>
    /// <param name="to">Who.</param>
    /// <param name="part">What tells it from others to the same person in the same week.</param>
    /// <param name="text">Plain words.</param>
    /// <param name="actions">Buttons, at most five.</param>
    public void Tell(Person to, string part, string text, params IReadOnlyList<CardAction> actions)
    {
        if (to.Id != By.Id)
            Stores.Outbox.Request(DirectMessages.To(to, Digest, Now, part, text, actions));
    }

    private async Task<PlacedPoint?> PointAsync(Func<Task<Edition?>> numbered, CancellationToken cancellationToken)
    {
        // In a thread the touch point is clear, so a number there belongs to what is said ("not useful, 3 people only").
        var isClear = Request.TouchPointId is not null && Request.Through is Through.Reply or Through.Reaction;
        if (Arguments.TryTakeNumber(out var rank, onlyMarked: isClear))
        {
            var edition = await numbered();
            LacksEdition = edition is null;
            return Found(edition, point => point.Rank == rank);
        }
        if (await ById(Arguments.Peek, cancellationToken) is { } named)
        {
            Arguments.TakeWord();
            return named;
        }
        return Request.TouchPointId is { } id ? await ById(id, cancellationToken) : null;
    }

    private static string Numbered(int followUp) => string.Create(System.Globalization.CultureInfo.InvariantCulture, $"follow-up {followUp}");

    private async Task<PlacedPoint?> ById(string id, CancellationToken cancellationToken)
    {
        if (id.Length is < 2 or > 16 || !id.All(char.IsAsciiLetterOrDigit))
            return null;
        return Found(await Stores.Editions.WithTouchPointAsync(id, cancellationToken), point => point.Id == id);
    }

    private PlacedPoint? Found(Edition? edition, Func<TouchPoint, bool> meant)
    {
        if (edition is null || edition.Key.Digest != Digest.Name
            || edition.TouchPoints.Concat(edition.RunnersUp).FirstOrDefault(meant) is not { } point)
        {
            return null;
        }
        Subject = point.Id;
        return new(edition, point);
    }
}
