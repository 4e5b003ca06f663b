using DigestBot.Core.Actions;
using DigestBot.Core.Editions;

namespace DigestBot.Console.Acting;

/// <summary>
/// Takes a form of the page in. The request is durable before anything else happens; the wait for its answer after that is a
/// courtesy, so that the page to which the browser is sent back can say what came of it.
/// </summary>
internal sealed class FormPost(ActionIntake intake, Answers answers, IPeople people, Digests digests, TimeProvider clock)
{
    /// <summary>The request is a form as browsers send it without a file.</summary>
    public static bool IsForm(HttpRequest request) =>
        request.ContentType?.StartsWith("application/x-www-form-urlencoded", StringComparison.OrdinalIgnoreCase) is true;

    /// <summary>Sends the browser on, by GET.</summary>
    public static IResult SeeOther(HttpContext call, string address)
    {
        call.Response.Headers.Location = address;
        return TypedResults.StatusCode(StatusCodes.Status303SeeOther);
    }

    /// <summary>303 back to the touch point with the answer.</summary>
    /// <exception cref="BadHttpRequestException">The form was not made by the page (400), or is too long (413).</exception>
    public async Task<IResult> ReceiveAsync(HttpContext call)
    {
        var sent = SentForm.Read(await FieldsAsync(call), digests) ?? throw NotOurs();
        var by = await people.FindAsync(sent.As, call.RequestAborted) ?? throw NotOurs();
        var (command, fault) = sent.Command(Today(by));
        var action = new PageAction { Id = sent.Id, Verb = sent.Verb, Args = command, As = by.Id, Digest = sent.Edition.Digest };
        if (await intake.FaultAsync(action, call.RequestAborted) is not null)
            throw NotOurs();
        answers.Expect(action.Id, sent.Point);
        if (fault is not null)
        {
            answers.Give(action.Id, new ActionReply.Refused(Refusal.NotUnderstood, fault));
            return SeeOther(call, sent.Back);
        }
        await intake.KeepAsync(action);
        await answers.WaitAsync(action.Id, call.RequestAborted);
        return SeeOther(call, sent.Back);
    }

    private static async Task<IFormCollection> FieldsAsync(HttpContext call)
    {
        try
        {
            return await call.Request.ReadFormAsync(call.RequestAborted);
        }
        catch (InvalidDataException)
        {
            throw NotOurs();
        }
    }

    private DateOnly Today(Person by)
    {
        var zone = TimeZoneInfo.TryFindSystemTimeZoneById(by.Zone, out var known) ? known : TimeZoneInfo.Utc;
        return DateOnly.FromDateTime(TimeZoneInfo.ConvertTime(clock.GetUtcNow(), zone).DateTime);
    }

    private static BadHttpRequestException NotOurs() => new("The form was not made by this page.", StatusCodes.Status400BadRequest);
}
