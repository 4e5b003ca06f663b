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
    private readonly bool[] _isOwn;
    private readonly bool _hasOwn;
    private readonly (int Listed, int Plain)[] _listed;
    private readonly (int General, int Specific)[] _specific;

    /// <summary>Takes the names from the lexicon; a configured department goes before the built-in ones.</summary>
    internal SubjectRule(Lexicon lexicon, ReadingRules rules)
    {
        var names = Array.ConvertAll(lexicon.Topics, CompanyWords.Shown);
        var own = rules.Topics.Keys.ToHashSet(StringComparer.OrdinalIgnoreCase);
        _topics = new([.. names.Select(name => own.TryGetValue(name, out var written) ? written : name)]);
        _isOwn = [.. names.Select(own.Contains)];
        _hasOwn = own.Count > 0;
        _listed = [.. Enumerable.Range(0, names.Length).Where(i => CompanyWords.IsConfigured(lexicon.Topics[i])).Select(i => (i, PlainOf(i, names)))];
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
        PreferListed(topics);
        if (_hasOwn)
            MakeRoomForOwn(topics);
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

    // A topic may be pointed to by words that the company listed and by words that we know for it; it is one topic all the same.
    private static int PlainOf(int listed, string[] names) =>
        Array.FindIndex(names, name => name.Equals(names[listed], StringComparison.OrdinalIgnoreCase)) is var first && first != listed
            ? first
            : Math.Max(listed, Array.FindLastIndex(names, name => name.Equals(names[listed], StringComparison.OrdinalIgnoreCase)));

    private void PreferListed(Span<float> topics)
    {
        foreach (var (listed, plain) in _listed)
        {
            if (topics[listed] <= 0)
                continue;
            var votes = topics[listed];
            topics[listed] = 0;
            topics[plain] += votes + ConfiguredFirst;
        }
    }

    // Few topics are shown of a mention; what the company asks for is never left out for what it does not.
    private void MakeRoomForOwn(Span<float> topics)
    {
        for (var voted = topics.Length - topics.Count(0f); voted > MostTopics; voted--)
        {
            var weakest = -1;
            for (var i = 0; i < topics.Length; i++)
            {
                if (!_isOwn[i] && topics[i] > 0 && (weakest < 0 || topics[i] < topics[weakest]))
                    weakest = i;
            }
            if (weakest < 0)
                return;
            topics[weakest] = 0;
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
