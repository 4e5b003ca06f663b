using System.Text;
using DigestBot.Core.Actions;
using DigestBot.Core.Platforms;
using Microsoft.AspNetCore.Http.Features;

namespace DigestBot.Console;

/// <summary>
/// <c>POST /api/actions</c>: the page's buttons. Checked, kept in the inbox, acknowledged; the work follows (design.md 5).
/// 202 kept, 200 known already, 400 not understood, 401 not signed in, 403 from another site, 413 over 64 KB, 415 no JSON.
/// </summary>
internal static class ActionsEndpoint
{
    private const int MostBytes = 64 * 1024;

    /// <summary>Maps the route.</summary>
    public static IEndpointRouteBuilder MapActions(this IEndpointRouteBuilder routes)
    {
        routes.MapPost("/api/actions", ReceiveAsync);
        return routes;
    }

    private static async Task<IResult> ReceiveAsync(
        HttpContext call, PageAccess access, IPeople people, IInbox inbox, InboxSignal bell, TimeProvider clock)
    {
        if (Refusal(call, access) is { } status)
            return TypedResults.StatusCode(status);
        if (await BodyAsync(call) is not { } body)
            return TypedResults.StatusCode(StatusCodes.Status413PayloadTooLarge);
        if (PageInbox.Parse(body) is not { } action)
            return TypedResults.BadRequest("The body must be {\"id\",\"verb\",\"args\",\"as\"}, each a text.");
        if (action.Fault is { } fault)
            return TypedResults.BadRequest(fault);
        if (await people.NamedAsync(action.As, call.RequestAborted) is null)
            return TypedResults.BadRequest("as names nobody who is known here.");
        // Not ended with the request: half-way through, nobody could tell whether it was kept.
        var isNew = await inbox.AddAsync(new(PageInbox.Edge, action.Id, body, clock.GetUtcNow()), CancellationToken.None);
        CrashPoints.Reached(CrashPoints.InboxKept);
        bell.Ring();
        return TypedResults.StatusCode(isNew ? StatusCodes.Status202Accepted : StatusCodes.Status200OK);
    }

    private static int? Refusal(HttpContext call, PageAccess access)
    {
        if (!access.Allows(call))
            return StatusCodes.Status401Unauthorized;
        if (!IsFromHere(call.Request))
            return StatusCodes.Status403Forbidden;
        return call.Request.HasJsonContentType() ? null : StatusCodes.Status415UnsupportedMediaType;
    }

    // A browser says where a request comes from; what is no browser has no cookie to abuse and says nothing.
    private static bool IsFromHere(HttpRequest request)
    {
        var origin = request.Headers.Origin.ToString();
        var site = request.Headers["Sec-Fetch-Site"].ToString();
        return (origin.Length == 0 || origin == $"{request.Scheme}://{request.Host}") && site is "" or "same-origin";
    }

    private static async Task<string?> BodyAsync(HttpContext call)
    {
        if (call.Request.ContentLength > MostBytes)
            return null;
        if (call.Features.Get<IHttpMaxRequestBodySizeFeature>() is { IsReadOnly: false } limit)
            limit.MaxRequestBodySize = MostBytes;
        try
        {
            using var reader = new StreamReader(call.Request.Body, new UTF8Encoding(encoderShouldEmitUTF8Identifier: false));
            return await reader.ReadToEndAsync(call.RequestAborted);
        }
        catch (BadHttpRequestException tooLong) when (tooLong.StatusCode == StatusCodes.Status413PayloadTooLarge)
        {
            return null;
        }
    }
}
