using System.Globalization;
using DigestBot.Core.Actions;
using DigestBot.Core.Platforms;
using DigestBot.Platforms.Teams.Schema;

namespace DigestBot.Platforms.Teams.Reading;

/// <summary>Who did something in Teams, and where; read from an activity that was verified.</summary>
internal sealed record TeamsFrom
{
    /// <summary>The tenant, as in <see cref="TeamsAddress.Tenant"/>.</summary>
    public string? Tenant { get; init; }

    /// <summary>The person's object id in Entra, in lower case; empty where no person did it.</summary>
    public string User { get; init; } = "";

    /// <summary>Teams' id of the bot; empty when it was not said.</summary>
    public string Bot { get; init; } = "";

    /// <summary>Teams' id of the conversation without its thread; null when it was not said.</summary>
    public string? Conversation { get; init; }

    /// <summary>Nobody but the person reads along.</summary>
    public bool IsPersonal { get; init; }

    /// <summary>What was said is for the bot's eyes only, though others are there: a slash command.</summary>
    public bool IsTargeted { get; init; }

    /// <summary>Id of the message that it was done to, or null.</summary>
    public string? Message { get; init; }

    /// <summary>Id of what was said; null where nothing was.</summary>
    public string? Said { get; init; }

    /// <summary>Id of the first message of the thread, or null outside threads.</summary>
    public string? Thread { get; init; }

    /// <summary>Belongs to another company, as far as Teams says it here.</summary>
    public bool IsForeign { get; init; }

    /// <summary>IANA name of the zone that the person's client is in; null when it is not said or no such zone is known.</summary>
    public string? Zone { get; init; }

    /// <summary>BCP 47 tag of the person's client; null when it was not said.</summary>
    public string? Locale { get; init; }

    /// <summary>When it happened, UTC.</summary>
    public DateTimeOffset At { get; init; }

    /// <summary>The person.</summary>
    public TeamsAddress Person => new(Tenant, User);

    /// <summary>Where it happened, as deliveries name places: the channel or chat, the person where they were alone with the bot; null when it was not said.</summary>
    public TeamsAddress? Place => IsPersonal ? Person : Conversation is { } conversation ? new(Tenant, conversation) : null;

    /// <summary>The same for what asks which digest is meant.</summary>
    public AskedAt AskedAt => new(TeamsAddress.Platform, (Place ?? Person).ToString());

    /// <summary>The message that it was done to, as the Core knows messages; null without one.</summary>
    public PostedMessage? MessageThere => Posted(Message);

    /// <summary>What was said.</summary>
    public PostedMessage? SaidThere => Posted(Said);

    /// <summary>The first message of the thread that it happened in; null outside threads.</summary>
    public PostedMessage? ThreadThere => Posted(Thread);

    /// <summary>From an activity.</summary>
    /// <param name="activity">The activity.</param>
    /// <param name="options">Whose own tenant it may be.</param>
    /// <param name="receivedAt">When it came, for one that does not say when it happened.</param>
    public static TeamsFrom Of(Activity activity, TeamsOptions options, DateTimeOffset receivedAt)
    {
        var tenant = activity.Conversation?.TenantId ?? activity.ChannelData?.Tenant?.Id;
        return new()
        {
            Tenant = IsOwn(tenant, options) ? null : tenant!.ToLowerInvariant(),
            User = UserOf(activity.From),
            Bot = activity.Recipient?.Id ?? "",
            Conversation = activity.Conversation?.Id?.Split(';')[0],
            IsPersonal = activity.Conversation is { ConversationType: "personal" } or { ConversationType: null, IsGroup: not true },
            IsTargeted = activity.Recipient?.IsTargeted == true,
            Message = activity.ReplyToId,
            Said = activity.Type is "message" or "messageUpdate" or "messageDelete" ? activity.Id : null,
            Thread = TeamsThread.Of(activity.Conversation?.Id),
            IsForeign = activity.From is { UserRole: "guest" } || activity.From?.TenantId is { } home && tenant is not null && !home.Equals(tenant, StringComparison.OrdinalIgnoreCase),
            Zone = ZoneOf(activity),
            Locale = activity.Locale is { Length: > 1 and <= 20 } locale ? locale : null,
            At = DateTimeOffset.TryParse(activity.Timestamp, CultureInfo.InvariantCulture, DateTimeStyles.AssumeUniversal, out var at) ? at.ToUniversalTime() : receivedAt,
        };
    }

    /// <summary>Says who, nothing of what.</summary>
    public override string ToString() => $"{nameof(TeamsFrom)} {Person}";

    private static bool IsOwn(string? tenant, TeamsOptions options) =>
        tenant is null || (Guid.TryParse(tenant, out var id) && id == options.TenantId);

    // Bots are accounts 28:...; somebody whom Entra does not know (an anonymous guest of a meeting) can be given nothing.
    private static string UserOf(ChannelAccount? account) =>
        account is { Role: not ("bot" or "skill") } && account.Id?.StartsWith("28:", StringComparison.Ordinal) != true && Guid.TryParse(account.AadObjectId, out var id)
            ? id.ToString("D")
            : "";

    private static string? ZoneOf(Activity activity) =>
        activity.Entities?.FirstOrDefault(entity => entity?.Type == "clientInfo")?.Timezone is { Length: > 0 and <= 60 } zone && TimeZoneInfo.TryFindSystemTimeZoneById(zone, out _) ? zone : null;

    private PostedMessage? Posted(string? message) =>
        message is { Length: > 0 } && Place is { } place ? new(TeamsAddress.Platform, place.ToString(), message) : null;
}
