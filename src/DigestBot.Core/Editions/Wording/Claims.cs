using System.Globalization;
using System.Text.RegularExpressions;

namespace DigestBot.Core.Editions.Wording;

/// <summary>
/// Whether a sentence that a language model wrote says nothing that no customer said: one of the messages alone must carry its
/// words, names and numbers, so that two facts are never merged into one; and what is denied there is denied here.
/// </summary>
internal static partial class Claims
{
    private const int Shortest = 12;
    private const int ShortestWord = 4;
    private const int StemLength = 5;
    private const double MostlySaid = 0.7;

    private static readonly HashSet<string> Negations = new(StringComparer.OrdinalIgnoreCase)
    {
        "not", "no", "never", "none", "without", "cannot", "nobody", "nothing", "nor", "nicht", "kein", "keine", "keinen", "nie", "ohne", "pas", "jamais", "sans", "ne", "aucun",
        "nunca", "sin", "ningún", "non", "mai", "senza", "não", "nem", "sem", "niet", "geen", "nooit", "zonder",
    };

    /// <summary>The headline stands on one of the messages, and tells of what most of them are about.</summary>
    /// <param name="headline">What the model wrote.</param>
    /// <param name="messages">What customers said, masked, a line each.</param>
    /// <param name="counts">Numbers of the touch point that may be told: mentions, people.</param>
    public static bool Hold(string headline, IReadOnlyList<string> messages, IReadOnlyList<int> counts) =>
        IsPlain(headline) && headline.Length is >= Shortest and <= EditionLimits.Headline
        && IsTypical(headline, messages)
        && messages.Any(message => Carries(message, headline, counts));

    /// <summary>The translation keeps numbers and names of the original, and is about as long.</summary>
    public static bool IsFaithful(string translation, string original)
    {
        var ratio = translation.Length / (double)Math.Max(1, original.Length);
        return IsPlain(translation) && ratio is > 0.3 and < 3
            && Numbers(translation).Order(StringComparer.Ordinal).SequenceEqual(Numbers(original).Order(StringComparer.Ordinal), StringComparer.Ordinal);
    }

    /// <summary>One line without anything that could be a link, a mention, markup or a masked person.</summary>
    public static bool IsPlain(string text) =>
        text.Trim().Length > 0 && !text.Any(char.IsControl) && text.IndexOfAny(['<', '>', '@', '`', '|', '*', '[', ']', '{', '}', '\\']) < 0 && !Link().IsMatch(text);

    private static bool Carries(string message, string headline, IReadOnlyList<int> counts) =>
        Overlap(message, headline) >= MostlySaid
        && Names(headline).All(name => Stems(message).Contains(Stem(name)))
        && Numbers(headline).All(number => Numbers(message).Contains(number, StringComparer.Ordinal) || counts.Any(count => number == count.ToString(CultureInfo.InvariantCulture)))
        && DeniesAlike(Sentences.Of(message).MaxBy(sentence => Overlap(sentence, headline)) ?? message, headline);

    // One hostile message among many cannot make itself the headline of them all.
    private static bool IsTypical(string headline, IReadOnlyList<string> messages) =>
        messages.Count < 3 || Told(headline).Any(word => 2 * messages.Count(message => Stems(message).Contains(Stem(word))) >= messages.Count);

    private static double Overlap(string said, string headline)
    {
        var (stems, told) = (Stems(said), Told(headline));
        var carried = told.Count(word => stems.Contains(Stem(word)));
        return carried < 2 ? 0 : (double)carried / told.Count;
    }

    private static List<string> Told(string headline) => [.. Words(headline).Where(word => word.Length >= ShortestWord)];

    private static HashSet<string> Stems(string text) => Words(text).Select(Stem).ToHashSet(StringComparer.OrdinalIgnoreCase);

    // What was denied stays denied, in the same words; what was not is not.
    private static bool DeniesAlike(string said, string headline)
    {
        var (denied, told) = (Denials(said), Denials(headline));
        return denied.Count == 0 ? told.Count == 0 : told.Count > 0 && told.IsSubsetOf(denied);
    }

    private static HashSet<string> Denials(string text) => Words(text)
        .Select(word => word.EndsWith("n't", StringComparison.OrdinalIgnoreCase) || word.EndsWith("n’t", StringComparison.OrdinalIgnoreCase) ? "not" : word)
        .Where(Negations.Contains)
        .ToHashSet(StringComparer.OrdinalIgnoreCase);

    // A capital inside the sentence makes a name; German writes all nouns so, and asks for no more than that each was said.
    private static IEnumerable<string> Names(string text) => Words(text).Skip(1).Where(word => char.IsUpper(word[0]));

    private static IEnumerable<string> Numbers(string text) => Number().Matches(text).Select(match => match.Value.Trim('.', ','));

    private static IEnumerable<string> Words(string text) => Word().Matches(text).Select(match => match.Value);

    private static string Stem(string word) => word.Length <= StemLength ? word : word[..StemLength];

    [GeneratedRegex(@"[\p{L}\p{M}]+(?:['’][\p{L}]+)?", RegexOptions.NonBacktracking)]
    private static partial Regex Word();

    [GeneratedRegex(@"\d[\d.,:]*", RegexOptions.NonBacktracking)]
    private static partial Regex Number();

    [GeneratedRegex(@"https?:|www\.|\b[\w-]+\.(?:com|net|org|io|ai|app|co|de|fr|es|it|ru|xyz|info|biz)\b", RegexOptions.IgnoreCase | RegexOptions.NonBacktracking)]
    private static partial Regex Link();
}
