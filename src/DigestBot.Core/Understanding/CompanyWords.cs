using DigestBot.Core.Mentions;
using DigestBot.Core.Understanding.Concepts;

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

    private const int LongestPhrase = 20;

    private static readonly string[] Inflections = ["s", "es", "n", "en"];

    private static readonly Lexicon NoWords = new LexiconBuilder().Build();

    /// <summary>Adds everything that <paramref name="rules"/> say.</summary>
    internal static void AddTo(LexiconBuilder builder, ReadingRules rules)
    {
        if (rules.Topics.Count > 0 || rules.Departments.Values.Any(words => words.Count == 0))
            AddAll(builder, Thesaurus.BuiltIn.Sets, new(-1));
        foreach (var (department, words) in rules.Departments)
            AddDepartment(builder, department, words);
        foreach (var (topic, words) in rules.Topics.Where(topic => !string.IsNullOrWhiteSpace(topic.Key)))
            AddTopic(builder, topic, words);
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

    /// <summary>Whether a department's name in the lexicon comes from the settings; of a topic's, whether the company listed the words itself.</summary>
    internal static bool IsConfigured(string subject) => subject is [ConfiguredMark, ..];

    /// <summary>A subject's name as people see it.</summary>
    internal static string Shown(string subject) => IsConfigured(subject) ? subject[1..] : subject;

    /// <summary>Names as people see them; a default that is configured too is written as configured.</summary>
    internal static string[] ShownDepartments(string[] departments)
    {
        var configured = departments.Where(IsConfigured).Select(Shown).ToArray();
        return [.. departments.Select(d => IsConfigured(d) ? Shown(d) : configured.FirstOrDefault(c => c.Equals(d, StringComparison.OrdinalIgnoreCase)) ?? d)];
    }

    private static void AddDepartment(LexiconBuilder builder, string department, IReadOnlyList<string> words)
    {
        var section = new LexiconSection(-1) { Department = ConfiguredMark + department };
        AddWords(builder, words, section);
        if (words.Count > 0 || LexiconFiles.BuiltIn.Any(entry => department.Equals(entry.Section.Department, StringComparison.OrdinalIgnoreCase)))
            return; // the company knows better, or the defaults do
        AddWords(builder, [department], section);
        foreach (var concept in new TopicName(department, Thesaurus.BuiltIn).Concepts)
            AddAll(builder, concept.Words, section);
    }

    private static void AddTopic(LexiconBuilder builder, string topic, IReadOnlyList<string> words)
    {
        var (name, section) = (new TopicName(topic, Thesaurus.BuiltIn), new LexiconSection(-1) { Topic = topic });
        AddWords(builder, words, section with { Topic = ConfiguredMark + topic });
        if (!name.IsGeneral)
            AddWords(builder, name.Parts.Prepend(topic), section);
        foreach (var concept in name.Concepts)
            AddAll(builder, concept.Words, section);
    }

    private static void AddAll(LexiconBuilder builder, IEnumerable<(LexiconSection Section, string Entry)> words, LexiconSection subject)
    {
        foreach (var (section, entry) in words)
            builder.Add(section with { Topic = subject.Topic, Department = subject.Department }, entry);
    }

    private static void AddWords(LexiconBuilder builder, IEnumerable<string> words, LexiconSection section)
    {
        foreach (var word in words)
        {
            var entry = string.Join(' ', PiecesOf(word).Take(LongestPhrase));
            if (entry.Length == 0)
                continue;
            var isBeginning = word[^1] == '*' && entry.Length > Lexicon.ShortestPrefix;
            builder.Add(section, isBeginning ? entry + "*" : entry);
            if (!isBeginning && entry.Length > Lexicon.ShortestPrefix && char.IsAsciiLetter(entry[^1]))
                AddInflections(builder, entry, section);
        }
    }

    private static void AddInflections(LexiconBuilder builder, string entry, LexiconSection section)
    {
        foreach (var ending in Inflections)
            builder.Add(section, entry + ending);
        if (entry[^1] == 'y')
            builder.Add(section, entry[..^1] + "ies");
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
