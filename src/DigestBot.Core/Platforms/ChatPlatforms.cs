namespace DigestBot.Core.Platforms;

/// <summary>The chat platforms of this installation.</summary>
public sealed class ChatPlatforms(IEnumerable<IChatPlatform> platforms)
{
    private readonly Dictionary<string, IChatPlatform> _byName =
        platforms.ToDictionary(platform => platform.Name, StringComparer.OrdinalIgnoreCase);

    /// <summary>By name, or null when it is not configured here.</summary>
    public IChatPlatform? Named(string name) => _byName.GetValueOrDefault(name);
}
