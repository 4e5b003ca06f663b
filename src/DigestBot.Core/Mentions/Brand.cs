namespace DigestBot.Core.Mentions;

/// <summary>What is listened for. A name also matches as the start of a handle (<c>@SouthwestAir</c> for Southwest); decisions.md 1.</summary>
/// <param name="Name">The brand's name, as people are shown it.</param>
public sealed record Brand(string Name)
{
    /// <summary>Other names and handles of the brand.</summary>
    public IReadOnlyList<string> Aliases { get; init; } = [];

    /// <summary>Names or handles of competitors; each alias of one stands on its own.</summary>
    public IReadOnlyList<string> Competitors { get; init; } = [];

    /// <summary>Words that make a mention not ours ("southwest wind").</summary>
    public IReadOnlyList<string> Exclude { get; init; } = [];
}
