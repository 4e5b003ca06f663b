using DigestBot.Core.Stories.Copies;
using DigestBot.Core.Stories.Terms;
using DigestBot.Core.Stories.Trends;
using DigestBot.Core.Understanding;

namespace DigestBot.Core.Stories;

/// <summary>
/// Gives each mention of a week to one story: events first, then texts that were copied, then single mentions that went far,
/// then topics; what is left stands alone.
/// </summary>
internal sealed class StorySorting(
    IReadOnlyList<ReadMention> mentions, int[] copies, TaughtStories taught, History history, TermReader reader)
{
    /// <summary>Candidates handed on; the ranking chooses ten of them.</summary>
    private const int MostStories = 2_000;
    private const int FewestCopies = 3;
    private const int FewestEvent = 5;
    private const double LeastRatio = 2;
    private const double FewOthers = 1 / 3d;
    private const int FewestWords = 4;
    private const int MostAlone = 50;
    private const long FarLeast = 50;
    private const double FarTimesOthers = 10;
    private readonly bool[] _isTaken = new bool[mentions.Count];
    private readonly List<StoryDraft> _drafts = [];
    private readonly StoryWriter _writer = new(history);

    public IReadOnlyList<Story> Sort(IReadOnlyList<Trend> trends)
    {
        foreach (var trend in trends)
            AddEvent(trend);
        AddCopies();
        AddWhatWentFar();
        AddTopics();
        AddTheRest();
        taught.Move(_drafts, copies, DraftOfCopies);
        return [.. _drafts.ConvertAll(Written)
            .OrderByDescending(story => story.Authors)
            .ThenByDescending(story => story.Engagement)
            .ThenBy(story => story.Key, StringComparer.Ordinal)
            .Take(MostStories)
            .OrderByDescending(story => story.Mentions.Count)
            .ThenBy(story => story.Key, StringComparer.Ordinal)];
    }

    /// <summary>Trends as they are told, each with all its mentions; after <see cref="Sort"/>.</summary>
    public IReadOnlyList<WeekTrend> Told(IEnumerable<Trend> trends)
    {
        var keys = new string?[mentions.Count];
        foreach (var draft in _drafts)
        {
            foreach (var member in draft.Members)
                keys[member] = draft.Key;
        }
        return [.. trends.Select(trend => Told(trend, keys))];
    }

    private WeekTrend Told(Trend trend, string?[] keys)
    {
        var members = trend.Members.Select(Mention).ToList();
        var subject = trend.State is TrendState.Fading ? trend.Term : TrendNames.Of(trend.Lead, members, mentions, reader);
        var story = _writer.Write(StoryKey.OfEvent(trend.Term), subject, StoryBasis.Event, members) with { Before = history.Of(trend.Term) };
        var most = trend.Members.Select(member => keys[member]).OfType<string>().CountBy(key => key).OrderByDescending(key => key.Value).ThenBy(key => key.Key, StringComparer.Ordinal).FirstOrDefault();
        return new(Bursting(story, trend), trend.State, trend.Weeks, Math.Round(trend.Usual, 3), trend.Chance)
        {
            ToldBy = 2 * most.Value > trend.Members.Count ? most.Key : null,
        };
    }

    private void AddEvent(Trend trend)
    {
        var members = SameDirection([.. trend.Members.Where(IsFree)]);
        if (members.Count < FewestEvent)
            return;
        if (SharedTopic(members) is { } topic && Ratio(topic) is >= LeastRatio and var ratio)
        {
            members = [.. members.Union(OfTopic(topic.Topic, topic.IsPraise)).Order()];
            var kinds = members.CountBy(member => Mention(member).Insight.Kind).OrderByDescending(kind => kind.Value).ThenBy(kind => kind.Key);
            TakeTopic(topic.Topic, new([.. kinds.Select(kind => kind.Key)], members), StoryBasis.Event, story => Bursting(story, trend) with { Burst = ratio });
            return;
        }
        var subject = TrendNames.Of(trend.Lead, members.ConvertAll(Mention), mentions, reader);
        Take(members, StoryKey.OfEvent(trend.Term), subject, StoryBasis.Event, story => Bursting(story, trend) with { Before = history.Of(trend.Term) });
    }

    // The ratio shown is the topic's own; a word that bursts inside a topic that does not is no burst of the topic.
    private double Ratio((bool IsPraise, string Topic) topic)
    {
        var members = OfTopic(topic.Topic, topic.IsPraise).ToList();
        var people = members.Select(member => (Mention(member).Mention.Id.Source, Mention(member).Mention.Author)).Distinct().Count();
        var kinds = members.Select(member => Mention(member).Insight.Kind).Distinct();
        var usual = Math.Max(1, kinds.Sum(kind => history.Authors(StoryKey.OfTopic(kind, topic.Topic)))) / history.Volume * mentions.Count;
        return people / usual;
    }

    private static Story Bursting(Story story, Trend trend) => story with
    {
        Burst = trend.State is TrendState.Fading ? 0 : trend.Ratio,
        BurstChance = trend.Chance,
    };

    // One happening pleases or annoys; who feels the opposite tells something else.
    private List<int> SameDirection(List<int> members)
    {
        var sign = Math.Sign(members.Sum(member => (int)Mention(member).Insight.Sentiment));
        var along = members.FindAll(member => (int)Mention(member).Insight.Sentiment != -sign);
        // Among praise a few who sound sad tell the same: "lost his hearing aid" is said in the story of how it was found.
        var isToldAlong = sign > 0 && members.Count - along.Count <= FewOthers * members.Count;
        return sign == 0 || isToldAlong ? members : along;
    }

    // An event that is the burst of a known concern is that concern, so that next week knows it again.
    private (bool IsPraise, string Topic)? SharedTopic(List<int> members)
    {
        var most = members.Select(member => Mention(member).Insight)
            .Where(insight => insight.Topics.Count > 0)
            .GroupBy(insight => (IsPraise: insight.Kind is MentionKind.Win, Topic: insight.Topics[0]))
            .OrderByDescending(group => group.Count()).ThenBy(group => group.Key.Topic, StringComparer.Ordinal)
            .FirstOrDefault();
        var isShared = most is not null && 10 * most.Count() >= 7 * members.Count && 2 * members.Count >= OfTopic(most.Key.Topic, most.Key.IsPraise).Count();
        return isShared ? most!.Key : null;
    }

    private IEnumerable<int> OfTopic(string topic, bool isPraise) =>
        Free().Where(member => Mention(member).Insight is { Topics: [var first, ..] } insight && (insight.Kind is MentionKind.Win) == isPraise && first == topic);

    private void AddCopies()
    {
        foreach (var group in Free().GroupBy(member => copies[member]).Where(group => group.Count() >= FewestCopies).ToList())
        {
            if (SketchReader.CountWords(Text(group.First())) >= FewestWords)
                TakeCopies([.. group]);
        }
    }

    private void AddWhatWentFar()
    {
        var total = mentions.Sum(mention => mention.Mention.Engagement.Total);
        var groups = Free().Where(member => WentFar(Mention(member).Mention.Engagement.Total, total))
            .OrderByDescending(member => Mention(member).Mention.Engagement.Total).ThenBy(member => Mention(member).Mention.Id)
            .Take(MostAlone).Select(member => copies[member]).Distinct().ToHashSet();
        foreach (var group in Free().Where(member => groups.Contains(copies[member])).GroupBy(member => copies[member]).ToList())
            TakeCopies([.. group]);
    }

    private bool WentFar(long engagement, long total) =>
        engagement >= FarLeast && engagement * (double)Math.Max(1, mentions.Count - 1) >= FarTimesOthers * (total - engagement);

    private void AddTopics()
    {
        var topics = Free()
            .Where(member => Mention(member).Insight.Topics.Count > 0)
            .GroupBy(member => Mention(member).Insight.Topics[0], StringComparer.Ordinal)
            .ToList();
        foreach (var topic in topics)
        {
            foreach (var side in TopicSides.Of(topic, member => Mention(member).Insight))
                TakeTopic(topic.Key, side, StoryBasis.Topic, story => story);
        }
    }

    // Weeks before are counted by kind, so a story of several kinds is compared with all of them.
    private void TakeTopic(string topic, TopicSide side, StoryBasis basis, Func<Story, Story> change)
    {
        var keys = side.Kinds.Select(kind => StoryKey.OfTopic(kind, topic)).ToList();
        Take(side.Members, keys[0], topic, basis, story => change(story) with { Kind = side.Kinds[0], Before = history.Of(keys) });
    }

    private void AddTheRest()
    {
        var rest = Free().GroupBy(member => copies[member])
            .OrderByDescending(group => group.Sum(member => Mention(member).Mention.Engagement.Total))
            .ThenBy(group => Mention(group.First()).Mention.Id)
            .Take(MostStories).ToList();
        foreach (var group in rest)
            TakeCopies([.. group]);
    }

    private void TakeCopies(List<int> members)
    {
        if (SketchReader.CountWords(Text(members[0])) > 0) // a picture, a link or emoji alone tells nothing that could be a story
            Take(DraftOfCopies(members));
    }

    private StoryDraft DraftOfCopies(List<int> members)
    {
        // The text most often copied stands for all, so that a new quote of it next week finds the same story.
        var text = members.GroupBy(member => SketchReader.HashOf(Text(member)))
            .OrderByDescending(group => group.Count()).ThenBy(group => group.Key).First();
        var first = Mention(text.First());
        var subject = first.Insight.Topics.Concat(first.Insight.Phrases).FirstOrDefault() ?? TrendNames.OfText(first.Mention.Text, reader);
        return new(StoryKey.OfCopies(text.Key), subject, StoryBasis.Copies, members, null);
    }

    private void Take(List<int> members, string key, string subject, StoryBasis basis, Func<Story, Story>? change = null) =>
        Take(new(key, subject, basis, members, change));

    private void Take(StoryDraft draft)
    {
        foreach (var member in draft.Members)
            _isTaken[member] = true;
        _drafts.Add(draft);
    }

    private Story Written(StoryDraft draft)
    {
        var story = _writer.Write(draft.Key, draft.Subject, draft.Basis, draft.Members.ConvertAll(Mention));
        return draft.Change is null ? story : draft.Change(story);
    }

    private IEnumerable<int> Free() => Enumerable.Range(0, mentions.Count).Where(IsFree);

    private bool IsFree(int member) => !_isTaken[member];

    private ReadMention Mention(int member) => mentions[member];

    private string Text(int member) => mentions[member].Mention.Text;
}
