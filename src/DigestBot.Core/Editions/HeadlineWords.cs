using DigestBot.Core.Understanding;

namespace DigestBot.Core.Editions;

/// <summary>
/// Whether a sentence by itself says what its story is: a win praises, a suggestion asks, an issue tells of trouble. What stands
/// alone above a touch point is read without the rest of the post.
/// </summary>
internal static class HeadlineWords
{
    private const double Telling = 3;
    private const double Beside = 0.25;

    private static readonly string[] Praise =
    [
        "thank", "thx", "kudos", "great", "love", "loved", "amazing", "awesome", "best", "excellent", "perfect", "wonderful", "fantastic", "brilliant", "impress", "appreciat", "well done",
        "good job", "nice", "happy", "helpful", "friendly", "smooth", "easy", "quick", "saved", "beautiful", "superb", "outstanding", "favorite", "favourite", "made my", "enjoy", "shout out", "shoutout",
        "merci", "bravo", "super", "génial", "parfait", "danke", "toll", "klasse", "spitze", "gracias", "genial", "excelente", "grazie", "ottimo", "bravi", "obrigad", "parabéns", "bedankt", "geweldig", "ありがとう", "最高",
    ];

    // Whom and what for: thanks that name it are worth reading out.
    private static readonly string[] Named =
        ["thanks for", "thank you for", "thanks to", "thank you to", "shout out", "shoutout", "kudos", "crew", "agent", "staff", "team", "pilot", "driver", "attendant", "service", "helped", "support", "fixed", "update", "easy", "made my", "deserve", "searched", "story"];

    // What makes praise doubtful in the same sentence: it may be meant the other way round.
    private static readonly string[] Spoils =
        ["not ", "n't", "n’t", "never", "losing", "lost", "late", "delay", "cancel", "hrs", "hours", "worst", "wait", "but ", "still ", "trust", "devalue", "instead", "would be", "tickets", "please", "can i", "if you", "sarcas", "screw", "jilted", "fail"];

    private static readonly string[] Asks =
        ["should", "please", "would be", "could", "wish", "allow", "add ", "bring", "let ", "give", "why not", "make", "option", "need", "bitte", "por favor", "s'il vous", "per favore", "alstublieft", "ください"];

    // Somebody tells what they will do, or asks for themselves.
    private static readonly string[] Own = ["i will", "i'll", "i need", "i am ", "i'm ", "my ", "contact me", "call me", "dm me", "help me"];

    private static readonly string[] Wishes = ["i wish", "i would", "i'd ", "i’d ", "i want you", "i hope", "i think", "i suggest", "i really wish", "i luv y'all but please", "i love"];

    private static readonly string[] Openings = ["thanks", "thank you", "love ", "great ", "awesome", "amazing", "danke", "merci", "gracias", "grazie", "obrigad"];

    /// <summary>A factor: 3 for a sentence that says it, a quarter for one that does not or says the opposite, 1 where there is no telling.</summary>
    public static double Fit(string sentence, MentionKind kind) => kind switch
    {
        MentionKind.Win => OfWin(sentence),
        MentionKind.Suggestion => OfSuggestion(sentence),
        MentionKind.Issue => OpensWithPraise(sentence) ? Beside : 1,
        _ => 1,
    };

    /// <summary>It may stand as the headline: where no sentence of a win or a suggestion says so, the concern is named and counted.</summary>
    public static bool MayStand(string sentence, MentionKind kind) => kind is not (MentionKind.Win or MentionKind.Suggestion) || Fit(sentence, kind) > Beside;

    /// <summary>It begins with praise, whatever follows.</summary>
    public static bool OpensWithPraise(string text) => Starts(text, Openings);

    private static double OfSuggestion(string sentence)
    {
        if (!Has(sentence, Asks) || (Starts(sentence, "i ", "i'", "i’") && !Starts(sentence, Wishes)))
            return Beside;
        return Has(sentence, Own) ? 1 : Telling;
    }

    private static bool Starts(string sentence, params ReadOnlySpan<string> beginnings)
    {
        foreach (var beginning in beginnings)
        {
            if (sentence.StartsWith(beginning, StringComparison.OrdinalIgnoreCase))
                return true;
        }
        return false;
    }

    private static double OfWin(string sentence)
    {
        if (!Has(sentence, Praise) || Has(sentence, Spoils))
            return Beside;
        return Has(sentence, Named) ? Telling : 1;
    }

    private static bool Has(string sentence, string[] words) => Array.Exists(words, word => sentence.Contains(word, StringComparison.OrdinalIgnoreCase));
}
