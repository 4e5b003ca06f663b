using DigestBot.Core.Actions;
using DigestBot.Core.Editions;

namespace DigestBot.Platforms.Slack.Answers;

/// <summary>Finds out what changes an answer for the one who reads it: the zone, what may be shared, what can be taken back.</summary>
internal sealed class SlackReaders(IPeople people, Digests digests, ActionRegistry verbs, SlackOptions options)
{
    /// <summary>The reader of the answer to a request; somebody of whom nothing is known when there was none.</summary>
    public async Task<SlackReader> OfAsync(SlackReplyTo to, ActionReply reply, CancellationToken cancellationToken)
    {
        if (to.Request is not { } request)
            return SlackReader.Anybody with { Command = options.CommandName };
        return new(ZoneOf(request.By), options.CommandName)
        {
            Asked = Asked(request),
            MayShare = to.Channel is not null && await MayShareAsync(request, cancellationToken),
            // Taking a reaction away is its undo; a second way to it would only be noise.
            Undo = reply is ActionReply.Done && request.Through != Through.Reaction ? verbs.UndoOf(request.Verb, request.Arguments, request.TouchPointId) : null,
        };
    }

    /// <summary>The zone in which a person's times are told.</summary>
    public static TimeZoneInfo ZoneOf(Person person) => TimeZoneInfo.TryFindSystemTimeZoneById(person.Zone, out var zone) ? zone : TimeZoneInfo.Utc;

    private async Task<bool> MayShareAsync(ActionRequest request, CancellationToken cancellationToken) =>
        digests.Named(request.Digest) is { } digest && await people.CountsAsExecutiveAsync(request.By, digest, cancellationToken);

    // "more 5 search x" asked for "search x"; a button's request may know the touch point by its message only.
    private static string? Asked(ActionRequest request)
    {
        var words = new ActionArguments(request.Arguments);
        if (request.Verb == "more" && words.TryTakeNumber(out _))
            return words.Rest;
        var about = request.Arguments.Length > 0 ? request.Arguments : request.TouchPointId;
        return $"{request.Verb} {about}".Trim();
    }
}
