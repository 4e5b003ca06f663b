using DigestBot.Platforms.Teams.Schema;
using DigestBot.Serving;
using Microsoft.Net.Http.Headers;

namespace DigestBot.Platforms.Teams.Inbound;

/// <summary>
/// The one way in. Nothing of the body is read before the token is good: who has none costs a header. What follows from a good token
/// is looked at before anything is done (<see cref="TeamsSender"/>).
/// </summary>
internal sealed partial class TeamsDoor(
    TeamsOptions options, TeamsTokenCheck tokens, TeamsSender sender, TeamsIntake intake, IHostEnvironment environment, ILogger<TeamsDoor> log)
{
    /// <summary>The longest body taken, in bytes; a larger one is refused with 413. Teams' own are a few kilobytes, a dialog's at most hundreds.</summary>
    public const int LongestBody = 1 << 20;

    private const string Json = "application/json";

    private readonly bool _takesWithout = options.AllowUnauthenticatedInDevelopment && environment.IsDevelopment();

    /// <summary>Handles <c>POST /api/messages</c>.</summary>
    public async Task OpenAsync(HttpContext context)
    {
        try
        {
            await AnswerAsync(context, await HandleAsync(context));
        }
        catch (BadHttpRequestException broken) // too slow, too large, cut off: Kestrel knows the status
        {
            TeamsTraffic.Count(TeamsTraffic.Unread, "malformed");
            context.Response.StatusCode = broken.StatusCode;
        }
        catch (Exception gone) when (gone is IOException or OperationCanceledException && context.RequestAborted.IsCancellationRequested)
        {
            LogGone();
        }
    }

    private async ValueTask<InvokeResponse> HandleAsync(HttpContext context)
    {
        var verdict = await VerdictAsync(context);
        if (verdict.Status != StatusCodes.Status200OK)
            return Refused(verdict.Status == StatusCodes.Status401Unauthorized ? "unsigned" : "unchecked", verdict.Status);
        if (!context.Request.IsSentAs(Json))
            return Refused("malformed", StatusCodes.Status415UnsupportedMediaType);
        if (await context.Request.WholeBodyAsync(LongestBody, context.RequestAborted) is not { } body)
            return Refused("too_large", StatusCodes.Status413PayloadTooLarge);
        if (TeamsReceived.Read(body) is not { } received)
            return Refused("malformed", StatusCodes.Status400BadRequest);
        return sender.MaySend(received.Activity, verdict.Token)
            ? await intake.ReceiveAsync(received, context.RequestAborted)
            : Refused("refused", StatusCodes.Status403Forbidden);
    }

    // A token that is there is checked even where none is asked for.
    private ValueTask<TeamsTokenVerdict> VerdictAsync(HttpContext context)
    {
        var header = context.Request.Headers[HeaderNames.Authorization];
        if (header.Count == 0 && _takesWithout && ThisMachine.Sent(context))
            return ValueTask.FromResult(new TeamsTokenVerdict(StatusCodes.Status200OK, null));
        return header.Count == 1 ? tokens.CheckAsync(header[0], context.RequestAborted) : ValueTask.FromResult(TeamsTokenVerdict.Bad);
    }

    private static Task AnswerAsync(HttpContext context, InvokeResponse answer)
    {
        context.Response.StatusCode = answer.Status;
        if (answer.Body is null)
            return Task.CompletedTask;
        context.Response.ContentType = "application/json; charset=utf-8";
        return context.Response.WriteAsync(answer.Body.ToJsonString(), context.RequestAborted);
    }

    private static InvokeResponse Refused(string outcome, int status)
    {
        TeamsTraffic.Count(TeamsTraffic.Unread, outcome);
        return new(status, null);
    }

    [LoggerMessage(LogLevel.Debug, "The sender of an activity hung up before it was answered")]
    private partial void LogGone();
}
