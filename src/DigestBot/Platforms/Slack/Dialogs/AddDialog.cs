using System.Text.Json.Nodes;
using DigestBot.Core.Actions;
using DigestBot.Core.Actions.Verbs;
using DigestBot.Core.Mentions;
using DigestBot.Platforms.Slack.Api;

namespace DigestBot.Platforms.Slack.Dialogs;

/// <summary>"Add to digest" of a message's menu: the customer's words, where they stand, a note for the curators.</summary>
/// <param name="api">Gives the link to the message.</param>
internal sealed class AddDialog(SlackApi api) : ISlackDialog
{
    private const int LongestText = 3_000;
    private const int ShortestText = 10;

    private static readonly TextField Text = new("text", "What the customer said", LongestText)
    {
        IsLong = true, KeepsLines = true, Shortest = ShortestText, Example = "In the customer's own words",
    };

    private static readonly LinkField Link = new("link", "Where it was said") { IsOptional = true, Hint = "The message is filled in. Better: the customer's own post." };

    private static readonly TextField Note = new("note", "Note for the curators", 300) { IsOptional = true };

    private static readonly FormField[] Fields = [Text, Link, Note];

    /// <inheritdoc />
    public string Name => "add";

    /// <inheritdoc />
    public string Title => "Add to digest";

    /// <inheritdoc />
    public bool OpensAbout(string about) => about.Length == 0;

    /// <inheritdoc />
    public async Task<JsonObject> FillAsync(DialogCall call, CancellationToken cancellationToken)
    {
        var said = call.Press.Message is { } message ? MessageText.Of(message) : "";
        var initial = new[] { said, await LinkAsync(call, cancellationToken), null };
        var empty = said.Length == 0 && call.Press.Message is not null
            ? SlackBlocks.Context("This message has no text to take over: write down what the customer said.")
            : null;
        return SlackModal.Form(
            Name, Title, "Add", [empty, .. Fields.Zip(initial, (field, value) => field.Block(value)), SlackBlocks.Context("The curators decide whether it counts.")], call.Metadata);
    }

    /// <inheritdoc />
    public IReadOnlyDictionary<string, string> Faults(FormState state, DateOnly today) => Fields
        .Select(field => (field.Id, Fault: field.Fault(state[field.Id], today)))
        .Where(found => found.Fault is not null)
        .ToDictionary(found => found.Id, found => found.Fault!, StringComparer.Ordinal);

    /// <inheritdoc />
    public Task<InboxWork> SubmittedAsync(SubmittedDialog submitted, CancellationToken cancellationToken)
    {
        var (state, workspace) = (submitted.State, submitted.Workspace);
        // The last line is ours, whatever the customer's words look like.
        var note = $"{AddAction.NoteMark} {Note.Typed(state["note"], workspace)} {Link.Typed(state["link"], workspace)}".TrimEnd();
        return Task.FromResult<InboxWork>(new InboxWork.Asked(
            new(submitted.By, Through.Button, submitted.DigestOf(seen: null), Name, $"{Text.Typed(state["text"], workspace)}\n{note}")));
    }

    // A courtesy: without the link the form is as good.
    private async Task<string?> LinkAsync(DialogCall call, CancellationToken cancellationToken) =>
        call.Press is { Channel: { } channel, Message: { } message } && message.TextOf("ts") is { } ts
        && await api.GetPermalinkAsync(call.Workspace, channel, ts, cancellationToken) is SlackAnswer<string>.Ok { Value: { } link }
            ? WebLink.OrNull(link)
            : null;
}
