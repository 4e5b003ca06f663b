using System.Text.Json.Nodes;
using DigestBot.Core.Actions;

namespace DigestBot.Platforms.Slack.Dialogs;

/// <summary>A dialog that asks for what a verb needs: fields, each of which becomes the words that would be typed.</summary>
/// <param name="verb">The verb.</param>
/// <param name="title">At most 24 characters.</param>
/// <param name="submit">What stands on the button that sends it.</param>
internal abstract class FormDialog(string verb, string title, string submit) : ISlackDialog
{
    /// <inheritdoc />
    public string Name { get; } = verb;

    /// <inheritdoc />
    public string Title { get; } = title;

    /// <summary>The fields, in the order in which they stand and (but for a person, who comes first) are typed.</summary>
    protected abstract IReadOnlyList<FormField> Fields { get; }

    /// <inheritdoc />
    public virtual bool OpensAbout(string about) => about.Length > 0 && !about.Contains(' ', StringComparison.Ordinal);

    /// <inheritdoc />
    public abstract Task<JsonObject> FillAsync(DialogCall call, CancellationToken cancellationToken);

    /// <inheritdoc />
    public IReadOnlyDictionary<string, string> Faults(FormState state, DateOnly today)
    {
        var faults = new Dictionary<string, string>(StringComparer.Ordinal);
        foreach (var field in Fields)
        {
            if (field.Fault(state[field.Id], today) is { } fault)
                faults[field.Id] = fault;
        }
        return faults;
    }

    /// <inheritdoc />
    public abstract Task<InboxWork> SubmittedAsync(SubmittedDialog submitted, CancellationToken cancellationToken);

    /// <summary>The form below some blocks.</summary>
    protected JsonObject Form(DialogCall call, IEnumerable<JsonObject?> above, Func<FormField, JsonObject?> field, params IEnumerable<JsonObject?> below) =>
        SlackModal.Form(Name, Title, submit, [.. above, .. Fields.Select(field), .. below], call.Metadata);

    /// <summary>Only words, when there is nothing to fill in.</summary>
    protected JsonObject Words(string text) => SlackModal.Words(Name, Title, text);

    /// <summary>The request, as if it had been typed.</summary>
    protected ActionRequest Request(SubmittedDialog submitted, string digest) =>
        new(submitted.By, Through.Button, digest, Name, Arguments(submitted));

    private string Arguments(SubmittedDialog submitted) => string.Join(
        ' ',
        Fields.OrderByDescending(field => field.IsTypedFirst).Select(field => field.Typed(submitted.State[field.Id], submitted.Workspace)).Prepend(submitted.Metadata.About).Where(words => words.Length > 0));
}
