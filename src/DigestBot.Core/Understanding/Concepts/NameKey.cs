using System.Text;

namespace DigestBot.Core.Understanding.Concepts;

/// <summary>What two spellings of a name have in common: "Check-in", "check in" and "Checkin" are one, "Rückgabe" and "ruckgabe" too.</summary>
internal static class NameKey
{
    private const int Longest = 60;

    private static readonly string[] Endings = ["s", "es", "n", "en", "e", "er"];

    // Where the plural changes the last letters: delivery and deliveries, entrega and entregas, spedizione and spedizioni.
    private static readonly (string Many, string One)[] Changes = [("ies", "y"), ("i", "e"), ("i", "o"), ("e", "a"), ("aux", "al"), ("oes", "ao"), ("ões", "ão")];

    /// <summary>The letters and digits of a name, folded; of a very long one only the beginning.</summary>
    internal static string Of(string name)
    {
        var key = new StringBuilder(Longest);
        foreach (var c in name)
        {
            if (key.Length >= Longest)
                break;
            if (Folding.Fold(c) is var folded and not '\0')
                key.Append(folded);
            if (Folding.Second(c) is var second and not '\0')
                key.Append(second);
        }
        return key.ToString();
    }

    /// <summary>A key as it is, then as singular and plural of itself.</summary>
    internal static IEnumerable<string> Numbers(string key)
    {
        yield return key;
        foreach (var ending in Endings.Where(ending => key.Length > ending.Length + 2))
        {
            if (key.EndsWith(ending, StringComparison.Ordinal))
                yield return key[..^ending.Length];
            yield return key + ending;
        }
        foreach (var (many, one) in Changes.Where(change => key.Length > 4 && key.EndsWith(change.Many, StringComparison.Ordinal)))
            yield return key[..^many.Length] + one;
        foreach (var (many, one) in Changes.Where(change => key.Length > 4 && key.EndsWith(change.One, StringComparison.Ordinal)))
            yield return key[..^one.Length] + many;
    }
}
