using System.Globalization;

namespace DigestBot.Core.Actions;

/// <summary>What was typed after a verb, read from the front.</summary>
/// <param name="text">As typed.</param>
public sealed class ActionArguments(string text)
{
    private string _rest = text.Trim();

    /// <summary>What is left, trimmed; empty when nothing is.</summary>
    public string Rest => _rest;

    /// <summary>Nothing was typed at all.</summary>
    public bool WereEmpty { get; } = string.IsNullOrWhiteSpace(text);

    /// <summary>Nothing is left.</summary>
    public bool IsEmpty => _rest.Length == 0;

    /// <summary>The first word that is left, without punctuation at its end; empty when nothing is.</summary>
    public string Peek => FirstWord().TrimEnd(':', ',', ';', '.');

    /// <summary>Takes the first word off; empty when nothing is left.</summary>
    public string TakeWord()
    {
        var word = Peek;
        _rest = _rest[FirstWord().Length..].TrimStart();
        return word;
    }

    /// <summary>Takes the first word off when it is this one, whatever the case.</summary>
    public bool TryTake(string word)
    {
        if (!string.Equals(Peek, word, StringComparison.OrdinalIgnoreCase))
            return false;
        TakeWord();
        return true;
    }

    /// <summary>Takes a number (<c>3</c>, <c>#3</c>, <c>3:</c>) off the front.</summary>
    /// <param name="number">The number, 0 to 999,999,999; 0 when there is none.</param>
    /// <param name="onlyMarked">Only one with a <c>#</c>, where a bare number may belong to the words.</param>
    public bool TryTakeNumber(out int number, bool onlyMarked = false)
    {
        number = 0;
        var word = Peek;
        if (onlyMarked && !word.StartsWith('#'))
            return false;
        if (word.Length > 10 || !int.TryParse(word.TrimStart('#'), NumberStyles.None, CultureInfo.InvariantCulture, out number))
            return false;
        TakeWord();
        return true;
    }

    /// <summary>Takes all that is left, without quotation marks around the whole of it; null when nothing is.</summary>
    public string? TakeRest()
    {
        var rest = IsQuoted(_rest) ? _rest[1..^1].Trim() : _rest;
        _rest = "";
        return rest.Length == 0 ? null : rest;
    }

    /// <summary>Takes the last of several lines off when it begins with a mark, without the mark; null when it does not, or says nothing more.</summary>
    public string? TakeLastLine(string mark)
    {
        var start = _rest.LastIndexOf('\n') + 1;
        if (start == 0 || !_rest.AsSpan(start).StartsWith(mark, StringComparison.OrdinalIgnoreCase))
            return null;
        var line = _rest[(start + mark.Length)..].Trim();
        _rest = _rest[..(start - 1)].TrimEnd();
        return line.Length == 0 ? null : line;
    }

    // “Late” and “lost” begins and ends with marks too, but they are not around the whole.
    private static bool IsQuoted(string text) =>
        text.Length > 1 && text[0] is '"' or '“' && text[^1] is '"' or '”' && text.Count(character => character is '"' or '“' or '”') == 2;

    private string FirstWord()
    {
        var end = _rest.AsSpan().IndexOfAny(' ', '\t', '\n');
        return end < 0 ? _rest : _rest[..end];
    }
}
