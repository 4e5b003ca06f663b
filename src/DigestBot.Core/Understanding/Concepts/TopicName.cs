using System.Text.RegularExpressions;

namespace DigestBot.Core.Understanding.Concepts;

/// <summary>A name that a company gave a topic or a department, and what may be meant by it.</summary>
internal sealed partial class TopicName
{
    private const int LongestName = 200;
    private const int ShortestLiteral = 3;

    // "Delivery problems" are about delivery.
    private static readonly HashSet<string> General = new(
        [
            "problem", "problems", "issue", "issues", "question", "questions", "query", "queries", "trouble", "troubles", "topic", "topics", "request", "requests", "device",
            "devices", "experience", "feedback", "general", "our", "the", "my", "your", "other", "others", "misc", "miscellaneous", "various", "stuff", "things", "related", "matters",
            "fragen", "frage", "probleme", "thema", "themen", "sonstige", "sonstiges", "allgemein", "allgemeines", "unsere", "der", "die", "das", "gerat", "gerate",
            "probleme", "problemes", "questions", "autre", "autres", "divers", "general", "la", "le", "les", "de", "du", "des", "appareil",
            "problema", "problemas", "problemi", "pregunta", "preguntas", "domande", "otro", "otros", "altro", "altri", "outro", "outros", "varios", "vari", "el", "los", "las", "il", "lo", "gli",
            "vragen", "problemen", "overig", "overige", "algemeen", "het",
        ],
        StringComparer.Ordinal);

    /// <summary>Takes a name apart.</summary>
    internal TopicName(string name, Thesaurus thesaurus)
    {
        var whole = name.Length > LongestName ? name[..LongestName] : name;
        Concepts = thesaurus.Named(whole);
        if (Concepts.Count > 0)
            return;
        var parts = Joints().Split(whole).Where(part => NameKey.Of(part).Length >= ShortestLiteral).ToList();
        Concepts = [.. parts.SelectMany(part => Meant(part, thesaurus)).Distinct()];
        Parts = parts.Count > 1 ? [.. parts.Where(part => !General.Contains(NameKey.Of(part)))] : [];
        IsGeneral = WordsOf(whole).All(word => General.Contains(NameKey.Of(word)));
    }

    /// <summary>What may be meant; none when nothing is known by this name.</summary>
    internal IReadOnlyList<Concept> Concepts { get; }

    /// <summary>What it is made of ("Song", "Artist") when it has several parts.</summary>
    internal IReadOnlyList<string> Parts { get; } = [];

    /// <summary>It says nothing that a mention could be about: "Other", "General questions".</summary>
    internal bool IsGeneral { get; }

    private static IReadOnlyList<Concept> Meant(string part, Thesaurus thesaurus)
    {
        if (thesaurus.Named(part) is { Count: > 0 } found)
            return found;
        var telling = WordsOf(part).Where(word => !General.Contains(NameKey.Of(word))).ToList();
        return telling.Count == 0 ? [] : thesaurus.Named(string.Concat(telling));
    }

    private static string[] WordsOf(string text) => text.Split([' ', '-', '\t'], StringSplitOptions.RemoveEmptyEntries);

    [GeneratedRegex(@"[/&,;+|()\[\]{}<>:]|\s(?:and|or|und|oder|et|ou|y|o|e|en|of|och)\s", RegexOptions.IgnoreCase | RegexOptions.CultureInvariant, matchTimeoutMilliseconds: 1000)]
    private static partial Regex Joints();
}
