using DigestBot.Core.Understanding;

namespace DigestBot.Core.Editions;

/// <summary>What one customer said, as it can be shown.</summary>
/// <param name="Read">The mention.</param>
/// <param name="Text">Masked, cleaned, whole sentences where the text has them.</param>
/// <param name="IsWhole">Nothing of the mention was left out.</param>
internal sealed record Passage(ReadMention Read, string Text, bool IsWhole)
{
    private const int ShortestTitle = 20;
    private const int ShortestRest = 40;

    /// <summary>The passage of a mention, or null when nothing of it can be shown.</summary>
    public static Passage? Of(ReadMention read, int longest)
    {
        var said = PersonalData.Mask(read.Mention.Text, read.Insight.PersonalData);
        var words = DisplayText.Words(said);
        if (words.Length == 0)
            return null;
        if (words.Length <= longest)
            return new(read, words, IsWhole: true);
        // A long text with a title says in it what it is about; the rest is a form more often than not.
        var title = DisplayText.Lines(said).First();
        var isTitled = title.Length >= ShortestTitle && title.Length <= longest;
        return new(read, isTitled ? title : Sentences.Within(words, longest), IsWhole: false);
    }

    /// <summary>The passage without a sentence that is said already; null when nothing worth reading is left.</summary>
    public Passage? Without(string sentence)
    {
        var said = sentence.TrimEnd('…', '.');
        var at = Text.IndexOf(said, StringComparison.OrdinalIgnoreCase);
        if (said.Length == 0 || at < 0)
            return this;
        var (before, after) = (Text[..at].TrimEnd(' ', '/'), Text[(at + said.Length)..].TrimStart('.', '!', '?', ' ', '/'));
        var rest = before.Length >= after.Length ? before : after;
        return rest.Length < ShortestRest ? null : this with { Text = rest, IsWhole = false };
    }
}
