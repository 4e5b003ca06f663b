using System.Collections.Immutable;
using DigestBot.Core.Stories.Terms;
using DigestBot.Core.Understanding;

namespace DigestBot.Core.Stories.Trends;

/// <summary>Finds words that people can be shown for a term: customers' own, as most of them wrote it.</summary>
internal static class TrendNames
{
    private const int MostRead = 300;
    private const double Enough = 0.3;

    /// <summary>
    /// What most of the mentions say in the same few words; otherwise a topic or phrase that many of them have and that holds the
    /// term's words; otherwise the words themselves.
    /// </summary>
    public static string Of(Term term, IReadOnlyList<ReadMention> mentions, IReadOnlyList<ReadMention> week, TermReader reader)
    {
        var said = SaidPhrases.Best(mentions, week, term, reader);
        if (said is not null)
            return said;
        if (!TermReader.IsOfStems(term))
            return Readable(reader.NameOf(term));
        var forms = Forms(term, mentions, reader);
        var phrase = Phrases(mentions)
            .Where(phrase => forms.All(form => phrase.Key.Contains(form, StringComparison.Ordinal)) && phrase.Count() >= Enough * Math.Min(mentions.Count, MostRead))
            .OrderByDescending(phrase => phrase.Count()).ThenBy(phrase => phrase.Key, StringComparer.Ordinal)
            .FirstOrDefault();
        return phrase?.Key ?? string.Join(' ', forms);
    }

    /// <summary>The first telling words of a text; for a text without any, the text itself, shortened.</summary>
    public static string OfText(string text, TermReader reader)
    {
        var words = reader.WordsOf(text).Take(3).Select(word => Form(text, word));
        var name = string.Join(' ', words);
        return name.Length > 0 ? name : Shortened(text.Trim());
    }

    private static string Readable(string name) => name[(name.IndexOf(':', StringComparison.Ordinal) + 1)..];

    private static string Shortened(string text) => text.Length <= 40 ? text : text[..(char.IsHighSurrogate(text[39]) ? 39 : 40)];

    private static IEnumerable<IGrouping<string, string>> Phrases(IReadOnlyList<ReadMention> mentions) =>
        mentions.Take(MostRead).SelectMany(mention => mention.Insight.Topics.Concat(mention.Insight.Phrases).Distinct(StringComparer.Ordinal))
            .GroupBy(phrase => phrase, StringComparer.Ordinal);

    // The commonest written form of each stem, in the order in which most people say them.
    private static ImmutableArray<string> Forms(Term term, IReadOnlyList<ReadMention> mentions, TermReader reader)
    {
        var forms = new Dictionary<int, Dictionary<string, int>>();
        var places = new Dictionary<int, (long Sum, int Count)>();
        foreach (var mention in mentions.Take(MostRead))
        {
            foreach (var word in reader.WordsOf(mention.Mention.Text).Where(word => TermReader.Has(term, word)))
            {
                var counts = forms.TryGetValue(word.Stem, out var known) ? known : forms[word.Stem] = new(StringComparer.Ordinal);
                var form = Form(mention.Mention.Text, word);
                counts[form] = counts.GetValueOrDefault(form) + 1;
                var (sum, count) = places.GetValueOrDefault(word.Stem);
                places[word.Stem] = (sum + word.Start, count + 1);
            }
        }
        return [.. forms.OrderBy(form => places[form.Key].Sum / (double)places[form.Key].Count).ThenBy(form => form.Key)
            .Select(form => form.Value.OrderByDescending(count => count.Value).ThenBy(count => count.Key, StringComparer.Ordinal).First().Key)];
    }

    private static string Form(string text, ContentWord word) => text.Substring(word.Start, word.Length).ToLowerInvariant();
}
