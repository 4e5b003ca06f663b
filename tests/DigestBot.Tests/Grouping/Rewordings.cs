using System.Text.RegularExpressions;

namespace DigestBot.Tests.Grouping;

/// <summary>Posts of our own, ways in which people pass a post on, and ways in which another report looks like it.</summary>
internal static class Rewordings
{
    public static readonly string[] Posts =
    [
        "My flight 482 to Lisbon was delayed by seven hours and nobody at the gate told us anything",
        "The new app crashes every time I try to pay with my card & support does not answer",
        "Please add a dark mode to the app, my eyes hurt when I read the menu at night",
        "I have been on hold for 45 minutes because the phone line cannot find my account",
        "Huge thanks to the crew in Madrid, they found the teddy bear of my daughter under the seat",
        "Your branch on Mill Street closed at 3 pm without any notice and I could not get my money",
        "They charged me $60 twice for the same suitcase and the refund is still missing after 4 weeks",
        "The oat milk in the Harbour cafe tasted sour today, the manager replaced it at once",
        "I can't change the address of my order number 77120 online, the button does nothing at all",
        "Why does the train to Porto skip our station on Saturdays? It is 20 minutes to the next one",
    ];

    /// <summary>How people pass on what they read, each by its name.</summary>
    public static readonly (string Name, Func<string, string> Edit)[] Edits =
    [
        ("short forms", text => Words(text, ("hours", "hrs"), ("minutes", "mins"), ("weeks", "wks"), ("Please", "Pls"), ("thanks", "thx"), ("you", "u"), ("account", "acct"), ("number", "num"), ("without", "w/o"))),
        ("quoted with a comment", text => $"Same here, and it makes me so tired: \"{text}\""),
        ("quoted with a long comment", text => $"I was in the same situation only last spring with my whole family and can tell you how it ends. \"{text}\" Exactly that, word for word, and I still wait for somebody to call."),
        ("numbers in words", text => Words(text, ("seven", "7"), ("4", "four"), ("3", "three"), ("20", "twenty"))),
        ("other emoji", text => $"😡 {text} ❤️‍🔥"),
        ("entities", text => text.Replace("&", "&amp;", StringComparison.Ordinal).Replace("'", "&#39;", StringComparison.Ordinal) + " &hellip;"),
        ("hashtags for words", text => Words(text, ("flight", "#flight"), ("app", "#app"), ("crew", "#crew"), ("branch", "#branch"), ("refund", "#refund"), ("train", "#train"))),
        ("full-width letters", text => string.Concat(text.Select(letter => letter is > ' ' and <= '~' && char.IsLetterOrDigit(letter) ? (char)(letter + 0xFEE0) : letter))),
        ("doubled letters", text => text.Replace("e", "ee", StringComparison.Ordinal)),
        ("a word dropped", text => Words(text, ("new", ""), ("phone", ""), ("same", ""), ("Huge", ""), ("any", ""), ("next", ""), ("all", ""))),
        ("like words", text => Words(text, ("suitcase", "bag"), ("Huge", "Enormous"), ("answer", "reply"), ("told", "informed"), ("phone", "telephone"), ("refund", "reimbursement"))),
        ("contractions", text => Words(text, ("does not", "doesn't"), ("could not", "couldn't"), ("cannot", "can't"), ("can't", "cannot"), ("It is", "It's"))),
        ("a bare link", text => text + " t.co/x7fQ2"),
        ("invisible marks", text => text.Replace("t", "t\u200B", StringComparison.Ordinal)),
        ("digits for letters", text => Words(text, ("flight", "fl1ght"), ("crashes", "cra5hes"), ("station", "stat1on"), ("minutes", "m1nutes"))),
        ("another apostrophe", text => text.Replace('\'', '`')),
        ("units joined", text => Words(text, ("45 minutes", "45minutes"), ("3 pm", "3pm"), ("4 weeks", "4weeks"), ("20 minutes", "20min"))),
        ("clauses in another order", Reordered),
    ];

    /// <summary>Other reports in the same words, each by its name; null where a post has nothing of the kind.</summary>
    public static readonly (string Name, Func<string, string?> Change)[] Contrasts =
    [
        ("another place", text => Changed(text, ("Lisbon", "Oslo"), ("Madrid", "Vienna"), ("Mill Street", "Hill Road"), ("Harbour", "Garden"), ("Porto", "Braga"))),
        ("another amount", text => Changed(text, ("$60", "$85"), ("45", "12"), ("seven", "three"), ("20", "50"), ("4 weeks", "9 weeks"))),
        ("another number", text => Changed(text, ("482", "484"), ("77120", "77121"), ("3 pm", "3 am"))),
        ("the opposite", text => Changed(text, ("was delayed", "was not delayed"), ("crashes", "never crashes"), ("they found", "they did not find"), ("I can't", "I can"), ("tasted sour", "did not taste sour"))),
        ("another thing", text => Changed(text, ("dark mode", "search box"), ("suitcase", "guitar"), ("teddy bear", "passport"), ("oat milk", "lemon cake"), ("card", "voucher"), ("account", "parcel"))),
        ("another happening", text => Changed(text, ("delayed", "cancelled"), ("closed", "opened"), ("skip", "reach"), ("crashes", "freezes"))),
        ("another day", text => Changed(text, ("Saturdays", "Tuesdays"), ("today", "yesterday"))),
    ];

    private static string Words(string text, params (string From, string To)[] changes) =>
        changes.Aggregate(text, (changed, word) => Regex.Replace(changed, $@"(?<![\w$]){Regex.Escape(word.From)}(?!\w)", word.To.Replace("$", "$$", StringComparison.Ordinal), RegexOptions.None, TimeSpan.FromSeconds(1)));

    private static string? Changed(string text, params (string From, string To)[] changes) =>
        Words(text, changes) is var changed && changed != text ? changed : null;

    private static string Reordered(string text)
    {
        var at = text.IndexOf(" and ", StringComparison.Ordinal);
        return at < 0 ? text : $"{text[(at + 5)..]}, {text[..at]}";
    }
}
