using DigestBot.Core.Platforms;

namespace DigestBot.Storage.Queues;

/// <summary>One delivery. See <see cref="Delivery"/> for what each column means.</summary>
internal sealed class DeliveryRow
{
    public required string Key { get; init; }

    public required DeliveryPurpose Purpose { get; init; }

    public required string Digest { get; init; }

    public required int Week { get; init; }

    public required string Audience { get; init; }

    public required string Part { get; init; }

    public required string Platform { get; init; }

    public required string Channel { get; init; }

    public required int Version { get; init; }

    /// <summary>A <see cref="TextContent"/> as a document.</summary>
    public string? Text { get; init; }

    public string? ThreadOf { get; init; }

    public DeliveryState State { get; init; }

    public string? PostedPlatform { get; init; }

    public string? PostedChannel { get; init; }

    public string? PostedId { get; init; }

    public int SentVersion { get; init; }

    public int Attempts { get; init; }

    public int Postponed { get; init; }

    /// <summary>UTC ticks.</summary>
    public long? NotBefore { get; init; }

    public string? Failure { get; init; }

    public required long Sequence { get; init; }

    public long Lease { get; init; }

    /// <summary>UTC ticks; from then on the lease may be taken over.</summary>
    public long? LeaseUntil { get; init; }

    /// <summary>The message that stands, or null.</summary>
    public PostedMessage? Posted => PostedId is null ? null : new(PostedPlatform!, PostedChannel!, PostedId);

    /// <summary>The delivery of this row.</summary>
    /// <param name="thread">Where the head of its thread stands, when that is known.</param>
    public Delivery ToDelivery(PostedMessage? thread = null) => new()
    {
        Key = new(Purpose, Digest, WeekNumber.ToWeek(Week), Audience, Part),
        Platform = Platform,
        Channel = Channel,
        Version = Version,
        Text = Text is null ? null : StoredJson.Read<TextContent>(Text),
        ThreadOf = ThreadOf,
        Thread = thread,
        State = State,
        Posted = Posted,
        SentVersion = SentVersion,
        Attempts = Attempts,
        Postponed = Postponed,
        NotBefore = UtcTicks.ToInstant(NotBefore),
        Failure = Failure,
        Sequence = Sequence,
        Lease = Lease,
    };
}
