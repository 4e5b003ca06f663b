using System.Collections.Frozen;

namespace DigestBot.Core.Understanding.Concepts;

/// <summary>
/// The concepts that come with the program, found by their names. Read once, and only when a company configures a name.
/// In a file <c>[a, b]</c> opens a concept that firms call a or b, <c>[set x]</c> a set for patterns; the lines after it hold
/// words and patterns between commas, for every language or, after <c>de:</c>, for one.
/// </summary>
internal sealed class Thesaurus
{
    private static readonly Lazy<Thesaurus> Read = new(() => new(LexiconFiles.Texts(".Concepts.")));

    private readonly FrozenDictionary<string, Concept[]> _concepts;

    /// <summary>Reads files.</summary>
    /// <exception cref="FormatException">A file is not shaped as it should be; a mistake in our own files.</exception>
    internal Thesaurus(IEnumerable<string> files)
    {
        var concepts = new List<Concept>();
        var sets = new List<(LexiconSection, string)>();
        foreach (var (head, lines) in files.SelectMany(Parts))
        {
            if (head.StartsWith("set ", StringComparison.Ordinal))
                sets.AddRange(lines.SelectMany(line => Entries(line, new(-1) { Set = head[4..] })));
            else
                concepts.Add(new(Cut(head), [.. lines.SelectMany(line => Entries(line, new(-1)))]));
        }
        (Sets, Concepts) = (sets, concepts);
        _concepts = concepts.SelectMany(concept => concept.Names.Select(name => (Key: NameKey.Of(name), Concept: concept)))
            .GroupBy(named => named.Key, named => named.Concept, StringComparer.Ordinal)
            .ToFrozenDictionary(named => named.Key, named => named.Distinct().ToArray(), StringComparer.Ordinal);
    }

    /// <summary>The one that comes with the program.</summary>
    internal static Thesaurus BuiltIn => Read.Value;

    /// <summary>Every concept.</summary>
    internal IReadOnlyList<Concept> Concepts { get; }

    /// <summary>The words of the sets that the patterns use.</summary>
    internal IReadOnlyList<(LexiconSection Section, string Entry)> Sets { get; }

    /// <summary>The concepts that a firm may mean by a name, in the singular or the plural; none when it is unknown.</summary>
    internal IReadOnlyList<Concept> Named(string name) =>
        NameKey.Numbers(NameKey.Of(name)).Select(key => _concepts.GetValueOrDefault(key)).FirstOrDefault(found => found is not null) ?? [];

    private static IEnumerable<(string Head, List<string> Lines)> Parts(string file)
    {
        var part = (Head: "", Lines: new List<string>());
        foreach (var line in file.Split('\n', StringSplitOptions.TrimEntries | StringSplitOptions.RemoveEmptyEntries).Where(line => line[0] != '#'))
        {
            if (line is not ['[', .., ']'])
            {
                part.Lines.Add(line);
                continue;
            }
            if (part.Lines.Count > 0)
                yield return part;
            part = (line[1..^1], []);
        }
        yield return part.Head.Length > 0 ? part : throw new FormatException("A file of concepts begins with a head.");
    }

    private static IEnumerable<(LexiconSection, string)> Entries(string line, LexiconSection section)
    {
        if (line.IndexOf(": ", StringComparison.Ordinal) is 2)
            (section, line) = (section with { Tongue = Tongues.IndexOf(line.AsSpan(0, 2)) }, line[4..]);
        return Cut(line).Select(entry => (section, entry));
    }

    private static string[] Cut(string line) => line.Split(',', StringSplitOptions.TrimEntries | StringSplitOptions.RemoveEmptyEntries);
}
