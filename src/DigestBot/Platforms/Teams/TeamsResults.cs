using DigestBot.Core.Platforms;
using DigestBot.Platforms.Teams.Connector;

namespace DigestBot.Platforms.Teams;

/// <summary>What the Connector's answers mean for a delivery. The reasons are for people and say what to do next.</summary>
internal static class TeamsResults
{
    /// <summary>How sending or changing a message ended.</summary>
    /// <param name="answer">The Connector's answer to it.</param>
    /// <param name="id">The message's id, from a successful answer; null when it was not told.</param>
    /// <param name="standing">The message of an id.</param>
    public static SendResult Of<T>(ConnectorAnswer<T> answer, Func<T, string?> id, Func<string, PostedMessage> standing) => answer switch
    {
        ConnectorAnswer<T>.Ok ok when id(ok.Value) is { Length: > 0 } posted => new SendResult.Sent(standing(posted)),
        ConnectorAnswer<T>.Ok => new SendResult.Unknown("Teams did not say under which id it stands."),
        ConnectorAnswer<T>.NoAnswer none => new SendResult.Unknown(none.Reason),
        _ => NotPosted(answer),
    };

    /// <summary>How a delivery ended whose message does not stand, because it or a call before it failed.</summary>
    public static SendResult NotPosted<T>(ConnectorAnswer<T> answer) => answer switch
    {
        // The secret may be about to be renewed, and an administrator is told by doctor and the log: it is tried for a day.
        ConnectorAnswer<T>.Failed { Status: 401 } failed => new SendResult.NotSent(ConnectorErrors.Words(failed.Status, failed.Code)),
        ConnectorAnswer<T>.Failed failed => new SendResult.Refused(ConnectorErrors.Words(failed.Status, failed.Code)),
        ConnectorAnswer<T>.RateLimited limited => new SendResult.NotSent("Teams takes no more messages there for a moment.", limited.RetryAfter),
        ConnectorAnswer<T>.NoAnswer none => new SendResult.NotSent(none.Reason),
        ConnectorAnswer<T>.NotSent not => new SendResult.NotSent(not.Reason),
        _ => new SendResult.NotSent("Teams did not say how it is reached."),
    };

    /// <summary>Why nothing at all can be sent to a place, when that is what the answer says; null otherwise.</summary>
    public static string? Obstacle<T>(ConnectorAnswer<T> answer) => answer is ConnectorAnswer<T>.Failed
    {
        Code: ConnectorErrors.MessageWritesBlocked or ConnectorErrors.BotNotInConversationRoster or ConnectorErrors.ConversationNotFound or "ForbiddenOperationException",
    } failed
        ? ConnectorErrors.Words(failed.Status, failed.Code)
        : null;
}
