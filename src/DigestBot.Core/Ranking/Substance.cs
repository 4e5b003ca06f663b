using DigestBot.Core.Understanding;

namespace DigestBot.Core.Ranking;

/// <summary>
/// Whether what somebody said can be thanked for or acted on. "Thanks!" under a company's answer, the arrangement of a private
/// message and advice to other customers are read as what they look like, but a board can do nothing with them.
/// </summary>
internal static class Substance
{
    private const int FewestWords = 6;
    private const double MeantPraise = 0.3;
    private const int Heard = 25;

    // What is said to whoever answers for the company.
    private static readonly string[] Arrangements =
        [" dm ", "dm me", "dm you", "direct message", "private message", "follow me", "following me", "follow back", "for your reply", "for the reply",
         "for replying", "for your response", "for the response", "for responding", "for following up", "for the follow up", "for the info", "will do", "yes please", "yes, please"];

    // What is said to other customers, or to nobody.
    private static readonly string[] Advice =
        ["never fly", "don't fly", "dont fly", "never buy", "don't buy", "never book", "don't book", "never use", "don't use", "stay away", "avoid ", "switch to", "go with ",
         "get it together", "get your act together", "do better", "step it up", "step up your game", "you suck", "go bankrupt", "out of business", "hope you", "good luck"];

    /// <summary>Praise of something, by its own feeling and in more words than a courtesy has, or one that many took up.</summary>
    public static bool IsMeantPraise(ReadMention read) =>
        read.Insight is { Kind: MentionKind.Win, SentimentScore: >= MeantPraise, IsSuggestion: false }
        && (Tells(read.Mention.Text) || read.Mention.Engagement.Total >= Heard);

    /// <summary>A request that the company could act on: to the company, and about something.</summary>
    public static bool IsRequest(ReadMention read) =>
        IsAsked(read.Insight) && Tells(read.Mention.Text) && !Says(read.Mention.Text, Advice);

    // "Unlock two bikes pls" is read as talk, and asks for something all the same; a question or praise that might does not.
    private static bool IsAsked(Insight insight) =>
        insight.Kind is MentionKind.Suggestion || insight is { IsSuggestion: true, Kind: MentionKind.Other or MentionKind.Issue };

    private static bool Tells(string text) => HasWords(text) && !Says(text, Arrangements);

    private static bool Says(string text, string[] phrases) => Array.Exists(phrases, phrase => text.Contains(phrase, StringComparison.OrdinalIgnoreCase));

    // Handles, tags, links and signs are no words; where words are not spaced apart, two letters make one.
    private static bool HasWords(string text)
    {
        var words = 0;
        foreach (var range in text.AsSpan().SplitAny(' ', '\n', '\t'))
        {
            var word = text.AsSpan(range);
            if (!IsWord(word))
                continue;
            words += word[0] >= '\u2e80' ? (word.Length + 1) / 2 : 1;
            if (words >= FewestWords)
                return true;
        }
        return false;
    }

    private static bool IsWord(ReadOnlySpan<char> word)
    {
        var bare = word.TrimStart("\"'(“¡¿");
        return !bare.IsEmpty && char.IsLetterOrDigit(bare[0]) && !bare.StartsWith("http", StringComparison.OrdinalIgnoreCase);
    }
}
