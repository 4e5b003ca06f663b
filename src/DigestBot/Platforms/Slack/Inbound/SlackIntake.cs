using System.Text.Json;
using DigestBot.Core.Platforms;
using DigestBot.Platforms.Slack.Dialogs;

namespace DigestBot.Platforms.Slack.Inbound;

/// <summary>
/// Where both ways in end: what Slack sent is kept in the inbox under its own id, in one durable write, and acknowledged; the work
/// follows. Only what must be answered at once is looked at here.
/// </summary>
internal sealed partial class SlackIntake(
    SlackStrangers strangers, SlackDialogs dialogs, IServiceScopeFactory scopes, InboxSignal bell, TimeProvider clock, ILogger<SlackIntake> log)
{
    private const string NoOptions = """{"options":[]}""";

    /// <summary>Takes a verified request.</summary>
    /// <param name="request">The request.</param>
    /// <param name="cancellationToken">Ends what is done before the write; once begun, the write is not ended with the request.</param>
    /// <returns>What to give back; never throws for what was sent.</returns>
    public async Task<SlackAck> ReceiveAsync(SlackRequest request, CancellationToken cancellationToken)
    {
        cancellationToken.ThrowIfCancellationRequested();
        if (AnsweredByItself(request) is { } answer)
            return answer;
        if (await strangers.RefusalAsync(request) is { } refusal)
            return Told(request, "refused", refusal);
        if (request.Kind == SlackRequestKind.Options)
            return Told(request, "answered", new(StatusCodes.Status200OK, NoOptions));
        if (request.Type == "view_submission" && dialogs.Faults(request.Body) is { } faults)
            return Told(request, "answered", new(StatusCodes.Status200OK, JsonSerializer.Serialize(new { response_action = "errors", errors = faults })));
        // The view is opened beside the write: its trigger lives three seconds, however long the database takes.
        if (request.Kind == SlackRequestKind.Interaction && dialogs.Opens(request.Body))
            _ = dialogs.OpenAsync(request.Body, CancellationToken.None);
        return await KeepAsync(request);
    }

    // What comes from Slack itself, or means nothing to us.
    private SlackAck? AnsweredByItself(SlackRequest request) => request.Kind switch
    {
        SlackRequestKind.Event => EventAnswer(request),
        SlackRequestKind.Command when request.Body.TextOf(SlackWire.CertificateCheck) is not null => Told(request, "answered", SlackAck.Accepted),
        SlackRequestKind.Interaction when !SlackKnown.Interactions.Contains(request.Type) => Told(request, "unknown", SlackAck.Accepted),
        _ => null,
    };

    private SlackAck? EventAnswer(SlackRequest request)
    {
        switch (request.Type)
        {
            case "url_verification":
                return request.Body.TextOf("challenge") is { Length: > 0 } challenge
                    ? Told(request, "answered", new(StatusCodes.Status200OK, challenge) { IsText = true })
                    : Told(request, "malformed", SlackAck.Malformed);
            case "app_rate_limited":
                LogHeldBack();
                return Told(request, "rate_limited", SlackAck.Accepted);
            case "event_callback" when SlackKnown.Events.Contains(request.Body.PartOf("event").TextOf("type") ?? ""):
                return null;
            default:
                return Told(request, "unknown", SlackAck.Accepted);
        }
    }

    // Slack hangs up after three seconds; a write that has begun is ended all the same, and its repeat is known again.
    private async Task<SlackAck> KeepAsync(SlackRequest request)
    {
        bell.Arriving();
        try
        {
            var item = new InboxItem(SlackAddress.Platform, request.Id, request.ToPayload(), clock.GetUtcNow());
            await using var scope = scopes.CreateAsyncScope();
            var isNew = await scope.ServiceProvider.GetRequiredService<IInbox>().AddAsync(item, CancellationToken.None);
            return Told(request, isNew ? "kept" : "repeated", SlackAck.Accepted);
        }
        catch (Exception failure) // the store's, whatever it was: Slack must hear that it has to send it again
        {
            LogNotKept(failure, request.KindName);
            return Told(request, "failed", SlackAck.NotKept);
        }
        finally
        {
            bell.Arrived();
        }
    }

    private static SlackAck Told(SlackRequest request, string outcome, SlackAck ack)
    {
        SlackTraffic.Count(request.KindName, outcome);
        return ack;
    }

    [LoggerMessage(LogLevel.Error, "A Slack {Kind} could not be kept; Slack is told to send it again")]
    private partial void LogNotKept(Exception error, string kind);

    [LoggerMessage(LogLevel.Warning, "Slack holds events back: more than 30,000 came within an hour")]
    private partial void LogHeldBack();
}
