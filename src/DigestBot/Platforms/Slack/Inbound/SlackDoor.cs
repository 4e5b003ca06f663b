namespace DigestBot.Platforms.Slack.Inbound;

/// <summary>
/// The HTTP way in. Nothing is parsed before the signature over the raw bytes holds, and nothing is read before the timestamp is
/// fresh: who does not know the secret costs one buffer.
/// </summary>
internal sealed partial class SlackDoor(SlackSignature signature, SlackIntake intake, ILogger<SlackDoor> log)
{
    /// <summary>Media type of events.</summary>
    public const string Json = "application/json";

    /// <summary>Media type of everything else.</summary>
    public const string Form = "application/x-www-form-urlencoded";

    /// <summary>The longest body taken, in bytes; a larger one is refused with 413. Slack's own are a few kilobytes.</summary>
    public const int LongestBody = 1 << 20;

    /// <summary>A handler of one route.</summary>
    /// <param name="kind">What comes there, for the counter.</param>
    /// <param name="mediaType">What it must be sent as.</param>
    /// <param name="read">Reads the verified body.</param>
    public RequestDelegate Opens(string kind, string mediaType, SlackReading read) => async context =>
    {
        try
        {
            await AnswerAsync(context, await HandleAsync(context, kind, mediaType, read));
        }
        catch (BadHttpRequestException broken) // too slow, too large, cut off: Kestrel knows the status
        {
            SlackTraffic.Count(kind, "malformed");
            context.Response.StatusCode = broken.StatusCode;
        }
        catch (Exception gone) when (gone is IOException or OperationCanceledException && context.RequestAborted.IsCancellationRequested)
        {
            LogGone(kind);
        }
    };

    private async ValueTask<SlackAck> HandleAsync(HttpContext context, string kind, string mediaType, SlackReading read)
    {
        var headers = context.Request.Headers;
        var timestamp = headers[SlackSignature.TimestampHeader].ToString();
        if (!signature.IsFresh(timestamp))
            return Refused(kind, "unsigned", StatusCodes.Status401Unauthorized);
        if (await context.Request.WholeBodyAsync(LongestBody, context.RequestAborted) is not { } body)
            return Refused(kind, "too_large", StatusCodes.Status413PayloadTooLarge);
        if (!signature.IsGenuine(timestamp, headers[SlackSignature.Header].ToString(), body))
            return Refused(kind, "unsigned", StatusCodes.Status401Unauthorized);
        if (!context.Request.IsSentAs(mediaType))
            return Refused(kind, "malformed", StatusCodes.Status415UnsupportedMediaType);
        return read(timestamp, body) is { } request
            ? await intake.ReceiveAsync(request, context.RequestAborted)
            : Refused(kind, "malformed", StatusCodes.Status400BadRequest);
    }

    private static Task AnswerAsync(HttpContext context, SlackAck ack)
    {
        context.Response.StatusCode = ack.Status;
        if (ack.Answer is null)
            return Task.CompletedTask;
        context.Response.ContentType = ack.IsText ? "text/plain; charset=utf-8" : "application/json; charset=utf-8";
        return context.Response.WriteAsync(ack.Answer, context.RequestAborted);
    }

    private static SlackAck Refused(string kind, string outcome, int status)
    {
        SlackTraffic.Count(kind, outcome);
        return new(status);
    }

    [LoggerMessage(LogLevel.Debug, "The sender of a Slack {Kind} hung up before it was answered")]
    private partial void LogGone(string kind);
}
