using System.Text.Json;

namespace DigestBot.Platforms.Slack.Inbound;

/// <summary>Where a request comes from, as far as it must be known to believe that it is for us.</summary>
/// <param name="Team">Slack's id of the workspace; null where a whole Enterprise Grid is the installation.</param>
/// <param name="Enterprise">Slack's id of the Enterprise Grid, or null.</param>
/// <param name="User">Slack's id of the person, or null.</param>
internal readonly record struct SlackOrigin(string? Team, string? Enterprise, string? User)
{
    private const string Nobody = "unknown";

    /// <summary>The person as the audit writes it; what is not an id is not written.</summary>
    public string PersonId => new SlackAddress(Id(Team) ?? Id(Enterprise), Id(User) ?? Nobody).PersonId;

    /// <summary>Reads it. An event says for which installation it came; in a channel shared with others that may not be where it happened.</summary>
    public static SlackOrigin Of(SlackRequest request) => request.Kind switch
    {
        SlackRequestKind.Event => OfEvent(request.Body),
        SlackRequestKind.Command => new(request.Body.TextOf("team_id"), request.Body.TextOf("enterprise_id"), request.Body.TextOf("user_id")),
        _ => new(
            request.Body.PartOf("team").TextOf("id") ?? request.Body.PartOf("user").TextOf("team_id"),
            request.Body.PartOf("enterprise").TextOf("id"),
            request.Body.PartOf("user").TextOf("id")),
    };

    private static SlackOrigin OfEvent(JsonElement envelope)
    {
        var user = envelope.PartOf("event").TextOf("user");
        var authorizations = envelope.PartOf("authorizations");
        return authorizations.ValueKind == JsonValueKind.Array && authorizations.EnumerateArray().FirstOrDefault() is { ValueKind: JsonValueKind.Object } installed
            ? new(installed.TextOf("team_id"), installed.TextOf("enterprise_id"), user)
            : new(envelope.TextOf("team_id"), envelope.TextOf("enterprise_id"), user);
    }

    private static string? Id(string? text) => text is not null && SlackWire.IsId(text) ? text : null;
}
