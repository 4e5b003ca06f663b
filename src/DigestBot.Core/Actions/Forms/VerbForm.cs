namespace DigestBot.Core.Actions.Forms;

/// <summary>A form that asks for what a verb needs: fields, each of which becomes the words that would be typed.</summary>
/// <param name="verb">The verb.</param>
/// <param name="title">At most 24 characters.</param>
/// <param name="submit">What stands on the button that sends it.</param>
internal abstract class VerbForm(string verb, string title, string submit) : IForm
{
    /// <inheritdoc />
    public string Name { get; } = verb;

    /// <inheritdoc />
    public string Title { get; } = title;

    /// <summary>In the order in which they stand and (but for a person, who comes first) are typed.</summary>
    public abstract IReadOnlyList<FormField> Fields { get; }

    /// <inheritdoc />
    public virtual bool OpensAbout(string about) => about.Length > 0 && !about.Contains(' ', StringComparison.Ordinal);

    /// <inheritdoc />
    public abstract Task<FormPage> ShowAsync(FormCall call, CancellationToken cancellationToken);

    /// <inheritdoc />
    public abstract Task<InboxWork> SubmittedAsync(SubmittedForm submitted, CancellationToken cancellationToken);

    /// <summary>The fields, each as it stands at first.</summary>
    protected FormPage.Asked Asked(Func<FormField, string?> initial) => Asked(Fields.Select(field => field.With(initial(field))));

    /// <summary>The same with fields that know what there is to choose from.</summary>
    protected FormPage.Asked Asked(IEnumerable<ShownField> fields) => new(submit, [.. fields]);

    /// <summary>The request, as if it had been typed.</summary>
    protected ActionRequest Request(SubmittedForm submitted, string digest) =>
        new(submitted.By, Through.Button, digest, Name, Arguments(submitted));

    private string Arguments(SubmittedForm submitted) => string.Join(
        ' ',
        Fields.OrderByDescending(field => field.IsTypedFirst).Select(field => field.Typed(submitted.Values[field.Id])).Prepend(submitted.About).Where(words => words.Length > 0));
}
