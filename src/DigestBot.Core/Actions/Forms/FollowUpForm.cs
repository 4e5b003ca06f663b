using System.Globalization;
using DigestBot.Core.FollowUps;
using DigestBot.Core.Platforms;

namespace DigestBot.Core.Actions.Forms;

/// <summary>A form about one follow-up: what it is stands above the fields.</summary>
internal abstract class FollowUpForm(string verb, string title, string submit) : VerbForm(verb, title, submit)
{
    /// <summary>A closed one can still be told what came of it.</summary>
    protected virtual bool TakesClosed => false;

    /// <inheritdoc />
    public override async Task<FormPage> ShowAsync(FormCall call, CancellationToken cancellationToken)
    {
        if (await FindAsync(call.Stores, call.About, cancellationToken) is not { } followUp || !call.Sees(followUp.Edition))
            return new FormPage.Words("This follow-up is no longer here. 'mine' shows yours.");
        if (!call.By.MayChange(followUp))
            return new FormPage.Words(Refuse.NotYours(followUp, await NameAsync(call, followUp, cancellationToken)).Text);
        if (!followUp.IsOpen && !(TakesClosed && followUp is { State: FollowUpState.Done, Outcome: null }))
            return new FormPage.Words($"Follow-up {followUp.Number} is closed already: {followUp.Headline}");
        return Asked(field => Initial(call, field)) with { Above = [.. About(followUp)] };
    }

    /// <inheritdoc />
    public override async Task<InboxWork> SubmittedAsync(SubmittedForm submitted, CancellationToken cancellationToken)
    {
        var followUp = await FindAsync(submitted.Stores, submitted.About, cancellationToken);
        return new InboxWork.Asked(Request(submitted, submitted.DigestOf(submitted.Seen(followUp?.Edition))));
    }

    /// <summary>What stands in a field at first, or null.</summary>
    protected virtual string? Initial(FormCall call, FormField field) => null;

    private static async Task<FollowUp?> FindAsync(ActionStores stores, string number, CancellationToken cancellationToken) =>
        int.TryParse(number, NumberStyles.None, CultureInfo.InvariantCulture, out var known)
        && await stores.FollowUps.FindAsync(known, cancellationToken) is { State: not FollowUpState.Withdrawn } followUp
            ? followUp
            : null;

    private static async Task<string> NameAsync(FormCall call, FollowUp followUp, CancellationToken cancellationToken) =>
        (await call.Stores.People.FindAsync(followUp.Owner, cancellationToken))?.Name ?? "somebody else";

    private static IEnumerable<FormPart> About(FollowUp followUp)
    {
        var due = followUp.Due is { } date ? $"{Phrases.Dot}due {Phrases.Day(date)} {Phrases.DayAndMonth(date)}" : "";
        yield return new FormPart.Small($"Follow-up {followUp.Number}{due}");
        yield return new FormPart.Told(VisibleText.Line(followUp.Headline, TouchPointWords.LongestHeadline));
    }
}
