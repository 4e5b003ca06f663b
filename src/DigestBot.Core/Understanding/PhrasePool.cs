namespace DigestBot.Core.Understanding;

/// <summary>
/// Hands out the same string for the same phrase most of the time, in bounded room: a table that forgets. Races between
/// threads only cost a string; what a caller gets always has the right letters.
/// </summary>
internal sealed class PhrasePool
{
    private const int Slots = 1 << 16;
    private const int Longest = 60;

    private readonly string?[] _slots = new string?[Slots];

    /// <summary>The words of the tokens in lower case with one space between; empty when they are longer than a phrase should be.</summary>
    internal string Phrase(in TokenizedText text, int first, int end)
    {
        Span<char> room = stackalloc char[Longest];
        var length = 0;
        for (var i = first; i < end; i++)
        {
            var word = WithoutPossessive(text.Of(text.Tokens[i]));
            if (length + word.Length + 1 > Longest)
                return "";
            if (length > 0)
                room[length++] = ' ';
            length += word.ToLowerInvariant(room[length..]);
        }
        return Shared(room[..length]);
    }

    private string Shared(ReadOnlySpan<char> phrase)
    {
        ref var slot = ref _slots[string.GetHashCode(phrase, StringComparison.Ordinal) & (Slots - 1)];
        return slot is { } kept && phrase.SequenceEqual(kept) ? kept : slot = phrase.ToString();
    }

    private static ReadOnlySpan<char> WithoutPossessive(ReadOnlySpan<char> word) =>
        word.Length > 3 && word[^1] is 's' or 'S' && Folding.IsApostrophe(word[^2]) ? word[..^2] : word;
}
