using System.Text.Json;
using System.Text.Json.Serialization;

namespace DigestBot.Platforms.Slack.Api;

/// <summary>What every answer begins with.</summary>
internal sealed record SlackHead(bool Ok, string? Error, string? Needed);

/// <summary>An answer in which nothing else matters.</summary>
internal sealed record SlackNothing;

/// <summary>Where more stands.</summary>
/// <param name="NextCursor">To go on with; empty or null at the end.</param>
internal sealed record SlackPageEnd(string? NextCursor);

/// <summary>A message that was posted or changed.</summary>
/// <param name="Channel">Slack's id of the channel; a <c>D...</c> for direct messages.</param>
/// <param name="Ts">Its id in the channel. A text, never a number.</param>
internal sealed record SlackPosted(string Channel, string Ts);

/// <summary>A reaction and who gave it.</summary>
/// <param name="Name">Without colons, with the skin tone: <c>+1::skin-tone-2</c>.</param>
/// <param name="Count">How many gave it.</param>
/// <param name="Users">Who, as far as Slack tells.</param>
internal sealed record SlackReaction(string Name, int Count, IReadOnlyList<string>? Users);

/// <summary>The note an app leaves on its message; readable by every app.</summary>
internal sealed record SlackMetadata(string? EventType, JsonElement? EventPayload);

/// <summary>A message as it is read back.</summary>
internal sealed record SlackMessage(
    string Ts, string? ThreadTs, string? User, string? BotId, string? AppId, string? Text, SlackMetadata? Metadata, IReadOnlyList<SlackReaction>? Reactions);

/// <summary>A page of messages.</summary>
internal sealed record SlackMessages(IReadOnlyList<SlackMessage> Messages, bool HasMore, SlackPageEnd? ResponseMetadata)
{
    /// <summary>To go on with; null at the end.</summary>
    public string? Next => string.IsNullOrEmpty(ResponseMetadata?.NextCursor) ? null : ResponseMetadata.NextCursor;
}

/// <summary>The answer around one message.</summary>
internal sealed record SlackOneMessage(SlackMessage Message);

/// <summary>A link.</summary>
internal sealed record SlackPermalink(string Permalink);

/// <summary>A view that is open.</summary>
/// <param name="Id">Slack's id of it.</param>
/// <param name="Hash">Refuses a change that was made for an older state of it.</param>
internal sealed record SlackViewShown(string Id, string? Hash);

/// <summary>The answer around a view.</summary>
internal sealed record SlackOneView(SlackViewShown View);

/// <summary>A channel.</summary>
/// <param name="Id">Slack's id.</param>
/// <param name="Name">Without the number sign; null for direct messages.</param>
/// <param name="IsMember">The bot is in it.</param>
/// <param name="IsArchived">Nobody can post there.</param>
/// <param name="IsPrivate">Only members see it.</param>
/// <param name="IsExtShared">People of other companies are in it (Slack Connect).</param>
/// <param name="User">The person at the other end of direct messages.</param>
internal sealed record SlackChannel(
    string Id, string? Name, bool IsMember, bool IsArchived, bool IsPrivate, bool IsExtShared, string? User);

/// <summary>The answer around a channel.</summary>
internal sealed record SlackOneChannel(SlackChannel Channel);

/// <summary>A page of people's ids.</summary>
internal sealed record SlackMembers(IReadOnlyList<string> Members, SlackPageEnd? ResponseMetadata)
{
    /// <summary>To go on with; null at the end.</summary>
    public string? Next => string.IsNullOrEmpty(ResponseMetadata?.NextCursor) ? null : ResponseMetadata.NextCursor;
}

/// <summary>How a person is shown.</summary>
internal sealed record SlackProfile(string? RealName, string? DisplayName, string? Email);

/// <summary>A person.</summary>
/// <param name="Id">Slack's id.</param>
/// <param name="TeamId">The workspace the person belongs to.</param>
/// <param name="Name">The handle.</param>
/// <param name="RealName">The full name.</param>
/// <param name="Deleted">The account is switched off.</param>
/// <param name="IsBot">It is an app.</param>
/// <param name="Tz">IANA id of the zone.</param>
/// <param name="Locale">For example <c>en-GB</c>.</param>
/// <param name="Profile">Names and e-mail address; the address only with <c>users:read.email</c>.</param>
internal sealed record SlackUser(
    string Id, string? TeamId, string? Name, string? RealName, bool Deleted, bool IsBot, string? Tz, string? Locale, SlackProfile? Profile)
{
    /// <summary>An admin of the workspace.</summary>
    public bool IsAdmin { get; init; }

    /// <summary>An owner of the workspace.</summary>
    public bool IsOwner { get; init; }
}

/// <summary>The answer around a person.</summary>
internal sealed record SlackOneUser(SlackUser User);

/// <summary>Whose token it is.</summary>
internal sealed record SlackAuth(
    string? Url, string? Team, string? TeamId, string? UserId, string? BotId, string? EnterpriseId, bool IsEnterpriseInstall);

/// <summary>An id with a name.</summary>
internal sealed record SlackNamed(string Id, string? Name);

/// <summary>An installation or a refreshed token. Holds secrets: never log it.</summary>
internal sealed record SlackGrant(
    string? AccessToken, string? RefreshToken, int? ExpiresIn, string? Scope, string? BotUserId, string? AppId,
    SlackNamed? Team, SlackNamed? Enterprise, bool IsEnterpriseInstall, SlackNamed? AuthedUser)
{
    /// <summary>Nothing of it: a record would write its tokens out.</summary>
    public override string ToString() => nameof(SlackGrant);
}

/// <summary>A socket's address; good for one connection.</summary>
internal sealed record SlackConnection(string Url);

/// <summary>How the answers are read.</summary>
[JsonSourceGenerationOptions(PropertyNamingPolicy = JsonKnownNamingPolicy.SnakeCaseLower)]
[JsonSerializable(typeof(SlackHead))]
[JsonSerializable(typeof(SlackNothing))]
[JsonSerializable(typeof(SlackPosted))]
[JsonSerializable(typeof(SlackMessages))]
[JsonSerializable(typeof(SlackOneMessage))]
[JsonSerializable(typeof(SlackPermalink))]
[JsonSerializable(typeof(SlackOneView))]
[JsonSerializable(typeof(SlackOneChannel))]
[JsonSerializable(typeof(SlackMembers))]
[JsonSerializable(typeof(SlackOneUser))]
[JsonSerializable(typeof(SlackAuth))]
[JsonSerializable(typeof(SlackGrant))]
[JsonSerializable(typeof(SlackConnection))]
internal sealed partial class SlackShapes : JsonSerializerContext;
