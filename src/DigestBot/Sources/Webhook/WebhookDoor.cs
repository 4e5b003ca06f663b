using System.Collections.Frozen;
using System.Globalization;
using System.Security.Cryptography;
using System.Text.Json;
using DigestBot.Core.Mentions;
using DigestBot.Core.Platforms;
using DigestBot.Core.Understanding;
using DigestBot.Platforms;

namespace DigestBot.Sources.Webhook;

/// <summary>
/// The way in. Nothing is parsed before the signature over the raw bytes holds, nothing is acknowledged before it is kept. A source
/// that is not there costs the sender, and us, the same time as one whose secret is not known.
/// </summary>
internal sealed partial class WebhookDoor(
    IEnumerable<IMentionSource> sources, IServiceScopeFactory scopes, IMentionStore mentions, InboxSignal bell, TimeProvider clock, ILogger<WebhookDoor> log)
{
    private static readonly TimeSpan WhilePaused = TimeSpan.FromHours(1);

    private readonly FrozenDictionary<string, WebhookSource> _sources =
        sources.OfType<WebhookSource>().ToFrozenDictionary(source => source.Name, StringComparer.Ordinal);

    private readonly BodySignature _nobodys = WebhookWire.Signature([new(RandomNumberGenerator.GetHexString(64)), null], clock);

    /// <summary>Handles <c>POST /ingest/{source}</c>.</summary>
    public async Task OpenAsync(HttpContext context)
    {
        try
        {
            var name = context.Request.RouteValues["source"] as string ?? "";
            var source = _sources.GetValueOrDefault(name);
            var (status, answer) = await HandleAsync(context, source);
            await AnswerAsync(context, source is null ? StatusCodes.Status404NotFound : status, source is null ? new("There is no such source.") : answer);
        }
        catch (BadHttpRequestException broken) // too slow, too large, cut off: Kestrel knows the status
        {
            context.Response.StatusCode = broken.StatusCode;
        }
        catch (Exception gone) when (gone is IOException or OperationCanceledException && context.RequestAborted.IsCancellationRequested)
        {
            LogGone();
        }
    }

    private async ValueTask<(int Status, WebhookAnswer Answer)> HandleAsync(HttpContext context, WebhookSource? source)
    {
        var (request, signature) = (context.Request, source?.Signature ?? _nobodys);
        var timestamp = request.Headers[WebhookWire.TimestampHeader].ToString();
        if (!signature.IsFresh(timestamp))
            return (401, new($"{WebhookWire.TimestampHeader} is missing, or more than {BodySignature.Tolerance.TotalMinutes} minutes from now. It is the time of sending in Unix seconds."));
        if (await request.WholeBodyAsync(WebhookWire.LongestBody, context.RequestAborted) is not { } body)
            return (413, new("The body is longer than 1 MB. Send fewer items at once."));
        if (!signature.IsGenuine(timestamp, request.Headers[WebhookWire.SignatureHeader].ToString(), body) || source is null)
            return (401, new($"{WebhookWire.SignatureHeader} is missing or wrong. It is v1= and the hex HMAC-SHA256 of v1:TIMESTAMP:BODY."));
        if (await RefusalAsync(context, source) is { } refusal)
            return refusal;
        if (WebhookWire.IsLines(request) is not { } isLines)
            return (415, new("Send application/json (an item, or an array of items) or application/x-ndjson (an item a line), not compressed."));
        if (WebhookWire.IdOf(source.Name, request, body) is not { } id)
            return (400, new($"{WebhookWire.KeyHeader} is not one text of 1 to 255 characters."));
        return WebhookDelivery.Read(source.Name, body, isLines, clock, out var fault) is { } delivery
            ? await KeepAsync(id, delivery)
            : (400, fault!);
    }

    private async ValueTask<(int Status, WebhookAnswer Answer)?> RefusalAsync(HttpContext context, WebhookSource source)
    {
        if (!source.Pace.TryTake(out var wait))
        {
            Ask(context, wait);
            return (429, new("Too many deliveries. Wait as long as Retry-After says, or send more items at once."));
        }
        if (await mentions.SourceStateAsync(source.Name, context.RequestAborted) is not { PausedAt: not null })
            return null;
        Ask(context, WhilePaused);
        return (503, new("This source is paused. Send it again later."));
    }

    // A sender may hang up; a write that has begun is ended all the same, and its repeat is known again.
    private async ValueTask<(int Status, WebhookAnswer Answer)> KeepAsync(string id, WebhookDelivery delivery)
    {
        bell.Arriving();
        try
        {
            await using var scope = scopes.CreateAsyncScope();
            var isNew = await scope.ServiceProvider.GetRequiredService<IInbox>()
                .AddAsync(new(WebhookWire.Platform, id, delivery.ToPayload(), clock.GetUtcNow()), CancellationToken.None);
            return (202, new((string?)null) { Status = isNew ? "accepted" : "repeated" });
        }
        catch (Exception failure) // the store's, whatever it was: the sender must hear that it has to send it again
        {
            LogNotKept(failure, delivery.Source);
            return (503, new("It could not be kept. Send it again."));
        }
        finally
        {
            bell.Arrived();
        }
    }

    private static void Ask(HttpContext context, TimeSpan patience) =>
        context.Response.Headers.RetryAfter = Math.Max(1, Math.Ceiling(patience.TotalSeconds)).ToString(CultureInfo.InvariantCulture);

    private static Task AnswerAsync(HttpContext context, int status, WebhookAnswer answer)
    {
        context.Response.StatusCode = status;
        context.Response.ContentType = "application/json; charset=utf-8";
        return context.Response.WriteAsync(JsonSerializer.Serialize(answer, WebhookJson.Default.WebhookAnswer), context.RequestAborted);
    }

    [LoggerMessage(LogLevel.Debug, "The sender of a delivery hung up before it was answered")]
    private partial void LogGone();

    [LoggerMessage(LogLevel.Error, "A delivery to source {Source} could not be kept; its sender is told to send it again")]
    private partial void LogNotKept(Exception error, string source);
}
