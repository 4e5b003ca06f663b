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

    public required string Platform { get; set; }

    public required string Channel { get; set; }

    public required int Version { get; set; }

    /// <summary>A <see cref="TextContent"/> as a document.</summary>
    public string? Text { get; set; }

    public string? ThreadOf { get; set; }

    public DeliveryState State { get; set; }

    public string? PostedPlatform { get; set; }

    public string? PostedChannel { get; set; }

    public string? PostedId { get; set; }

    public int SentVersion { get; set; }

    public int Attempts { get; set; }

    public int Postponed { get; set; }

    /// <summary>UTC ticks.</summary>
    public long? NotBefore { get; set; }

    public string? Failure { get; set; }

    public required long Sequence { get; init; }

    public long Lease { get; set; }

    /// <summary>UTC ticks; from then on the lease may be taken over.</summary>
    public long? LeaseUntil { get; set; }

    /// <summary>The message that stands, or null.</summary>
    public PostedMessage? Posted => PostedId is null ? null : new(PostedPlatform!, PostedChannel!, PostedId);

    /// <summary>Where the message stands now.</summary>
    public void Stands(PostedMessage? message) =>
        (PostedPlatform, PostedChannel, PostedId) = (message?.Platform, message?.Channel, message?.Id);

    /// <summary>The row of a delivery that nobody asked for before.</summary>
    public static DeliveryRow Of(Delivery delivery, long sequence) => new()
    {
        Key = delivery.Key.ToString(),
        Purpose = delivery.Key.Purpose,
        Digest = delivery.Key.Digest,
        Week = WeekNumber.Of(delivery.Key.Week),
        Audience = delivery.Key.Audience,
        Part = delivery.Key.Part,
        Platform = delivery.Platform,
        Channel = delivery.Channel,
        Version = 1,
        Text = TextOf(delivery),
        ThreadOf = delivery.ThreadOf,
        NotBefore = delivery.NotBefore?.UtcTicks,
        Sequence = sequence,
    };

    /// <summary>The text of a delivery as it is kept.</summary>
    public static string? TextOf(Delivery delivery) => delivery.Text is null ? null : StoredJson.Write(delivery.Text);

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
