using System.Globalization;
using DigestBot.Core.FollowUps;
using DigestBot.Core.Ranking;

namespace DigestBot.Core.Actions.Forms;

/// <summary>"Act on this": what should change, in which direction, by when, and who sees to it. What the outcome is measured by later.</summary>
internal sealed class PickForm() : PointForm("pick", "Act on this", "Act on this")
{
    private const int UsualDays = 28;

    /// <inheritdoc />
    public override IReadOnlyList<FormField> Fields { get; } =
    [
        new TextField("measure", "What should change", 80) { Example = "bookings completed", Hint = "The number that you want to see move." },
        new ChoiceField("direction", "Which way", [("up", "Up"), ("down", "Down")]) { IsRadio = true },
        new TextField("amount", "By how much", 40) { IsOptional = true, Example = "5 %" },
        new DateField("due", "By when") { Before = "by " },
        new PersonField("owner", "Who sees to it") { Hint = "They get a direct message. Everybody sees it on the touch point." },
        new TextField("note", "Note", 400) { IsOptional = true, IsLong = true, Before = "note: ", Example = "Where to begin, whom to ask" },
    ];

    /// <inheritdoc />
    protected override async Task<string?> RefusalAsync(FormCall call, PlacedPoint at, CancellationToken cancellationToken)
    {
        if (at.Point.Kind is not TouchPointKind.Suggestion)
            return $"Number {at.Point.Rank} is no suggestion, so there is nothing to pick. It can be assigned or owned.";
        var taken = await call.TakenAsync(at, cancellationToken);
        return taken is { IsPick: true }
            ? $"{await call.NameAsync(taken.AskedBy, cancellationToken)} has picked this already: follow-up {taken.Number} is {await call.NameAsync(taken.Owner, cancellationToken)}'s."
            : null;
    }

    /// <inheritdoc />
    protected override async Task<IReadOnlyDictionary<string, string>> InitialAsync(FormCall call, PlacedPoint at, CancellationToken cancellationToken) =>
        new Dictionary<string, string>(StringComparer.Ordinal)
        {
            ["owner"] = await OwnerAsync(call, await call.TakenAsync(at, cancellationToken), cancellationToken),
            ["direction"] = "up",
            ["due"] = call.Today.AddDays(UsualDays).ToString("yyyy-MM-dd", CultureInfo.InvariantCulture),
        };

    // Who has it already, as far as the platform can show that person; otherwise who picks.
    private static async Task<string> OwnerAsync(FormCall call, FollowUp? taken, CancellationToken cancellationToken)
    {
        if (taken is null)
            return call.By.OnPlatform;
        var owner = await call.Stores.People.FindAsync(taken.Owner, cancellationToken) ?? new Person(taken.Owner, taken.Owner, "", Roles.Anyone);
        return owner.Circle == call.By.Circle ? owner.OnPlatform : call.By.OnPlatform;
    }
}
