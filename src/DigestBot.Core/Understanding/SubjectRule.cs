namespace DigestBot.Core.Understanding;

/// <summary>What a text is about and which part of the firm it matters to: its words vote.</summary>
internal sealed class SubjectRule
{
    private const int MostTopics = 5;
    private const int MostVotes = 512;
    private const float ConfiguredFirst = 100;

    private readonly SubjectVotes _topics;
    private readonly SubjectVotes _departments;
    private readonly bool[] _isConfigured;
    private readonly (int General, int Specific)[] _specific;

    /// <summary>Takes the names from the lexicon; a configured department goes before the built-in ones.</summary>
    internal SubjectRule(Lexicon lexicon)
    {
        _topics = new(lexicon.Topics);
        _specific = [.. Specific(lexicon.Topics)];
        _isConfigured = [.. lexicon.Departments.Select(CompanyWords.IsConfigured)];
        _departments = new(CompanyWords.ShownDepartments(lexicon.Departments));
    }

    /// <summary>Topics, best first, and the department or null.</summary>
    internal (IReadOnlyList<string> Topics, string? Department) Of(in TokenizedText text)
    {
        var topics = _topics.Count <= MostVotes ? stackalloc float[_topics.Count] : new float[_topics.Count];
        var departments = _departments.Count <= MostVotes ? stackalloc float[_departments.Count] : new float[_departments.Count];
        foreach (ref readonly var hit in text.Hits)
        {
            ref readonly var meaning = ref text.MeaningOf(hit);
            if (meaning.Topics != 0)
                SubjectVotes.Add(topics, text.Lexicon.Sets[meaning.Topics], hit);
            if (meaning.Departments != 0)
                SubjectVotes.Add(departments, text.Lexicon.Sets[meaning.Departments], hit);
        }
        PreferSpecific(topics);
        PreferConfigured(departments);
        return (_topics.TakeBest(topics, MostTopics), _departments.TakeBest(departments, 1) is [var best] ? best : null);
    }

    // "lost luggage" is about luggage too, and says more.
    private void PreferSpecific(Span<float> topics)
    {
        foreach (var (general, specific) in _specific)
        {
            if (topics[general] > 0 && topics[specific] > 0)
                topics[specific] += topics[general];
        }
    }

    private static IEnumerable<(int General, int Specific)> Specific(string[] names) =>
        from general in Enumerable.Range(0, names.Length)
        from specific in Enumerable.Range(0, names.Length)
        where names[specific].EndsWith(" " + names[general], StringComparison.Ordinal) || names[specific].StartsWith(names[general] + " ", StringComparison.Ordinal)
        select (general, specific);

    private void PreferConfigured(Span<float> departments)
    {
        for (var i = 0; i < departments.Length; i++)
        {
            if (departments[i] > 0 && _isConfigured[i])
                departments[i] += ConfiguredFirst;
        }
    }
}
