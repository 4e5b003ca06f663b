using DigestBot.Core.Editions;

namespace DigestBot.Core.Actions.Forms;

/// <summary>Somebody opens a form.</summary>
/// <param name="About">What it is about, as the button carried it: id of a touch point, number of a follow-up; may be forged.</param>
/// <param name="By">Who.</param>
/// <param name="At">Where.</param>
/// <param name="Stores">The stores; forms only read.</param>
/// <param name="Digests">The standing orders.</param>
/// <param name="Now">Now, UTC.</param>
internal sealed record FormCall(string About, Person By, AskedAt At, ActionStores Stores, Digests Digests, DateTimeOffset Now)
{
    /// <summary>The message whose menu it was chosen from; null for a button.</summary>
    public ChosenMessage? Message { get; init; }

    /// <summary>The zone in which the person's dates are read.</summary>
    public TimeZoneInfo Zone { get; } = TimeZoneInfo.TryFindSystemTimeZoneById(By.Zone, out var zone) ? zone : TimeZoneInfo.Utc;

    /// <summary>Today for the person.</summary>
    public DateOnly Today => DateOnly.FromDateTime(TimeZoneInfo.ConvertTime(Now, Zone).DateTime);

    /// <summary>Minutes east of UTC where the person is.</summary>
    public int Offset => (int)Zone.GetUtcOffset(Now).TotalMinutes;

    /// <summary>The digest of the place where it is opened.</summary>
    public Digest Digest => Digests.OfChannel(At);

    /// <summary>The edition belongs to a digest of this workspace; another company's is not there, however its id was learned.</summary>
    public bool Sees(EditionKey edition) => Digests.Of(edition, At) is not null;
}

/// <summary>A message that somebody chose, as people read it: without marks. Customer text.</summary>
/// <param name="Text">What it says; empty when it has no words.</param>
/// <param name="Link">Where it stands, or null.</param>
/// <param name="By">Name of who wrote it, where it is told; null otherwise.</param>
internal sealed record ChosenMessage(string Text, string? Link, string? By = null);

/// <summary>Somebody submits a form.</summary>
/// <param name="Values">What was filled in.</param>
/// <param name="About">What the form carried; to be trusted no more than what was filled in.</param>
/// <param name="By">Who submits.</param>
/// <param name="At">Where it was opened; as little to be trusted.</param>
/// <param name="Stores">The stores.</param>
/// <param name="Digests">The standing orders.</param>
internal sealed record SubmittedForm(FormValues Values, string About, Person By, AskedAt At, ActionStores Stores, Digests Digests)
{
    /// <summary>The edition, when it belongs to a digest of this workspace; null otherwise.</summary>
    public EditionKey? Seen(EditionKey? edition) => edition is { } key && Digests.Of(key, At) is not null ? key : null;

    /// <summary>Name of the edition's digest, otherwise of the one of the place in which it was opened.</summary>
    public string DigestOf(EditionKey? seen) => seen?.Digest ?? Digests.OfChannel(At).Name;
}
