using System.Text.Json;
using System.Text.Json.Serialization;

namespace DigestBot.Sources.Zendesk;

/// <summary>A page of the incremental export of tickets, with the people in them.</summary>
internal sealed record ZendeskTickets(IReadOnlyList<JsonElement>? Tickets, IReadOnlyList<ZendeskUser?>? Users, string? AfterCursor, bool? EndOfStream);

/// <summary>A ticket. The submitter is the author of the first comment, which is the description.</summary>
internal sealed record ZendeskTicket(
    string? Id, string? Subject, string? Description, string? Status, string? RequesterId, string? SubmitterId, string? CreatedAt, string? UpdatedAt)
{
    /// <summary>Seconds since 1970: when anything of it changed last, also by the system itself; what <c>start_time</c> is compared with.</summary>
    public double? GeneratedTimestamp { get; init; }

    /// <summary>What the customer thinks of how it went.</summary>
    public ZendeskScore? SatisfactionRating { get; init; }
}

/// <summary>The rating on a ticket: <c>unoffered</c>, <c>offered</c>, <c>good</c> or <c>bad</c>.</summary>
internal sealed record ZendeskScore(string? Score);

/// <summary>Somebody: <c>end-user</c>, <c>agent</c> or <c>admin</c>.</summary>
internal sealed record ZendeskUser(string? Id, string? Name, string? Role);

/// <summary>A page of satisfaction ratings.</summary>
internal sealed record ZendeskRatings(IReadOnlyList<JsonElement>? SatisfactionRatings, ZendeskPaging? Meta);

/// <summary>Where more is.</summary>
internal sealed record ZendeskPaging(bool? HasMore, string? AfterCursor);

/// <summary>A satisfaction rating.</summary>
internal sealed record ZendeskRating(string? Id, string? TicketId, string? RequesterId, string? Score, string? Comment, string? UpdatedAt);

/// <summary>Several people.</summary>
internal sealed record ZendeskUsers(IReadOnlyList<ZendeskUser?>? Users);

/// <summary>Generated code for tickets and ratings.</summary>
[JsonSourceGenerationOptions(JsonSerializerDefaults.Web, PropertyNamingPolicy = JsonKnownNamingPolicy.SnakeCaseLower,
    Converters = [typeof(LooseText), typeof(LooseCount), typeof(LooseNumber)])]
[JsonSerializable(typeof(ZendeskTickets))]
[JsonSerializable(typeof(ZendeskTicket))]
[JsonSerializable(typeof(ZendeskRatings))]
[JsonSerializable(typeof(ZendeskRating))]
[JsonSerializable(typeof(ZendeskUsers))]
internal sealed partial class ZendeskJson : JsonSerializerContext;
