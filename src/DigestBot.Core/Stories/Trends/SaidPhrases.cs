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
    private const double Enough = 0.2;
    private const int FewestPeople = 3;
    private const double MostLift = 3;
    private const double LeastLift = 0.7;

    /// <summary>The phrase in lower case, or null when nothing is said in the same words.</summary>
    /// <param name="mentions">The trend's.</param>
    /// <param name="week">All of the week, to know what everybody says.</param>
    /// <param name="term">What gave the trend away; a phrase holds it where it is a word of the text.</param>
    /// <param name="reader">Reads words.</param>
    public static string? Best(IReadOnlyList<ReadMention> mentions, IReadOnlyList<ReadMention> week, Term term, TermReader reader)
    {
        var lifts = Lifts(mentions, week, reader);
        var people = new Dictionary<string, (HashSet<(string, string)> Authors, double Worth)>(StringComparer.Ordinal);
        var read = mentions.Take(MostRead).ToList();
        foreach (var mention in read)
        {
            foreach (var (phrase, worth) in Phrases(mention.Mention.Text, lifts, term, reader))
            {
                if (!people.TryGetValue(phrase, out var known))
                    people[phrase] = known = ([], worth);
                known.Authors.Add((mention.Mention.Id.Source, mention.Mention.Author));
            }
        }
        var enough = Math.Max(FewestPeople, Enough * read.Count);
        return people.Where(phrase => phrase.Value.Authors.Count >= enough)
            .OrderByDescending(phrase => phrase.Value.Authors.Count * phrase.Value.Worth).ThenBy(phrase => phrase.Key, StringComparer.Ordinal)
            .Select(phrase => phrase.Key).FirstOrDefault();
    }

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
            if (text[i] is '.' or '!' or '?' or ',' or ';' or ':' or '\n' or '@' or '/' or '(' or ')' or '"' or '&' or '#')
                return true;
            words += text[i] == ' ' ? 1 : 0;
        }
        return words >= MostWords;
    }
}
