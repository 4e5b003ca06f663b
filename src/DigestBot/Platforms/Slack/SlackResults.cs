using DigestBot.Core.Platforms;
using DigestBot.Platforms.Slack.Api;

namespace DigestBot.Platforms.Slack;

/// <summary>What Slack's answers mean for a delivery. The reasons are for people and say what to do next.</summary>
internal static class SlackResults
{
    /// <summary>How sending or changing a message ended.</summary>
    /// <param name="answer">Slack's answer to it.</param>
    /// <param name="standing">The message, from a successful answer.</param>
    public static SendResult Of<T>(SlackAnswer<T> answer, Func<T, PostedMessage> standing) => answer switch
    {
        SlackAnswer<T>.Ok ok => new SendResult.Sent(standing(ok.Value)),
        SlackAnswer<T>.NoAnswer none => new SendResult.Unknown(none.Reason),
        _ => NotPosted(answer),
    };

    /// <summary>How a delivery ended whose message was not even tried, because a call before it failed.</summary>
    public static SendResult NotPosted<T>(SlackAnswer<T> answer) => answer switch
    {
        SlackAnswer<T>.Failed failed when SlackErrors.IsPassing(failed.Error) => new SendResult.NotSent(SlackErrors.Words(failed.Error)),
        SlackAnswer<T>.Failed failed => new SendResult.Refused(SlackErrors.Words(failed.Error, failed.Needed)),
        SlackAnswer<T>.RateLimited limited => new SendResult.NotSent("Slack takes no more messages in this workspace for a moment.", limited.RetryAfter),
        SlackAnswer<T>.NoAnswer none => new SendResult.NotSent(none.Reason),
        SlackAnswer<T>.NotSent not => new SendResult.NotSent(not.Reason),
        _ => throw new InvalidOperationException("An answer of a kind that has no result."),
    };

    /// <summary>What is known when Slack did not let itself be searched: nothing.</summary>
    /// <exception cref="SlackNotAskedException">It may let itself be searched later.</exception>
    public static LookUp NotSearched<T>(SlackAnswer<T> answer) => answer switch
    {
        // The thread's first message was deleted, and what stood below it is in no channel any more.
        SlackAnswer<T>.Failed { Error: SlackErrors.ThreadNotFound } => new LookUp.Absent(),
        SlackAnswer<T>.Failed failed when !SlackErrors.IsPassing(failed.Error) => new LookUp.CannotTell(),
        _ => throw new SlackNotAskedException(),
    };
}

/// <summary>Slack could not be asked whether a message stands; it is asked again later.</summary>
internal sealed class SlackNotAskedException() : Exception("Slack could not be asked whether the message stands.");
