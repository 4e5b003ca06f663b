using System.Text;
using Microsoft.AspNetCore.Http.HttpResults;

namespace DigestBot.Console.Acting;

/// <summary>
/// <c>POST /api/actions</c>: the page's buttons. Checked, kept in the inbox, acknowledged; the work follows (design.md 5).
/// JSON: 202 kept, 200 known already, 400 not understood, 401 not signed in, 403 from another site, 413 over 64 KB, 415 neither
/// JSON nor a form. A form of the page: 303 back to its touch point, or a page that says why not.
/// </summary>
internal static class ActionsEndpoint
{
    /// <summary>Maps the route, and <c>POST /person</c>, by which the reader becomes another one of the sample's people.</summary>
    public static IEndpointRouteBuilder MapActions(this IEndpointRouteBuilder routes)
    {
        routes.MapPost("/api/actions", ReceiveAsync);
        routes.MapPost("/person", ChooseAsync);
        return routes;
    }

    private static async Task<IResult> ReceiveAsync(HttpContext call, ActionIntake intake, FormPost forms)
    {
        var isForm = FormPost.IsForm(call.Request);
        if (intake.Refusal(call) is { } status)
            return Refused(status, isForm);
        try
        {
            return isForm ? await forms.ReceiveAsync(call) : await ReceiveJsonAsync(call, intake);
        }
        catch (BadHttpRequestException broken)
        {
            return Refused(broken.StatusCode, isForm);
        }
    }

    private static async Task<IResult> ReceiveJsonAsync(HttpContext call, ActionIntake intake)
    {
        if (!call.Request.HasJsonContentType())
            return TypedResults.StatusCode(StatusCodes.Status415UnsupportedMediaType);
        using var reader = new StreamReader(call.Request.Body, new UTF8Encoding(encoderShouldEmitUTF8Identifier: false));
        if (PageInbox.Parse(await reader.ReadToEndAsync(call.RequestAborted)) is not { } action)
            return TypedResults.BadRequest("The body must be {\"id\",\"verb\",\"args\",\"as\"}, each a text.");
        if (await intake.FaultAsync(action, call.RequestAborted) is { } fault)
            return TypedResults.BadRequest(fault);
        return TypedResults.StatusCode(await intake.KeepAsync(action) ? StatusCodes.Status202Accepted : StatusCodes.Status200OK);
    }

    private static async Task<IResult> ChooseAsync(HttpContext call, ActionIntake intake, Viewers viewers)
    {
        if (intake.Refusal(call) is { } status)
            return Refused(status, isForm: true);
        if (!FormPost.IsForm(call.Request))
            return Refused(StatusCodes.Status415UnsupportedMediaType, isForm: true);
        var fields = await call.Request.ReadFormAsync(call.RequestAborted);
        await viewers.ChooseAsync(call, fields["person"]);
        return FormPost.SeeOther(call, "/");
    }

    private static IResult Refused(int status, bool isForm) => isForm ? Page(status) : TypedResults.StatusCode(status);

    private static ContentHttpResult Page(int status) => TypedResults.Content(
        status == StatusCodes.Status401Unauthorized ? PlainPages.SignInFirst() : PlainPages.NotTaken(status), "text/html; charset=utf-8", statusCode: status);
}
