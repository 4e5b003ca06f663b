using DigestBot.Core.FollowUps;
using DigestBot.Core.Platforms;

namespace DigestBot.Core.Actions;

/// <summary>Making a follow-up of a touch point, and telling who owes it now.</summary>
internal static class Taking
{
    /// <summary>Stages a new follow-up on a free touch point.</summary>
    /// <param name="context">The run.</param>
    /// <param name="at">The touch point; nobody has it.</param>
    /// <param name="owner">Who owes it.</param>
    /// <param name="words">Words, note and due date.</param>
    /// <param name="isPick">An executive's pick: the words are what should change.</param>
    /// <param name="cancellationToken">Ends the reads.</param>
    public static async Task<FollowUp> TakeAsync(
        this ActionContext context, PlacedPoint at, Person owner, TakingWords words, bool isPick, CancellationToken cancellationToken)
    {
        var taken = new FollowUp
        {
            Edition = at.Edition.Key,
            TouchPointId = at.Point.Id,
            StoryKey = at.Point.StoryKey,
            Headline = at.Point.Headline,
            Owner = owner.Id,
            AskedBy = context.By.Id,
            IsPick = isPick,
            Expected = isPick ? words.Words : null,
            Note = isPick ? words.Note : words.All,
            Due = words.Due,
            CreatedAt = context.Now,
        };
        var followUp = await context.Stores.FollowUps.AddAsync(taken.Taken(context.By.Id, context.Now), cancellationToken);
        context.Hold(at.Edition);
        await context.ShowAsync(followUp, cancellationToken);
        context.TellOwner(owner, followUp);
        return followUp;
    }

    /// <summary>Tells the owner what was given, with the buttons to answer by.</summary>
    public static void TellOwner(this ActionContext context, Person owner, FollowUp followUp)
    {
        var asked = followUp.IsPick ? "picked this and asks you to see to it" : "asks you to see to this";
        var lines = new[]
        {
            $"{context.By.Name} {asked}: {followUp.Headline}",
            followUp.Expected is { } expected ? $"What should change: {expected}" : null,
            followUp.Note is { } note ? $"Note: {note}" : null,
            followUp.Due is { } due ? $"Due {Phrases.ShortDay(due)}, {Phrases.DayAndMonth(due)}." : null,
            $"It is follow-up {followUp.Number}. When it is done, say: done {followUp.Number} and what came of it.",
        };
        var number = followUp.Number.ToString(System.Globalization.CultureInfo.InvariantCulture);
        context.Tell(
            owner, $"follow-up {number}.{followUp.Version}", string.Join('\n', lines.OfType<string>()), CardActions.OfFollowUp(followUp.Number));
    }

    /// <summary>"Refunds take too long" with its number in the edition.</summary>
    public static string Named(this PlacedPoint at) => $"number {at.Point.Rank}, “{at.Point.Headline}”";

    /// <summary>", due Friday 20 November", or nothing.</summary>
    public static string DueWords(this FollowUp followUp) =>
        followUp.Due is { } due ? $", due {Phrases.Day(due)} {Phrases.DayAndMonth(due)}" : "";
}
