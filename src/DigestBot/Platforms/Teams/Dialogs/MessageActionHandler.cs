using System.Text.Json;
using DigestBot.Core.Actions.Forms;
using DigestBot.Core.Mentions;
using DigestBot.Core.Platforms;
using DigestBot.Platforms.Teams.Inbound;
using DigestBot.Platforms.Teams.Manifest;
using DigestBot.Platforms.Teams.Reading;
using DigestBot.Platforms.Teams.Schema;

namespace DigestBot.Platforms.Teams.Dialogs;

/// <summary>
/// "Add to digest" of a message's menu: the message's words, link and author stand in a form, which nominates them. Teams repeats both
/// requests when an answer is slow; the second of each finds what the first did.
/// </summary>
internal sealed class MessageActionHandler(TeamsDialogs dialogs) : IInvokeHandler
{
    private const string Form = "add";
    private const int LongestName = 60;

    /// <inheritdoc />
    public bool Takes(Activity invoke) => invoke.Name is InvokeNames.FetchTask or InvokeNames.SubmitAction
        && invoke.Value.GetValueOrDefault().TextOf("commandId") == TeamsManifest.AddToDigest;

    /// <inheritdoc />
    public Task<InvokeResponse> AnswerAsync(Activity invoke, CancellationToken cancellationToken)
    {
        var value = invoke.Value.GetValueOrDefault();
        return invoke.Name == InvokeNames.FetchTask
            ? dialogs.OpenAsync(Form, invoke, Chosen(value.PartOf("messagePayload")), cancellationToken)
            : dialogs.SentAsync(invoke, value.PartOf("data"), cancellationToken);
    }

    /// <summary>The message, as people read it.</summary>
    /// <param name="payload">The <c>messagePayload</c> of Teams; from a client.</param>
    public static ChosenMessage Chosen(JsonElement payload)
    {
        var body = payload.PartOf("body");
        var content = CleanText.Of(body.TextOf("content") ?? "");
        var by = payload.PartOf("from").PartOf("user").TextOf("displayName") ?? payload.PartOf("from").PartOf("application").TextOf("displayName");
        return new(
            body.TextOf("contentType") == "text" ? content.Trim() : TeamsTyped.Markup(content),
            WebLink.OrNull(payload.TextOf("linkToMessage")),
            string.IsNullOrWhiteSpace(by) ? null : VisibleText.Line(by, LongestName));
    }
}
