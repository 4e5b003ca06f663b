using DigestBot.Core.Platforms;

namespace DigestBot.Core.Actions;

/// <summary>The button that takes back what was just done.</summary>
internal static class Undoing
{
    /// <summary>The button, or null when the action cannot be taken back or it is not clear what it was done to.</summary>
    /// <param name="registry">Every verb.</param>
    /// <param name="verb">What was done.</param>
    /// <param name="arguments">What was typed after it: a touch point or a follow-up first, unless the place said which.</param>
    /// <param name="touchPointId">The touch point whose message or thread it was, or null.</param>
    public static CardAction? UndoOf(this ActionRegistry registry, string verb, string arguments, string? touchPointId = null)
    {
        if (registry.Find(verb, arguments) is not { Action: IUndoableAction { Description: var action } } found)
            return null;
        var named = new ActionArguments(found.Arguments).Peek.TrimStart('#');
        var about = IsOne(named, action.Target) ? named : action.Target == ActionTarget.TouchPoint ? touchPointId : null;
        return about is null ? null : new CardAction("undo", "Undo", $"{action.Verb} {about}");
    }

    // Follow-ups have numbers; touch points have numbers and ids, which have a digit in them as no word has.
    private static bool IsOne(string word, ActionTarget target) => word.Length is > 0 and <= 16 && word.All(char.IsAsciiLetterOrDigit)
        && (target == ActionTarget.FollowUp ? word.All(char.IsAsciiDigit) : word.Any(char.IsAsciiDigit));
}
