using System.Text.Json;
using DigestBot.Core.Actions;
using DigestBot.Core.Mentions;
using DigestBot.Core.Platforms;
using Microsoft.AspNetCore.Http.Features;

namespace DigestBot.Console.Acting;

/// <summary>Verified, kept, acknowledged (design.md 5): the same for a form of the page and for JSON.</summary>
internal sealed class ActionIntake(PageAccess access, Viewers viewers, IPeople people, IInbox inbox, InboxSignal bell, TimeProvider clock)
{
    private const int MostBytes = 64 * 1024;

    /// <summary>Why nothing of the request is read: 401 not signed in, 403 from another site, 413 too long; null when it may pass.</summary>
    public int? Refusal(HttpContext call)
    {
        if (!access.Allows(call))
            return StatusCodes.Status401Unauthorized;
        if (!IsFromHere(call.Request))
            return StatusCodes.Status403Forbidden;
        if (call.Request.ContentLength > MostBytes)
            return StatusCodes.Status413PayloadTooLarge;
        if (call.Features.Get<IHttpMaxRequestBodySizeFeature>() is { IsReadOnly: false } limit)
            limit.MaxRequestBodySize = MostBytes; // reading on throws a BadHttpRequestException with 413
        return null;
    }

    /// <summary>What is wrong with the action; null when it can be kept.</summary>
    public async Task<string?> FaultAsync(PageAction action, CancellationToken cancellationToken)
    {
        if (action.Fault is { } fault)
            return fault;
        if (await people.NamedAsync(action.As, circle: null, cancellationToken) is not { } by)
            return "as names nobody who is known here.";
        return await viewers.MayActAsAsync(by, cancellationToken) ? null : "as must be the admin who is signed in.";
    }

    /// <summary>Durable when the task ends; false when this action is known already.</summary>
    /// <remarks>Not ended with the request: half-way through, nobody could tell whether it was kept.</remarks>
    public async Task<bool> KeepAsync(PageAction action)
    {
        var payload = JsonSerializer.Serialize(action with { Args = CleanText.Of(action.Args ?? "") }, PageActionJson.Default.PageAction);
        var isNew = await inbox.AddAsync(new(PageInbox.Edge, action.Id, payload, clock.GetUtcNow()), CancellationToken.None);
        CrashPoints.Reached(CrashPoints.InboxKept);
        bell.Ring();
        return isNew;
    }

    // A browser says where a request comes from. Where it says so in a word of its own, that word counts: behind a proxy our own
    // address is another one than the browser's. What is no browser has no cookie to abuse and says nothing.
    private static bool IsFromHere(HttpRequest request)
    {
        if (request.Headers["Sec-Fetch-Site"].ToString() is { Length: > 0 } site)
            return site == "same-origin";
        var origin = request.Headers.Origin.ToString();
        return origin.Length == 0 || origin == $"{request.Scheme}://{request.Host}";
    }
}
