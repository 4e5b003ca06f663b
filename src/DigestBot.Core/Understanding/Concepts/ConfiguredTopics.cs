namespace DigestBot.Core.Understanding.Concepts;

/// <summary>What is understood of the topics that a company configured.</summary>
public static class ConfiguredTopics
{
    /// <summary>
    /// The topics, as named in the settings, that only their own name finds: no concept and no built-in topic is called so, and
    /// no words are listed. Mentions that say it in other words are missed.
    /// </summary>
    public static IReadOnlyList<string> MatchedByNameOnly(ReadingRules rules)
    {
        var known = new Lazy<HashSet<string>>(() => LexiconFiles.BuiltIn.Select(entry => entry.Section.Topic).OfType<string>().ToHashSet(StringComparer.OrdinalIgnoreCase));
        return
        [
            .. rules.Topics
                .Where(topic => topic.Value.Count == 0 && new TopicName(topic.Key, Thesaurus.BuiltIn).Concepts.Count == 0 && !known.Value.Contains(topic.Key))
                .Select(topic => topic.Key),
        ];
    }
}
