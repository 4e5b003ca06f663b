using System.Globalization;
using System.Text.Json.Nodes;
using DigestBot.Core.Actions;
using DigestBot.Core.FollowUps;
using DigestBot.Core.Platforms;
using static DigestBot.Platforms.Slack.SlackBlocks;

namespace DigestBot.Platforms.Slack.Dialogs;

/// <summary>A form about one follow-up: what it is stands above the fields.</summary>
internal abstract class FollowUpDialog(string verb, string title, string submit) : FormDialog(verb, title, submit)
{
    /// <summary>A closed one can still be told what came of it.</summary>
    protected virtual bool TakesClosed => false;

    /// <inheritdoc />
    public override async Task<JsonObject> FillAsync(DialogCall call, CancellationToken cancellationToken)
    {
        if (await FindAsync(call.Stores, call.Press.About, cancellationToken) is not { } followUp || !call.Sees(followUp.Edition))
            return Words("This follow-up is no longer here. “/socialwins mine” shows yours.");
        if (!call.By.MayChange(followUp))
            return Words(Refuse.NotYours(followUp, await NameAsync(call, followUp, cancellationToken)).Text);
        if (!followUp.IsOpen && !(TakesClosed && followUp is { State: FollowUpState.Done, Outcome: null }))
            return Words($"Follow-up {followUp.Number} is closed already: {followUp.Headline}");
        return Form(call, About(followUp), field => field.Block(Initial(call, field)));
    }

    /// <inheritdoc />
    public override async Task<InboxWork> SubmittedAsync(SubmittedDialog submitted, CancellationToken cancellationToken)
    {
        var followUp = await FindAsync(submitted.Stores, submitted.Metadata.About, cancellationToken);
        return new InboxWork.Asked(Request(submitted, submitted.DigestOf(submitted.Seen(followUp?.Edition))));
    }

    /// <summary>What stands in a field at first, or null.</summary>
    protected virtual string? Initial(DialogCall call, FormField field) => null;

    private static async Task<FollowUp?> FindAsync(ActionStores stores, string number, CancellationToken cancellationToken) =>
        int.TryParse(number, NumberStyles.None, CultureInfo.InvariantCulture, out var known)
        && await stores.FollowUps.FindAsync(known, cancellationToken) is { State: not FollowUpState.Withdrawn } followUp
            ? followUp
            : null;

    private static async Task<string> NameAsync(DialogCall call, FollowUp followUp, CancellationToken cancellationToken) =>
        (await call.Stores.People.FindAsync(followUp.Owner, cancellationToken))?.Name ?? "somebody else";

    private static IEnumerable<JsonObject?> About(FollowUp followUp)
    {
        var due = followUp.Due is { } date ? $"{Phrases.Dot}due {Phrases.Day(date)} {Phrases.DayAndMonth(date)}" : "";
        yield return Context($"Follow-up {followUp.Number}{due}");
        yield return RichText(Paragraph(Run(VisibleText.Line(followUp.Headline, TouchPointWords.LongestHeadline), isBold: true)));
    }
}
