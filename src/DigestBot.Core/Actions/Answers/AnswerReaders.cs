using DigestBot.Core.Editions;

namespace DigestBot.Core.Actions.Answers;

/// <summary>Finds out what changes an answer for the one who reads it: the zone, what may be shared, what can be taken back.</summary>
internal sealed class AnswerReaders(IPeople people, Digests digests, ActionRegistry verbs)
{
    /// <summary>The reader of the answer to a request.</summary>
    /// <param name="request">What was asked; null when nobody asked for an action, and then nothing is known of the reader.</param>
    /// <param name="command">What is said before a verb where the answer is read.</param>
    /// <param name="isInCompany">Others could see it there if it were shown to everyone.</param>
    /// <param name="reply">The answer.</param>
    /// <param name="cancellationToken">Ends the reads.</param>
    public async Task<AnswerReader> OfAsync(
        ActionRequest? request, string command, bool isInCompany, ActionReply reply, CancellationToken cancellationToken)
    {
        if (request is null)
            return AnswerReader.Anybody(command);
        return new(ZoneOf(request.By), command)
        {
            Asked = Asked(request),
            MayShare = isInCompany && await MayShareAsync(request, cancellationToken),
            // Taking a reaction away is its undo; a second way to it would only be noise.
            Undo = reply is ActionReply.Done && request.Through != Through.Reaction ? verbs.UndoOf(request.Verb, request.Arguments, request.TouchPointId) : null,
        };
    }

    /// <summary>The zone in which a person's times are told.</summary>
    public static TimeZoneInfo ZoneOf(Person person) => TimeZoneInfo.TryFindSystemTimeZoneById(person.Zone, out var zone) ? zone : TimeZoneInfo.Utc;

    /// <summary>What was asked, so that it can be asked again from elsewhere on: "more 5 search x" asked for "search x".</summary>
    public static string Asked(string verb, string arguments)
    {
        var words = new ActionArguments(arguments);
        return verb == "more" && words.TryTakeNumber(out _) ? words.Rest : $"{verb} {arguments}".Trim();
    }

    private async Task<bool> MayShareAsync(ActionRequest request, CancellationToken cancellationToken) =>
        digests.Named(request.Digest) is { } digest && await people.CountsAsExecutiveAsync(request.By, digest, cancellationToken);

    // A button's request may know the touch point by its message only.
    private static string Asked(ActionRequest request) => Asked(request.Verb, request.Arguments.Length > 0 ? request.Arguments : request.TouchPointId ?? "");
}
