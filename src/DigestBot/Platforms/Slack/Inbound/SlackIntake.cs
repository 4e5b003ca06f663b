using DigestBot.Core.Platforms;

namespace DigestBot.Platforms.Slack.Inbound;

/// <summary>
/// Where both ways in end: what Slack sent is kept in the inbox under its own id, in one durable write, and acknowledged; the work
/// follows. Only what must be answered at once is looked at here.
/// </summary>
internal sealed partial class SlackIntake(IServiceScopeFactory scopes, InboxSignal bell, TimeProvider clock, ILogger<SlackIntake> log)
{
    private const string NoOptions = """{"options":[]}""";

    /// <summary>Takes a verified request.</summary>
    /// <param name="request">The request.</param>
    /// <param name="cancellationToken">Ends what is done before the write; once begun, the write is not ended with the request.</param>
    /// <returns>What to give back; never throws for what was sent.</returns>
    public Task<SlackAck> ReceiveAsync(SlackRequest request, CancellationToken cancellationToken)
    {
        cancellationToken.ThrowIfCancellationRequested();
        return request.Kind switch
        {
            SlackRequestKind.Event => EventAsync(request),
            SlackRequestKind.Command => CommandAsync(request),
            SlackRequestKind.Interaction => InteractionAsync(request),
            _ => Told(request, "answered", new(StatusCodes.Status200OK, NoOptions)),
        };
    }

    private Task<SlackAck> EventAsync(SlackRequest request)
    {
        if (request.Type == "url_verification")
            return Verification(request);
        if (request.Type == "app_rate_limited")
        {
            LogHeldBack();
            return Told(request, "rate_limited", SlackAck.Accepted);
        }
        return request.Type == "event_callback" && SlackKnown.Events.Contains(request.Body.PartOf("event").TextOf("type") ?? "")
            ? KeepAsync(request)
            : Told(request, "unknown", SlackAck.Accepted);
    }

    private static Task<SlackAck> Verification(SlackRequest request) => request.Body.TextOf("challenge") is { Length: > 0 } challenge
        ? Told(request, "answered", new(StatusCodes.Status200OK, challenge) { IsText = true })
        : Told(request, "malformed", SlackAck.Malformed);

    private Task<SlackAck> CommandAsync(SlackRequest request) => request.Body.TextOf(SlackWire.CertificateCheck) is null
        ? KeepAsync(request)
        : Told(request, "answered", SlackAck.Accepted);

    private Task<SlackAck> InteractionAsync(SlackRequest request) =>
        SlackKnown.Interactions.Contains(request.Type) ? KeepAsync(request) : Told(request, "unknown", SlackAck.Accepted);

    // Slack hangs up after three seconds; a write that has begun is ended all the same, and its repeat is known again.
    private async Task<SlackAck> KeepAsync(SlackRequest request)
    {
        bell.Arriving();
        try
        {
            var item = new InboxItem(SlackAddress.Platform, request.Id, request.ToPayload(), clock.GetUtcNow());
            await using var scope = scopes.CreateAsyncScope();
            var isNew = await scope.ServiceProvider.GetRequiredService<IInbox>().AddAsync(item, CancellationToken.None);
            return await Told(request, isNew ? "kept" : "repeated", SlackAck.Accepted);
        }
        catch (Exception failure) // the store's, whatever it was: Slack must hear that it has to send it again
        {
            LogNotKept(failure, request.KindName);
            return await Told(request, "failed", SlackAck.NotKept);
        }
        finally
        {
            bell.Arrived();
        }
    }

    private static Task<SlackAck> Told(SlackRequest request, string outcome, SlackAck ack)
    {
        SlackTraffic.Count(request.KindName, outcome);
        return Task.FromResult(ack);
    }

    [LoggerMessage(LogLevel.Error, "A Slack {Kind} could not be kept; Slack is told to send it again")]
    private partial void LogNotKept(Exception error, string kind);

    [LoggerMessage(LogLevel.Warning, "Slack holds events back: more than 30,000 came within an hour")]
    private partial void LogHeldBack();
}
