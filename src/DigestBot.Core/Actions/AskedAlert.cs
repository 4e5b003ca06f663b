using DigestBot.Core.Platforms.Alerts;

namespace DigestBot.Core.Actions;

/// <summary>The alert that a button below it means.</summary>
internal static class AskedAlert
{
    /// <summary>The alert with its book; null for both when there is no such one.</summary>
    public static async Task<(AlertBook? Book, Alert? Alert)> AlertAsync(this ActionContext context, CancellationToken cancellationToken)
    {
        var id = context.Arguments.TakeWord();
        var book = await context.Stores.Alerts.FindAsync(context.Digest.Name, cancellationToken);
        if (book?.Alerts.FirstOrDefault(alert => alert.Id == id) is not { } found)
            return default;
        context.Subject = $"alert {found.Id}";
        return (book, found);
    }

    /// <summary>There is no such alert.</summary>
    public static ActionReply Unknown() => Refuse.With(Refusal.NotFound, "There is no such alert any more. Use the buttons below it within three weeks.");
}
