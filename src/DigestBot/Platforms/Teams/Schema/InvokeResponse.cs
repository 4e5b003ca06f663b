using System.Text.Json.Nodes;

namespace DigestBot.Platforms.Teams.Schema;

/// <summary>What an invoke is answered; the body is the answer's body.</summary>
/// <param name="Status">HTTP status: 200 whenever the invoke was understood, whatever came of it.</param>
/// <param name="Body">The answer, or null for none.</param>
internal sealed record InvokeResponse(int Status, JsonObject? Body)
{
    /// <summary>Taken, and nothing to show; closes a dialog.</summary>
    public static InvokeResponse Nothing { get; } = new(StatusCodes.Status200OK, null);

    /// <summary>To Action.Execute: words for the one who pressed.</summary>
    public static InvokeResponse Message(string words) => Action(StatusCodes.Status200OK, "application/vnd.microsoft.activity.message", words);

    /// <summary>To Action.Execute: the card as this person is to see it.</summary>
    public static InvokeResponse Card(JsonObject card) => Action(StatusCodes.Status200OK, Attachment.AdaptiveCard, card);

    /// <summary>To Action.Execute: why nothing happened.</summary>
    /// <param name="status">As HTTP would say it, in the body.</param>
    /// <param name="code">By name.</param>
    /// <param name="words">For people.</param>
    public static InvokeResponse Refusal(int status, string code, string words) =>
        Action(status, "application/vnd.microsoft.error", new JsonObject { ["code"] = code, ["message"] = words });

    /// <summary>To task/fetch and task/submit: a dialog.</summary>
    /// <param name="title">Stands above it.</param>
    /// <param name="card">What it shows.</param>
    /// <param name="isSmall">A window of half the height: there is little in it.</param>
    public static InvokeResponse Dialog(string title, JsonObject card, bool isSmall = false) => Task("continue", new JsonObject
    {
        ["title"] = title,
        ["width"] = "medium",
        ["height"] = isSmall ? "medium" : "large",
        ["card"] = new JsonObject { ["contentType"] = Attachment.AdaptiveCard, ["content"] = card },
    });

    /// <summary>To task/fetch and task/submit: words in the dialog.</summary>
    public static InvokeResponse DialogMessage(string words) => Task("message", words);

    private static InvokeResponse Action(int status, string type, JsonNode value) =>
        new(StatusCodes.Status200OK, new() { ["statusCode"] = status, ["type"] = type, ["value"] = value });

    private static InvokeResponse Task(string type, JsonNode value) =>
        new(StatusCodes.Status200OK, new() { ["task"] = new JsonObject { ["type"] = type, ["value"] = value } });
}
