using DigestBot.Core.Actions;

namespace DigestBot.Platforms.Slack;

/// <summary>
/// A channel or person of Slack. Written <c>C024</c> in the workspace of the configured bot token, <c>T01/C024</c> in an installed
/// workspace (<c>E01/C024</c> where the whole Enterprise Grid is the installation). This is what audiences, deliveries, messages
/// and people (<c>slack:T01/U024</c>) carry, so that one outbox serves every workspace.
/// </summary>
/// <param name="Workspace">Id of the installation, or null for the configured bot token's.</param>
/// <param name="Id">Slack's id of the channel or person.</param>
internal readonly record struct SlackAddress(string? Workspace, string Id)
{
    /// <summary>Name of the platform in settings, audiences and ids.</summary>
    public const string Platform = "slack";

    /// <summary>Reads what <see cref="ToString"/> wrote; never fails, what is not an address is an id that Slack refuses.</summary>
    public static SlackAddress Parse(string text)
    {
        var slash = text.IndexOf('/', StringComparison.Ordinal);
        return slash < 0 ? new(null, text) : new(text[..slash], text[(slash + 1)..]);
    }

    /// <summary>Somebody of this workspace as the Core knows people: <c>slack:U024</c>.</summary>
    public string PersonId => $"{Platform}:{this}";

    /// <summary>The place for the Core; an empty <see cref="Id"/> is anywhere in the workspace.</summary>
    public AskedAt AskedAt => new(Platform, ToString());

    /// <summary>A person rather than a channel: <c>U...</c>, or <c>W...</c> in an Enterprise Grid.</summary>
    public bool IsPerson => Id.StartsWith('U') || Id.StartsWith('W');

    /// <inheritdoc />
    public override string ToString() => Workspace is null ? Id : $"{Workspace}/{Id}";
}
