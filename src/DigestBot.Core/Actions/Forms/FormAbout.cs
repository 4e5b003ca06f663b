namespace DigestBot.Core.Actions.Forms;

/// <summary>What a form carries from its opening to its submission: an opaque id. People can read and forge it.</summary>
internal static class FormAbout
{
    private const int Longest = 24;

    /// <summary>It could be an id of ours (touch point, follow-up, week), or nothing at all.</summary>
    public static bool IsOpaque(string about) => about.Length <= Longest && about.All(character => char.IsAsciiLetterOrDigit(character) || character == '-');

    /// <summary>The first word, when it is an id as buttons carry them; null otherwise: what somebody forged belongs in no audit.</summary>
    public static string? Opaque(string about) => First(about) is { Length: > 0 } id && IsOpaque(id) ? id : null;

    /// <summary>The first word: what the form is about, without the page of it.</summary>
    public static string First(string about) => about.Split(' ')[0];
}
