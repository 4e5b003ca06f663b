namespace DigestBot.Core.Understanding;

/// <summary>Languages that the lexicons have a column for; also the lane of each in packed evidence.</summary>
internal enum Tongue : byte
{
    English,
    German,
    French,
    Spanish,
    Italian,
    Portuguese,
    Dutch,
    Japanese,
}

/// <summary>Codes of the languages.</summary>
internal static class Tongues
{
    /// <summary>Number of languages with a column.</summary>
    internal const int Count = 8;

    /// <summary>What is said when the language cannot be told.</summary>
    internal const string Unknown = "und";

    private static readonly string[] Codes = ["en", "de", "fr", "es", "it", "pt", "nl", "ja"];

    /// <summary>ISO 639-1 code.</summary>
    internal static string Code(Tongue tongue) => Codes[(int)tongue];

    /// <summary>Column of a code ("pt-BR" counts as pt), or -1 when there is none.</summary>
    internal static int IndexOf(ReadOnlySpan<char> code)
    {
        for (var i = 0; i < Codes.Length; i++)
        {
            if (code.Length >= 2 && code[..2].Equals(Codes[i], StringComparison.OrdinalIgnoreCase) && (code.Length == 2 || code[2] is '-' or '_'))
                return i;
        }
        return -1;
    }

    /// <summary>One point of evidence for a language, as a lane of eight bits.</summary>
    internal static ulong Lane(int tongue, int points = 1) => (ulong)points << (8 * tongue);
}
