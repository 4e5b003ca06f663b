using DigestBot.Core.Stories.Copies;
using DigestBot.Core.Stories.Terms;
using DigestBot.Core.Understanding;

namespace DigestBot.Core.Stories.Trends;

/// <summary>
/// Finds a few words in a row that many of a trend's people say and few others do: "waiting on hold", "unblock my pin". They begin
/// and end with a word that tells something, so that a person would say them.
/// </summary>
internal static class SaidPhrases
{
    private const int MostRead = 300;
    private const int MostCompared = 1_000;
    private const int MostWords = 4;
    private const int LongestPhrase = 40;
    private const double Enough = 0.12;
    private const double EnoughOfOne = 0.3;
    private const int FewestPeople = 3;
    private const double LeastOfWord = 0.3;
    private const double MostLift = 3;
    private const double LeastLift = 0.7;

    private static readonly string[] Belonging = ["on", "in", "at", "no", "not", "how", "where", "without", "off", "can't", "cannot", "never"];

    /// <summary>The phrase in lower case, of several words before one word; or null when nothing is said in the same words.</summary>
    /// <param name="mentions">The trend's.</param>
    /// <param name="week">All of the week, to know what everybody says.</param>
    /// <param name="term">What gave the trend away; a phrase holds it where it is a word of the text.</param>
    /// <param name="reader">Reads words.</param>
    public static string? Best(IReadOnlyList<ReadMention> mentions, IReadOnlyList<ReadMention> week, Term term, TermReader reader)
    {
        var said = Said([.. mentions.Take(MostRead)], Lifts(mentions, week, reader), term, reader);
        var (words, phrases) = (Best(said, isPhrase: false), Best(said, isPhrase: true));
        var few = Math.Max(Math.Max(FewestPeople, Enough * Math.Min(MostRead, mentions.Count)), LeastOfWord * (words?.People ?? 0));
        if (phrases?.People >= few)
            return Extended(phrases.Value.Words, mentions);
        var isSaid = words?.People >= Math.Max(FewestPeople, EnoughOfOne * Math.Min(MostRead, mentions.Count));
        return Topic(mentions) ?? (isSaid ? Extended(words!.Value.Words, mentions) : null);
    }

    private static (string Words, int People)? Best(Dictionary<string, (HashSet<(string, string)> Authors, double Worth)> said, bool isPhrase) =>
        said.Where(words => words.Key.Contains(' ', StringComparison.Ordinal) == isPhrase)
            .OrderByDescending(words => words.Value.Authors.Count * words.Value.Worth).ThenBy(words => words.Key, StringComparer.Ordinal)
            .Select(words => ((string, int)?)(words.Key, words.Value.Authors.Count)).FirstOrDefault();

    // "on hold", "how long will it take": a small word that most people put before it belongs to it.
    private static string Extended(string words, IReadOnlyList<ReadMention> mentions)
    {
        var before = mentions.Take(MostRead).Select(mention => Before(mention.Mention.Text, words)).OfType<string>().ToList();
        var most = before.CountBy(word => word, StringComparer.Ordinal).OrderByDescending(word => word.Value).ThenBy(word => word.Key, StringComparer.Ordinal).FirstOrDefault();
        return 2 * most.Value > before.Count && Array.IndexOf(Belonging, most.Key) >= 0 ? $"{most.Key} {words}" : words;
    }

    private static string? Before(string text, string words)
    {
        var at = text.IndexOf(words, StringComparison.OrdinalIgnoreCase);
        if (at < 2 || text[at - 1] != ' ')
            return null;
        var start = text.LastIndexOf(' ', at - 2) + 1;
        return text[start..(at - 1)].ToLowerInvariant();
    }

    private static Dictionary<string, (HashSet<(string, string)> Authors, double Worth)> Said(
        List<ReadMention> mentions, Dictionary<int, double> lifts, Term term, TermReader reader)
    {
        var said = new Dictionary<string, (HashSet<(string, string)> Authors, double Worth)>(StringComparer.Ordinal);
        foreach (var mention in mentions)
        {
            foreach (var (phrase, worth) in Phrases(mention.Mention.Text, lifts, term, reader))
            {
                if (!said.TryGetValue(phrase, out var known))
                    said[phrase] = known = ([], worth);
                known.Authors.Add((mention.Mention.Id.Source, mention.Mention.Author));
            }
        }
        return said;
    }

    // A topic of several words that most of them have names it better than a single word.
    private static string? Topic(IReadOnlyList<ReadMention> mentions) =>
        mentions.SelectMany(mention => mention.Insight.Topics.Take(1)).Where(topic => topic != TermReader.GeneralPraise && topic.Contains(' ', StringComparison.Ordinal)).CountBy(topic => topic)
            .Where(topic => 2 * topic.Value > mentions.Count).Select(topic => topic.Key).FirstOrDefault();

    // How much more often the trend's people use a word than all people of the week.
    private static Dictionary<int, double> Lifts(IReadOnlyList<ReadMention> mentions, IReadOnlyList<ReadMention> week, TermReader reader)
    {
        var (here, step) = (Shares(mentions, reader, Math.Max(1, mentions.Count / MostRead)), Math.Max(1, week.Count / MostCompared));
        var all = Shares(week, reader, step);
        return here.ToDictionary(word => word.Key, word => Math.Min(MostLift, Math.Log(word.Value / Math.Max(all.GetValueOrDefault(word.Key), 1d / Math.Max(1, week.Count / step)))));
    }

    private static Dictionary<int, double> Shares(IReadOnlyList<ReadMention> mentions, TermReader reader, int step)
    {
        var counts = new Dictionary<int, double>();
        var read = 0;
        for (var i = 0; i < mentions.Count; i += step)
        {
            read++;
            foreach (var word in reader.WordsOf(mentions[i].Mention.Text).Select(word => word.Stem).Distinct())
                counts[word] = counts.GetValueOrDefault(word) + 1;
        }
        return counts.ToDictionary(count => count.Key, count => count.Value / read);
    }

    private static IEnumerable<(string Phrase, double Worth)> Phrases(string text, Dictionary<int, double> lifts, Term term, TermReader reader)
    {
        var words = reader.WordsOf(text).Where(word => !Letters.IsUnspaced(text[word.Start])).ToList();
        for (var first = 0; first < words.Count; first++)
        {
            var (worth, holds) = (0d, !TermReader.IsOfStems(term));
            for (var last = first; last < words.Count && last < first + MostWords; last++)
            {
                var end = words[last].Start + words[last].Length;
                if (IsBroken(text, words[first].Start, end))
                    break;
                worth += lifts.GetValueOrDefault(words[last].Stem) is var lift && last > first ? lift * 0.6 : lift;
                holds |= TermReader.Has(term, words[last]);
                if (holds && lifts.GetValueOrDefault(words[first].Stem) >= LeastLift && lifts.GetValueOrDefault(words[last].Stem) >= LeastLift)
                    yield return (text[words[first].Start..end].ToLowerInvariant(), worth);
            }
        }
    }

    // A phrase stands in one sentence, on one line, and is short.
    private static bool IsBroken(string text, int start, int end)
    {
        if (end - start > LongestPhrase)
            return true;
        var words = 0;
        for (var i = start; i < end; i++)
        {
            if (text[i] is '.' or '!' or '?' or ',' or ';' or ':' or '\n' or '@' or '/' or '(' or ')' or '"' or '&' or '#' or '<' or '>' or '=' or '`' or '*' or '|')
                return true;
            words += text[i] == ' ' ? 1 : 0;
        }
        return words >= MostWords;
    }
}
