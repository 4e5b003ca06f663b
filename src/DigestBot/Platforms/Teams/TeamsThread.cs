namespace DigestBot.Platforms.Teams;

/// <summary>A thread of a channel: the channel's id with the id of the thread's first message.</summary>
internal static class TeamsThread
{
    private const string Mark = ";messageid=";

    /// <summary>The conversation of the thread that a message begins.</summary>
    public static string In(string channel, string first) => $"{channel}{Mark}{first}";

    /// <summary>Id of the first message; null when the conversation is no thread.</summary>
    public static string? Of(string? conversation) =>
        conversation?.IndexOf(Mark, StringComparison.OrdinalIgnoreCase) is >= 0 and var at ? conversation[(at + Mark.Length)..] : null;
}
