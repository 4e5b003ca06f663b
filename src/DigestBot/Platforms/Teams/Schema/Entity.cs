namespace DigestBot.Platforms.Teams.Schema;

/// <summary>Something that stands in a text (a mention), or tells about the client that sent it.</summary>
internal sealed record Entity
{
    /// <summary><c>mention</c> or <c>clientInfo</c>; others mean nothing here.</summary>
    public string? Type { get; init; }

    /// <summary>As it stands in the text, <c>&lt;at&gt;name&lt;/at&gt;</c>.</summary>
    public string? Text { get; init; }

    /// <summary>Who is mentioned.</summary>
    public ChannelAccount? Mentioned { get; init; }

    /// <summary>IANA name of the zone that the client is in; of <c>clientInfo</c>.</summary>
    public string? Timezone { get; init; }
}

/// <summary>A reaction: one of the classic six by name, or the id of an emoji (<c>1f440_eyes</c>).</summary>
/// <param name="Type">Its name, to be compared whatever the case.</param>
internal sealed record MessageReaction(string? Type);
