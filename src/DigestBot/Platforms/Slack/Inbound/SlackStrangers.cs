using System.Text.Json.Nodes;
using DigestBot.Core.Actions;
using DigestBot.Core.Mentions;
using DigestBot.Platforms.Slack.Api;
using DigestBot.Platforms.Slack.Workspaces;

namespace DigestBot.Platforms.Slack.Inbound;

/// <summary>
/// Keeps out what comes from a workspace that is none of ours: it was signed, so the app is there, but nobody here said that this
/// workspace may use this bot. The caller is told so in private, and the audit keeps it.
/// </summary>
internal sealed partial class SlackStrangers(
    SlackWorkspaces workspaces, SlackApi api, IServiceScopeFactory scopes, TimeProvider clock, ILogger<SlackStrangers> log)
{
    private const string Sorry =
        "DigestBot is not set up for this workspace. Whoever runs it can install it here; until then nothing was done.";

    // Who asks for the acknowledgement gives us three seconds. What is not known by then is kept: the reader asks again.
    private static readonly TimeSpan Patience = TimeSpan.FromMilliseconds(500);

    /// <summary>The acknowledgement of a stranger's request; null when it is one of ours, or not known in time.</summary>
    public async ValueTask<SlackAck?> RefusalAsync(SlackRequest request)
    {
        var from = SlackOrigin.Of(request);
        if (await IsOursAsync(from))
            return null;
        await NoteAsync(request, from);
        Tell(request);
        return new(StatusCodes.Status200OK, Answer(request)?.ToJsonString());
    }

    private async ValueTask<bool> IsOursAsync(SlackOrigin from)
    {
        try
        {
            var asked = workspaces.ForTeamAsync(from.Team, from.Enterprise, CancellationToken.None);
            return (asked.IsCompletedSuccessfully ? asked.Result : await asked.AsTask().WaitAsync(Patience, clock)) is not null;
        }
        catch (Exception unknown) // too slow, or the store failed: no reason to turn anybody away
        {
            LogNotKnown(unknown);
            return true;
        }
    }

    private async Task NoteAsync(SlackRequest request, SlackOrigin from)
    {
        try
        {
            await using var scope = scopes.CreateAsyncScope();
            scope.ServiceProvider.GetRequiredService<IAuditLog>().Append(
                new(clock.GetUtcNow(), from.PersonId, request.KindName, null, "refused: a workspace that is none of ours", request.KindName));
            await scope.ServiceProvider.GetRequiredService<IUnitOfWork>().CommitAsync(CancellationToken.None);
        }
        catch (Exception failure) // they are refused all the same
        {
            LogNotNoted(failure);
        }
    }

    // What the acknowledgement itself can say, where it can say anything.
    private static JsonObject? Answer(SlackRequest request) => request switch
    {
        { Kind: SlackRequestKind.Command } => new() { ["response_type"] = "ephemeral", ["text"] = Sorry },
        { Type: "view_submission" } => new() { ["response_action"] = "update", ["view"] = SorryView() },
        { Kind: SlackRequestKind.Options } => new() { ["options"] = new JsonArray() },
        _ => null,
    };

    private static JsonObject SorryView() => new()
    {
        ["type"] = "modal",
        ["title"] = Plain("DigestBot"),
        ["close"] = Plain("Close"),
        ["blocks"] = new JsonArray(new JsonObject { ["type"] = "section", ["text"] = Plain(Sorry) }),
    };

    private static JsonObject Plain(string text) => new() { ["type"] = "plain_text", ["text"] = text, ["emoji"] = false };

    // A button's acknowledgement shows nothing; its own address does. Nobody waits for it and nothing hangs on it.
    private void Tell(SlackRequest request)
    {
        if (request.Kind == SlackRequestKind.Interaction && request.Body.TextOf("response_url") is { } address)
            _ = api.RespondAsync(address, new() { ["text"] = Sorry, ["replace_original"] = false }, CancellationToken.None);
    }

    [LoggerMessage(LogLevel.Warning, "It could not be told in time whether a request comes from one of our workspaces; it is kept")]
    private partial void LogNotKnown(Exception error);

    [LoggerMessage(LogLevel.Error, "The refusal of a request could not be noted in the audit")]
    private partial void LogNotNoted(Exception error);
}
