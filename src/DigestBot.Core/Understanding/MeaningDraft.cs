namespace DigestBot.Core.Understanding;

/// <summary>A <see cref="Meaning"/> while the lexicon is put together.</summary>
internal sealed class MeaningDraft
{
    private readonly SortedSet<int> _topics = [];
    private readonly SortedSet<int> _departments = [];
    private readonly SortedSet<int> _names = [];
    private Meaning _meaning = Meaning.Nothing;

    /// <summary>Adds what a head says. Later heads win over earlier ones; subjects and cues add up.</summary>
    internal void Apply(LexiconSection section, int topic, int department)
    {
        _meaning.Sentiment = (sbyte?)section.Sentiment ?? _meaning.Sentiment;
        _meaning.Suggestion = section.Suggestion != 0 ? (sbyte)section.Suggestion : _meaning.Suggestion;
        _meaning.Advice = section.Advice != 0 ? (sbyte)section.Advice : _meaning.Advice;
        _meaning.Problem = section.Problem != 0 ? (sbyte)section.Problem : _meaning.Problem;
        _meaning.Spam = section.Spam != 0 ? (sbyte)section.Spam : _meaning.Spam;
        _meaning.Severity = section.Severity != 0 ? (sbyte)section.Severity : _meaning.Severity;
        _meaning.Cues |= section.Cues;
        AddTo(_topics, topic);
        AddTo(_departments, department);
        AddTo(_names, section.Name);
    }

    /// <summary>Takes over what <paramref name="wider"/> (a prefix of the same word) says and this does not.</summary>
    internal void Inherit(MeaningDraft wider)
    {
        var from = wider._meaning;
        if (_meaning.Sentiment == Meaning.NoSentiment)
            _meaning.Sentiment = from.Sentiment;
        _meaning.Suggestion = _meaning.Suggestion == 0 ? from.Suggestion : _meaning.Suggestion;
        _meaning.Advice = _meaning.Advice == 0 ? from.Advice : _meaning.Advice;
        _meaning.Problem = _meaning.Problem == 0 ? from.Problem : _meaning.Problem;
        _meaning.Spam = _meaning.Spam == 0 ? from.Spam : _meaning.Spam;
        _meaning.Severity = _meaning.Severity == 0 ? from.Severity : _meaning.Severity;
        _meaning.Cues |= from.Cues;
        _topics.UnionWith(wider._topics);
        _departments.UnionWith(wider._departments);
        _names.UnionWith(wider._names);
    }

    /// <summary>The finished meaning; <paramref name="setOf"/> gives a set of numbers its number.</summary>
    internal Meaning Finish(Func<SortedSet<int>, ushort> setOf) => _meaning with
    {
        Topics = setOf(_topics),
        Departments = setOf(_departments),
        Names = setOf(_names),
    };

    private static void AddTo(SortedSet<int> set, int number)
    {
        if (number >= 0)
            set.Add(number);
    }
}
