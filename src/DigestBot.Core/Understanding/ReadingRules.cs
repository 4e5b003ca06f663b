using DigestBot.Core.Mentions;

namespace DigestBot.Core.Understanding;

/// <summary>What a company tells the reader about itself.</summary>
/// <param name="Brand">What is listened for.</param>
public sealed record ReadingRules(Brand Brand)
{
    /// <summary>
    /// Words that route to a department, by department name as shown; they go before the built-in defaults.
    /// A name that the defaults know adds to them; a new name is a new department.
    /// </summary>
    public IReadOnlyDictionary<string, IReadOnlyList<string>> Departments { get; init; } =
        new Dictionary<string, IReadOnlyList<string>>(StringComparer.OrdinalIgnoreCase);

    /// <summary>Words and phrases that name a topic, by topic name as shown; beside the built-in topics.</summary>
    public IReadOnlyDictionary<string, IReadOnlyList<string>> Topics { get; init; } =
        new Dictionary<string, IReadOnlyList<string>>(StringComparer.OrdinalIgnoreCase);
}
