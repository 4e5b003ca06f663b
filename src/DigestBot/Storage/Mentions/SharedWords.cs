namespace DigestBot.Storage.Mentions;

/// <summary>One instance of each short text that many rows of a reading have in common.</summary>
internal sealed class SharedWords
{
    private readonly Dictionary<string, string> _words = new(StringComparer.Ordinal);

    /// <summary>The shared instance.</summary>
    public string Of(string word)
    {
        if (_words.TryGetValue(word, out var shared))
            return shared;
        _words.Add(word, word);
        return word;
    }

    /// <summary>The shared instance, or null for null.</summary>
    public string? OrNull(string? word) => word is null ? null : Of(word);
}
