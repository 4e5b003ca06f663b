namespace DigestBot.Core.Platforms;

/// <summary>
/// Names the moments between two steps at which a killed process must lose nothing and repeat nothing. Inert in the product:
/// the end-to-end test puts a hook in from outside (a .NET startup hook) that kills the process there.
/// </summary>
internal static class CrashPoints
{
    /// <summary>What happens at a point; nothing unless a test sets it.</summary>
    internal static Action<string>? Hook { get; set; }

    /// <summary>Every point, so that the test visits them all.</summary>
    internal static IReadOnlyList<string> All { get; } =
        [TakenNotSent, SentNotRecorded, Recorded, InboxKept, ActionNotCommitted, ActionCommitted, EditionNotCommitted, EditionCommitted];

    internal const string TakenNotSent = "taken-not-sent";
    internal const string SentNotRecorded = "sent-not-recorded";
    internal const string Recorded = "recorded";
    internal const string InboxKept = "inbox-kept";
    internal const string ActionNotCommitted = "action-not-committed";
    internal const string ActionCommitted = "action-committed";
    internal const string EditionNotCommitted = "edition-not-committed";
    internal const string EditionCommitted = "edition-committed";

    /// <summary>The running code has come to this point.</summary>
    internal static void Reached(string point) => Hook?.Invoke(point);
}
