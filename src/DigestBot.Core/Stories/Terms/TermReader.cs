using System.Runtime.InteropServices;
using DigestBot.Core.Stories.Trends;
using DigestBot.Core.Understanding;

namespace DigestBot.Core.Stories.Terms;

/// <summary>
/// A term of a mention: a story key, topic or phrase of its insight, or stems of its text: one, or two that stand near each
/// other in either order.
/// </summary>
/// <param name="First">Number in the vocabulary.</param>
/// <param name="Second">Number of the second stem; -1 when there is none.</param>
internal readonly record struct Term(int First, int Second);

/// <summary>Says in what terms a mention speaks. Not safe for several threads.</summary>
internal sealed class TermReader
{
    /// <summary>Begins terms of stems in summaries, so that they are never taken for what people may be shown.</summary>
    internal const char StemMark = '~';

    /// <summary>The topic of praise at large: no happening.</summary>
    internal const string GeneralPraise = "thanks and praise";
    private const int Near = 3;
    private readonly Vocabulary _vocabulary = new();
    private readonly Vocabulary _stems = new();
    private readonly ContentWords _words;
    private readonly Dictionary<(MentionKind Kind, string Topic), int> _keys = [];
    private readonly List<Term> _terms = [];
    private const int StemsFrom = 1 << 24; // numbers of stems lie above those of topics and phrases

    public TermReader() => _words = new(_stems);

    /// <summary>The words of a text that tell what it is about; valid until the next call on this reader.</summary>
    public List<ContentWord> WordsOf(string text) => _words.Of(text);

    /// <summary>The terms, some of them more than once; valid until the next call.</summary>
    public ReadOnlySpan<Term> Of(ReadMention mention)
    {
        _terms.Clear();
        AddInsight(mention.Insight);
        AddStems(_words.Of(mention.Mention.Text));
        return CollectionsMarshal.AsSpan(_terms);
    }

    /// <summary>The term as summaries keep it; the same on every run.</summary>
    public string NameOf(Term term)
    {
        if (term.First < StemsFrom)
            return _vocabulary[term.First];
        var first = _stems[term.First - StemsFrom];
        if (term.Second < 0)
            return StemMark + first;
        var second = _stems[term.Second - StemsFrom];
        return string.CompareOrdinal(first, second) < 0 ? $"{StemMark}{first} {second}" : $"{StemMark}{second} {first}";
    }

    /// <summary>The term of a topic or phrase.</summary>
    public Term TermOf(string topicOrPhrase) => new(_vocabulary.Number(topicOrPhrase), -1);

    /// <summary>Stems of the text, as opposed to what the insight names.</summary>
    public static bool IsOfStems(Term term) => term.First >= StemsFrom;

    /// <summary>The word's stem is one of the term's.</summary>
    public static bool Has(Term term, ContentWord word) => term.First == word.Stem + StemsFrom || term.Second == word.Stem + StemsFrom;

    /// <summary>Both speak of the same word.</summary>
    public static bool ShareStem(Term one, Term other) =>
        IsOfStems(one) && IsOfStems(other)
        && (one.First == other.First || one.First == other.Second || (one.Second >= 0 && (one.Second == other.First || one.Second == other.Second)));

    /// <summary>Hashes of the topics of an insight, the same on every run.</summary>
    public static uint[] TopicHashes(Insight insight) => [.. insight.Topics.Where(topic => topic != GeneralPraise).Select(WeekSample.HashOf)];

    /// <summary>Hashes of the stems of the telling words that were read last, in their order.</summary>
    public uint[] WordHashes() => [.. _words.Last.Select(word => WeekSample.HashOf(_stems[word.Stem]))];

    private void AddInsight(Insight insight)
    {
        // A mention is told as one story, so it counts for the key of its first topic only.
        if (insight.Topics is [var first, ..])
            AddKey(insight.Kind, first);
        foreach (var topic in insight.Topics)
            Add(topic);
        foreach (var phrase in insight.Phrases)
            Add(phrase);
    }

    // Keys are made of few topics; composing the text for every mention would be a good part of the work.
    private void AddKey(MentionKind kind, string topic)
    {
        if (!_keys.TryGetValue((kind, topic), out var number))
        {
            number = _vocabulary.Number(StoryKey.OfTopic(kind, topic));
            _keys.Add((kind, topic), number);
        }
        if (number >= 0)
            _terms.Add(new(number, -1));
    }

    private void Add(string text)
    {
        var number = _vocabulary.Number(text);
        if (number >= 0)
            _terms.Add(new(number, -1));
    }

    private void AddStems(List<ContentWord> words)
    {
        for (var i = 0; i < words.Count; i++)
        {
            var here = words[i].Stem + StemsFrom;
            _terms.Add(new(here, -1));
            for (var j = i + 1; j < words.Count && j < i + Near; j++)
            {
                var there = words[j].Stem + StemsFrom;
                if (here != there)
                    _terms.Add(new(Math.Min(here, there), Math.Max(here, there)));
            }
        }
    }
}
