namespace DigestBot.Core.Understanding;

/// <summary>The word lists that come with the program, as they stand in <c>Lexicons/</c>.</summary>
internal static class LexiconFiles
{
    private static readonly Lazy<IReadOnlyList<(LexiconSection Section, string Entry)>> Cached = new(() => [.. Texts(".Lexicons.").SelectMany(Parse)]);

    /// <summary>Every entry under its head, in the order of the files' names.</summary>
    internal static IReadOnlyList<(LexiconSection Section, string Entry)> BuiltIn => Cached.Value;

    /// <summary>Reads one file: <c>#</c> begins a comment line, <c>[...]</c> is a head, any other line is one entry.</summary>
    internal static IEnumerable<(LexiconSection Section, string Entry)> Parse(string file)
    {
        LexiconSection? section = null;
        foreach (var line in file.Split('\n', StringSplitOptions.TrimEntries | StringSplitOptions.RemoveEmptyEntries))
        {
            if (line.StartsWith("# ", StringComparison.Ordinal))
                continue;
            if (line is ['[', .., ']'])
                section = LexiconSection.Parse(line[1..^1]);
            else
                yield return (section ?? throw new FormatException("A lexicon begins with a head."), line);
        }
    }

    /// <summary>The files of a folder of this stage, in the order of their names.</summary>
    internal static IEnumerable<string> Texts(string folder)
    {
        var assembly = typeof(LexiconFiles).Assembly;
        foreach (var name in assembly.GetManifestResourceNames().Where(n => n.Contains(folder, StringComparison.Ordinal) && n.EndsWith(".txt", StringComparison.Ordinal)).Order(StringComparer.Ordinal))
        {
            using var reader = new StreamReader(assembly.GetManifestResourceStream(name)!);
            yield return reader.ReadToEnd();
        }
    }
}
