namespace DigestBot.Core.Actions;

/// <summary>A verb found, with what is left to say to it.</summary>
/// <param name="Action">The action.</param>
/// <param name="Arguments">Its arguments.</param>
public sealed record FoundAction(IDigestAction Action, string Arguments);

/// <summary>Every verb there is; two that share a word or a reaction are refused when the program starts.</summary>
public sealed class ActionRegistry
{
    private readonly Dictionary<string, IDigestAction> _byWord = new(StringComparer.OrdinalIgnoreCase);
    private readonly Dictionary<(string Emoji, ReactionTarget Target), (IDigestAction Action, string Arguments)> _byReaction = [];
    private readonly HashSet<string> _settled = new(StringComparer.Ordinal);

    /// <summary>Takes all registered actions.</summary>
    /// <param name="actions">The actions.</param>
    /// <param name="reactions">What reactions mean instead of what the actions say; null for nothing else.</param>
    /// <exception cref="InvalidOperationException">Two actions share a verb, an alias or a reaction on the same message, or a reaction means no verb.</exception>
    public ActionRegistry(IEnumerable<IDigestAction> actions, ReactionMap? reactions = null)
    {
        All = [.. actions];
        foreach (var action in All)
            Add(action);
        foreach (var (emoji, typed) in reactions?.Meanings ?? new Dictionary<string, string>(StringComparer.Ordinal))
            Mean(EmojiNames.Canonical(emoji), typed);
    }

    /// <summary>In the order of their registration, which is the order of help.</summary>
    public IReadOnlyList<IDigestAction> All { get; }

    /// <summary>The action of a verb or alias. <c>show wins</c> is <c>wins</c>; nothing at all is this week's wins.</summary>
    public FoundAction? Find(string verb, string arguments)
    {
        var word = verb.Trim().TrimStart('/').TrimEnd(':', ',', '.', '!');
        if (word.Length == 0)
            return Find("wins", arguments);
        if (string.Equals(word, "show", StringComparison.OrdinalIgnoreCase) && new ActionArguments(arguments) is { IsEmpty: false } rest)
            return Find(rest.TakeWord(), rest.Rest);
        return _byWord.TryGetValue(word, out var action) ? new(action, arguments) : null;
    }

    /// <summary>What a reaction means, or null when it means nothing. Skin tone and variation selector make no difference.</summary>
    public FoundAction? Meaning(string emoji, ReactionTarget target) =>
        _byReaction.TryGetValue((EmojiNames.Canonical(emoji), target), out var meaning) ? new(meaning.Action, meaning.Arguments) : null;

    /// <summary>The settings say what the reaction means, be it nothing.</summary>
    public bool IsSettled(string emoji) => _settled.Contains(EmojiNames.Canonical(emoji));

    /// <summary>The verb that somebody may have meant, or null when none is near.</summary>
    public string? NearestTo(string typed) => Nearest.To(typed.Trim(), _byWord.Keys);

    private void Mean(string emoji, string typed)
    {
        _settled.Add(emoji);
        _byReaction.Remove((emoji, ReactionTarget.TouchPoint));
        _byReaction.Remove((emoji, ReactionTarget.Edition));
        var words = new ActionArguments(typed);
        if (words.IsEmpty)
            return;
        var found = Find(words.TakeWord(), words.Rest)
            ?? throw new InvalidOperationException($"The reaction {emoji} means '{typed}', which begins with no verb.");
        // A number can only be one of the edition, so it is said on its first message.
        var target = new ActionArguments(found.Arguments).TryTakeNumber(out _) ? ReactionTarget.Edition : ReactionTarget.TouchPoint;
        _byReaction[(emoji, target)] = (found.Action, found.Arguments);
    }

    private void Add(IDigestAction action)
    {
        var description = action.Description;
        foreach (var word in description.Aliases.Prepend(description.Verb))
        {
            if (!_byWord.TryAdd(word, action))
                throw new InvalidOperationException($"Two actions are called '{word}'.");
        }
        foreach (var reaction in description.Reactions)
        {
            if (!_byReaction.TryAdd((EmojiNames.Canonical(reaction.Emoji), reaction.Target), (action, reaction.Arguments)))
                throw new InvalidOperationException($"Two actions are meant by {reaction.Emoji} on the same message.");
        }
    }
}
