using System.Globalization;

namespace DigestBot.Core.Understanding;

/// <summary>
/// A head of a lexicon file: <c>[en sentiment 3]</c>, <c>[any topic delays, department Operations, problem 1]</c>.
/// The first word is a language or <c>any</c>; what follows holds for each entry up to the next head.
/// </summary>
/// <param name="Tongue">Column of the language, or -1 for all.</param>
internal sealed record LexiconSection(int Tongue)
{
    internal int? Sentiment { get; init; }

    internal int Suggestion { get; init; }

    /// <summary>How strongly they advise other customers.</summary>
    internal int Advice { get; init; }

    internal int Problem { get; init; }

    internal int Spam { get; init; }

    internal int Severity { get; init; }

    internal string? Topic { get; init; }

    internal string? Department { get; init; }

    /// <summary>Name of a set of words that patterns use as <c>{name}</c>.</summary>
    internal string? Set { get; init; }

    /// <summary>Number of a configured name, or -1.</summary>
    internal int Name { get; init; } = -1;

    internal Cue Cues { get; init; }

    /// <summary>Reads a head.</summary>
    /// <exception cref="FormatException">The head is not understood; a mistake in our own files.</exception>
    internal static LexiconSection Parse(string head)
    {
        var space = head.IndexOf(' ', StringComparison.Ordinal);
        var section = new LexiconSection(TongueOf(head[..space]));
        foreach (var part in head[space..].Split(',', StringSplitOptions.TrimEntries))
            section = section.With(part);
        return section;
    }

    private LexiconSection With(string part)
    {
        var space = part.IndexOf(' ', StringComparison.Ordinal);
        return space < 0
            ? this with { Cues = Cues | Enum.Parse<Cue>(part, ignoreCase: true) }
            : With(part[..space], part[(space + 1)..]);
    }

    private LexiconSection With(string property, string value) => property switch
    {
        "topic" => this with { Topic = value },
        "department" => this with { Department = value },
        "set" => this with { Set = value },
        "sentiment" => this with { Sentiment = Number(value) },
        "suggestion" => this with { Suggestion = Number(value) },
        "advice" => this with { Advice = Number(value) },
        "problem" => this with { Problem = Number(value) },
        "spam" => this with { Spam = Number(value) },
        "severity" => this with { Severity = Number(value) },
        _ => throw new FormatException($"A lexicon knows no property '{property}'."),
    };

    private static int Number(string value) => int.Parse(value, CultureInfo.InvariantCulture);

    private static int TongueOf(string code)
    {
        var tongue = Tongues.IndexOf(code);
        return tongue >= 0 || code == "any" ? tongue : throw new FormatException($"A lexicon knows no language '{code}'.");
    }
}
