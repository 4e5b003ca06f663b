using DigestBot.Core.Actions.Verbs;

namespace DigestBot.Core.Actions.Forms;

/// <summary>"Add to digest" of a message's menu: the customer's words, where they stand, a note for the curators.</summary>
internal sealed class AddForm : IForm
{
    private const int LongestText = 3_000;
    private const int ShortestText = 10;

    private static readonly TextField Text = new("text", "What the customer said", LongestText)
    {
        IsLong = true, KeepsLines = true, Shortest = ShortestText, Example = "In the customer's own words",
    };

    private static readonly LinkField Link = new("link", "Where it was said") { IsOptional = true, Hint = "The message is filled in. Better: the customer's own post." };

    private static readonly TextField Note = new("note", "Note for the curators", 300) { IsOptional = true };

    /// <inheritdoc />
    public string Name => "add";

    /// <inheritdoc />
    public string Title => "Add to digest";

    /// <inheritdoc />
    public IReadOnlyList<FormField> Fields { get; } = [Text, Link, Note];

    /// <inheritdoc />
    public bool OpensAbout(string about) => about.Length == 0;

    /// <inheritdoc />
    public Task<FormPage> ShowAsync(FormCall call, CancellationToken cancellationToken)
    {
        FormPart[] empty = call.Message is { Text.Length: 0 } ? [new FormPart.Small("This message has no text to take over: write down what the customer said.")] : [];
        return Task.FromResult<FormPage>(new FormPage.Asked("Add", [Text.With(call.Message?.Text), Link.With(call.Message?.Link), Note.With(call.Message?.By is { } by ? $"Posted by {by}" : null)])
        {
            Above = empty,
            Below = [new FormPart.Small("The curators decide whether it counts.")],
        });
    }

    /// <inheritdoc />
    public Task<InboxWork> SubmittedAsync(SubmittedForm submitted, CancellationToken cancellationToken)
    {
        var values = submitted.Values;
        // The last line is ours, whatever the customer's words look like.
        var note = $"{AddAction.NoteMark} {Note.Typed(values[Note.Id])} {Link.Typed(values[Link.Id])}".TrimEnd();
        return Task.FromResult<InboxWork>(new InboxWork.Asked(
            new(submitted.By, Through.Button, submitted.DigestOf(seen: null), Name, $"{Text.Typed(values[Text.Id])}\n{note}")));
    }
}
