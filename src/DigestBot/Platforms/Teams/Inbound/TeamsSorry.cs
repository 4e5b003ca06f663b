using System.Text.Json.Nodes;
using DigestBot.Platforms.Teams.Schema;

namespace DigestBot.Platforms.Teams.Inbound;

/// <summary>
/// What a person sees where an invoke came to nothing, in the form that each kind of invoke can show. Never an HTTP fault: that would
/// be Teams' own words, which name neither a reason nor a next step.
/// </summary>
internal static class TeamsSorry
{
    private const string FailedWords = "That did not work, and nothing was changed. Please try again in a minute.";
    private const string SlowWords = "This takes longer than usual. It may still be done; please look again in a minute.";

    /// <summary>Something broke on our side.</summary>
    public static InvokeResponse Failed(Activity invoke) => Of(invoke, StatusCodes.Status500InternalServerError, "Failed", FailedWords);

    /// <summary>The answer was not there in time.</summary>
    public static InvokeResponse Slow(Activity invoke) => Of(invoke, StatusCodes.Status504GatewayTimeout, "Slow", SlowWords);

    private static InvokeResponse Of(Activity invoke, int status, string code, string words) => invoke.Name switch
    {
        InvokeNames.CardAction => InvokeResponse.Refusal(status, code, words),
        InvokeNames.Query => new(StatusCodes.Status200OK, new() { ["composeExtension"] = new JsonObject { ["type"] = "message", ["text"] = words } }),
        InvokeNames.TaskFetch or InvokeNames.TaskSubmit or InvokeNames.FetchTask or InvokeNames.SubmitAction => InvokeResponse.DialogMessage(words),
        _ => InvokeResponse.Nothing,
    };
}
