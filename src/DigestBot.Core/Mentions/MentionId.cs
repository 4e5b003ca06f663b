namespace DigestBot.Core.Mentions;

/// <summary>What makes a mention the same one again: the name of its source and the id it has there.</summary>
/// <param name="Source">Name of the source as configured, for example <c>app-store</c>.</param>
/// <param name="ExternalId">The source's own id; compared ordinally.</param>
public readonly record struct MentionId(string Source, string ExternalId) : IComparable<MentionId>
{
    /// <inheritdoc />
    public int CompareTo(MentionId other)
    {
        var bySource = string.CompareOrdinal(Source, other.Source);
        return bySource != 0 ? bySource : string.CompareOrdinal(ExternalId, other.ExternalId);
    }

    /// <summary>The id as people see it in messages and links: <c>source/external-id</c>.</summary>
    public override string ToString() => $"{Source}/{ExternalId}";

    /// <summary>Orders by source, then external id.</summary>
    public static bool operator <(MentionId left, MentionId right) => left.CompareTo(right) < 0;

    /// <summary>Orders by source, then external id.</summary>
    public static bool operator >(MentionId left, MentionId right) => left.CompareTo(right) > 0;

    /// <summary>Orders by source, then external id.</summary>
    public static bool operator <=(MentionId left, MentionId right) => left.CompareTo(right) <= 0;

    /// <summary>Orders by source, then external id.</summary>
    public static bool operator >=(MentionId left, MentionId right) => left.CompareTo(right) >= 0;
}
