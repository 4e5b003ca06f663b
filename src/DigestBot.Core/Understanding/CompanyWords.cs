using DigestBot.Core.Mentions;

namespace DigestBot.Core.Understanding;

/// <summary>Turns what a company configured (names, department words, topic words) into entries of the lexicon.</summary>
internal static class CompanyWords
{
    /// <summary>Number of the brand among the names.</summary>
    internal const int Brand = 0;

    /// <summary>Number of the words that make a mention not ours.</summary>
    internal const int Excluded = 1;

    /// <summary>Number of the first competitor.</summary>
    internal const int FirstCompetitor = 2;

    private const char ConfiguredMark = '\u0001';

    private static readonly Lexicon NoWords = new LexiconBuilder().Build();

    /// <summary>Adds everything that <paramref name="rules"/> say.</summary>
    internal static void AddTo(LexiconBuilder builder, ReadingRules rules)
    {
        foreach (var (department, words) in rules.Departments)
            AddWords(builder, words, new LexiconSection(-1) { Department = ConfiguredMark + department });
        foreach (var (topic, words) in rules.Topics)
            AddWords(builder, words.Prepend(topic), new LexiconSection(-1) { Topic = topic });
        foreach (var (name, number) in NamesOf(rules.Brand))
        {
            AddName(builder, name, number);
            if (Folding.WithoutUmlauts(name) is { } plain)
                AddName(builder, plain, number);
        }
    }

    /// <summary>Every name that is listened for, with its number.</summary>
    internal static IEnumerable<(string Name, int Number)> NamesOf(Brand brand) =>
        brand.Aliases.Prepend(brand.Name).Select(name => (name, Brand))
            .Concat(brand.Exclude.Select(name => (name, Excluded)))
            .Concat(brand.Competitors.Select((name, i) => (name, FirstCompetitor + i)));

    /// <summary>Whether a department's name in the lexicon comes from the settings.</summary>
    internal static bool IsConfigured(string department) => department[0] == ConfiguredMark;

    /// <summary>Names as people see them; a default that is configured too is written as configured.</summary>
    internal static string[] ShownDepartments(string[] departments)
    {
        var configured = departments.Where(IsConfigured).Select(d => d[1..]).ToArray();
        return [.. departments.Select(d => IsConfigured(d) ? d[1..] : configured.FirstOrDefault(c => c.Equals(d, StringComparison.OrdinalIgnoreCase)) ?? d)];
    }

    private static void AddWords(LexiconBuilder builder, IEnumerable<string> words, LexiconSection section)
    {
        foreach (var word in words)
        {
            var entry = string.Join(' ', PiecesOf(word));
            if (entry.Length == 0)
                continue;
            var isBeginning = word[^1] == '*' && entry.Length > Lexicon.ShortestPrefix;
            builder.Add(section, isBeginning ? entry + "*" : entry);
            if (!isBeginning && entry.Length > Lexicon.ShortestPrefix && char.IsAsciiLetter(entry[^1]))
                builder.Add(section, entry + "s");
        }
    }

    private static void AddName(LexiconBuilder builder, string name, int number)
    {
        var section = new LexiconSection(-1) { Name = number };
        var pieces = PiecesOf(name);
        if (pieces.Count == 0)
            return;
        builder.Add(section, string.Join(' ', pieces));
        builder.Add(section, string.Join(' ', pieces) + "s"); // "Southwest's"
        if (pieces.Count > 1)
            builder.Add(section, string.Concat(pieces)); // "#ExampleBank" in small letters
    }

    // Cut exactly as texts are, so that "L'Oréal" and "wi-fi" are found.
    private static List<string> PiecesOf(string words)
    {
        var buffer = new TokenBuffer();
        Tokenizer.Run(words, NoWords, buffer);
        var pieces = new List<string>();
        foreach (var token in buffer.Tokens)
        {
            if (!token.IsBreak && token.Kind != TokenKind.Emoji)
                pieces.Add(words.Substring(token.Start, token.Length).TrimStart('@'));
        }
        return pieces;
    }
}
