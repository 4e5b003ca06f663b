using DigestBot.Core.Actions;
using DigestBot.Core.Platforms;
using DigestBot.Platforms.Teams.Reading;
using DigestBot.Platforms.Teams.Schema;

namespace DigestBot.Platforms.Teams.Answers;

/// <summary>Sends answers, after the commit and without keeping the next item waiting.</summary>
internal sealed class TeamsAnswering(TeamsReplies replies, TeamsOptions options, Errands errands)
{
    /// <summary>Asks for an answer to be sent.</summary>
    /// <param name="activity">What was answered.</param>
    /// <param name="at">When that came.</param>
    /// <param name="request">What it asked for.</param>
    /// <param name="reply">The answer.</param>
    public void Answer(Activity activity, DateTimeOffset at, ActionRequest request, ActionReply reply)
    {
        var to = To(activity, at) with { Request = request };
        errands.Add(stop => replies.SendAsync(to, reply, stop));
    }

    private TeamsReplyTo To(Activity activity, DateTimeOffset at)
    {
        var from = TeamsFrom.Of(activity, options, at);
        return new(from.Person)
        {
            Member = activity.From?.Id,
            Company = from.IsPersonal ? null : from.Place,
            Thread = from.Thread ?? from.Message,
            WasSaid = activity.Type == "message" && !TeamsPresses.Is(activity),
        };
    }
}
