using System.Runtime.InteropServices;
using DigestBot.Core.Stories.Terms;
using DigestBot.Core.Understanding;

namespace DigestBot.Core.Stories.Trends;

/// <summary>Which of a week's mentions use which term. Built in two steps, so that rare terms cost nothing.</summary>
internal sealed class TermPostings
{
    private const double Everyday = 0.15;
    private readonly WeekTally _tally;
    private readonly List<Term[]> _uses = []; // of each mention: one growing list would be copied, and there twice, as it grows
    private readonly List<ulong> _authors = [];
    private readonly Dictionary<Term, List<int>?> _mentions = [];

    public TermPostings(WeekTally tally) => _tally = tally;

    /// <summary>Mentions so far.</summary>
    public int Mentions => _authors.Count;

    /// <summary>Counts a mention that counts and remembers its terms.</summary>
    public void Add(ReadMention mention)
    {
        _uses.Add(_tally.AddAndRead(mention).ToArray());
        _authors.Add(AuthorSet.Hash(mention.Mention.Id.Source, mention.Mention.Author));
    }

    /// <summary>Terms of at least so many people; the others are forgotten.</summary>
    public List<Term> Terms(int fewestPeople)
    {
        for (var mention = 0; mention < _uses.Count; mention++)
            Use(_uses[mention], mention, fewestPeople);
        _uses.Clear();
        return [.. _mentions.Where(term => term.Value is not null).Select(term => term.Key)];
    }

    private void Use(Term[] terms, int mention, int fewestPeople)
    {
        foreach (var term in terms)
        {
            // A term that was refused is remembered as such: to count its people again at each use would be most of the work.
            ref var known = ref CollectionsMarshal.GetValueRefOrAddDefault(_mentions, term, out var isKnown);
            if (!isKnown && _tally.AuthorsOf(term) >= fewestPeople && !HasEverydayWord(term) && !IsEmpty(term))
                known = [];
            known?.Add(mention);
        }
    }

    // The brand's own name is in every other post: beside it any word is a pair, and none of them tells more than the word.
    private bool HasEverydayWord(Term term) =>
        term.Second >= 0 && (IsEveryday(term with { Second = -1 }) || IsEveryday(new(term.Second, -1)));

    // "last night", "first time": said of anything. Praise at large is no happening either.
    private bool IsEmpty(Term term) => !TermReader.IsOfStems(term) && NameOf(term) is var name
        && (name.EndsWith(TermReader.GeneralPraise, StringComparison.Ordinal) || name.Split(' ').All(word => StopWords.Contains(word)));

    private bool IsEveryday(Term term) => _tally.AuthorsOf(term) > Everyday * Mentions;

    public string NameOf(Term term) => _tally.Reader.NameOf(term);

    /// <summary>Mentions that use the term, in order.</summary>
    public IReadOnlyList<int> Mentioning(Term term) => _mentions[term]!;

    /// <summary>Unique authors of the term, without the mentions of <paramref name="taken"/>; exact.</summary>
    public int People(Term term, HashSet<int> taken)
    {
        var people = new HashSet<ulong>();
        foreach (var mention in _mentions[term]!)
        {
            if (!taken.Contains(mention))
                people.Add(_authors[mention]);
        }
        return people.Count;
    }
}
