using DigestBot.Core.Mentions;
using DigestBot.Core.Stories.Copies;
using DigestBot.Core.Understanding;

namespace DigestBot.Core.Stories;

/// <summary>Which of a week's mentions make a story, before it is written.</summary>
/// <param name="Key">Its key.</param>
/// <param name="Subject">Readable, lower case.</param>
/// <param name="Basis">What holds it together.</param>
/// <param name="Members">Mentions by their place.</param>
/// <param name="Change">What is known of the story beside its mentions.</param>
internal sealed record StoryDraft(string Key, string Subject, StoryBasis Basis, List<int> Members, Func<Story, Story>? Change);

/// <summary>
/// Does what curators said of pairs of mentions. A mention takes its copies along: who said that one of them belongs elsewhere
/// said it of all. Pairs of which a mention is not of this week say nothing here.
/// </summary>
internal sealed class TaughtStories
{
    private readonly IReadOnlyList<ReadMention> _mentions;
    private readonly List<(int One, int Other, bool IsSame)> _pairs = [];

    public TaughtStories(IReadOnlyList<SameStory> taught, IReadOnlyList<ReadMention> mentions)
    {
        _mentions = mentions;
        if (taught.Count == 0)
            return;
        var places = new Dictionary<MentionId, int>();
        for (var place = 0; place < mentions.Count; place++)
            places[mentions[place].Mention.Id] = place;
        var last = new Dictionary<(int, int), (int, int, bool)>();
        foreach (var pair in taught)
        {
            if (places.TryGetValue(pair.One, out var one) && places.TryGetValue(pair.Other, out var other) && one != other)
                last[(Math.Min(one, other), Math.Max(one, other))] = (one, other, pair.IsSame);
        }
        // Apart first: what is said to belong together is so in the end.
        _pairs.AddRange(last.Values.OrderBy(pair => pair.Item3).ThenBy(pair => pair.Item1).ThenBy(pair => pair.Item2));
    }

    /// <summary>Takes out of groups of copies what was said to be none; others of exactly its words go along.</summary>
    public int[] Apart(int[] copies)
    {
        if (_pairs.Count == 0)
            return copies;
        var (groups, next) = ((int[])copies.Clone(), copies.DefaultIfEmpty().Max() + 1);
        foreach (var (one, other, _) in _pairs.Where(pair => !pair.IsSame && groups[pair.One] == groups[pair.Other]))
        {
            var (group, words) = (groups[one], HashOf(other));
            var leaving = HashOf(one) == words
                ? [other]
                : Enumerable.Range(0, groups.Length).Where(place => groups[place] == group && HashOf(place) == words).ToList();
            foreach (var place in leaving)
                groups[place] = next;
            next++;
        }
        return groups;
    }

    /// <summary>Moves mentions between stories: into the larger of two that are the same, out of one that is not theirs.</summary>
    /// <param name="drafts">The stories; changed in place.</param>
    /// <param name="copies">The group of copies of each mention, after <see cref="Apart"/>.</param>
    /// <param name="alone">Makes a story of mentions that leave one.</param>
    public void Move(List<StoryDraft> drafts, int[] copies, Func<List<int>, StoryDraft> alone)
    {
        foreach (var (one, other, isSame) in _pairs)
        {
            var (from, to) = (drafts.Find(draft => draft.Members.Contains(other)), drafts.Find(draft => draft.Members.Contains(one)));
            if (from is null || to is null || isSame == (from == to))
                continue;
            if (isSame && (to.Members.Count, from.Key).CompareTo((from.Members.Count, to.Key)) < 0)
                Move(one, to, from);
            else if (isSame)
                Move(other, from, to);
            else
                Leave(other, from);
        }
        drafts.RemoveAll(draft => draft.Members.Count == 0);

        void Leave(int member, StoryDraft from)
        {
            var leaving = from.Members.FindAll(place => copies[place] == copies[member]);
            from.Members.RemoveAll(leaving.Contains);
            drafts.Add(alone(leaving));
        }

        void Move(int member, StoryDraft from, StoryDraft to)
        {
            var leaving = from.Members.FindAll(place => copies[place] == copies[member]);
            from.Members.RemoveAll(leaving.Contains);
            to.Members.AddRange(leaving);
            to.Members.Sort();
        }
    }

    private ulong HashOf(int place) => SketchReader.HashOf(_mentions[place].Mention.Text);
}
