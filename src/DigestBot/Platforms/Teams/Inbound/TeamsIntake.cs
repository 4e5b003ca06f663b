using DigestBot.Core.Platforms;
using DigestBot.Platforms.Teams.Schema;

namespace DigestBot.Platforms.Teams.Inbound;

/// <summary>
/// What Teams sent is kept in the inbox under its own id, in one durable write, and answered with 200; the work follows. Only invokes
/// are answered at once: somebody looks at a button or a dialog meanwhile.
/// </summary>
internal sealed partial class TeamsIntake(
    IEnumerable<IInvokeHandler> handlers, IServiceScopeFactory scopes, InboxSignal bell, TimeProvider clock, ILogger<TeamsIntake> log)
{
    // Teams lets people wait for three seconds, and has to have the answer by then.
    private static readonly TimeSpan Patience = TimeSpan.FromSeconds(2.8);

    private static readonly InvokeResponse NotKept = new(StatusCodes.Status503ServiceUnavailable, null);

    private readonly IInvokeHandler[] _handlers = [.. handlers];

    /// <summary>Takes an activity whose sender is verified.</summary>
    /// <param name="received">The activity.</param>
    /// <param name="cancellationToken">Ends what is done before the write; once begun, the write is not ended with the request.</param>
    /// <returns>What to give back; never throws for what was sent.</returns>
    public Task<InvokeResponse> ReceiveAsync(TeamsReceived received, CancellationToken cancellationToken)
    {
        cancellationToken.ThrowIfCancellationRequested();
        if (received.Activity.Type == TeamsKnown.Invoke)
            return AnswerAsync(received, cancellationToken);
        return received.Kind == TeamsTraffic.Unread
            ? Task.FromResult(Told(received, "unknown", InvokeResponse.Nothing))
            : KeepAsync(received);
    }

    private async Task<InvokeResponse> AnswerAsync(TeamsReceived received, CancellationToken cancellationToken)
    {
        var invoke = received.Activity;
        try
        {
            if (Array.Find(_handlers, candidate => candidate.Takes(invoke)) is not { } handler)
                return Told(received, "unknown", InvokeResponse.Nothing);
            return Told(received, "answered", await handler.AnswerAsync(invoke, cancellationToken).WaitAsync(Patience, clock, cancellationToken));
        }
        catch (TimeoutException)
        {
            LogTooSlow(InvokeNames.Known(invoke.Name));
            return Told(received, "failed", TeamsSorry.Slow(invoke));
        }
        catch (Exception failure) when (!cancellationToken.IsCancellationRequested)
        {
            LogNotAnswered(failure, InvokeNames.Known(invoke.Name));
            return Told(received, "failed", TeamsSorry.Failed(invoke));
        }
    }

    // The service gives up after fifteen seconds; a write that has begun is ended all the same, and its repeat is known again.
    private async Task<InvokeResponse> KeepAsync(TeamsReceived received)
    {
        bell.Arriving();
        try
        {
            await using var scope = scopes.CreateAsyncScope();
            var isNew = await scope.ServiceProvider.GetRequiredService<IInbox>().AddAsync(received.ToItem(clock.GetUtcNow()), CancellationToken.None);
            return Told(received, isNew ? "kept" : "repeated", InvokeResponse.Nothing);
        }
        catch (Exception failure) // the store's, whatever it was: the service must hear that it was not taken
        {
            LogNotKept(failure, received.Kind);
            return Told(received, "failed", NotKept);
        }
        finally
        {
            bell.Arrived();
        }
    }

    private static InvokeResponse Told(TeamsReceived received, string outcome, InvokeResponse answer)
    {
        TeamsTraffic.Count(received.Kind, outcome);
        return answer;
    }

    [LoggerMessage(LogLevel.Error, "An activity of the type {Kind} could not be kept; Teams is told so")]
    private partial void LogNotKept(Exception error, string kind);

    [LoggerMessage(LogLevel.Error, "The invoke {Name} could not be answered; the person is told to try again")]
    private partial void LogNotAnswered(Exception error, string name);

    [LoggerMessage(LogLevel.Warning, "The invoke {Name} was not answered in time; the person is told so")]
    private partial void LogTooSlow(string name);
}
