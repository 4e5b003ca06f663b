namespace DigestBot.Core.Actions.Forms;

/// <summary>
/// One form: what it asks for, and what a person meant who filled it in. Stateless; one file each. How it looks, how it is opened
/// and how it is read back is each edge's; the rights are the same for all and not its business.
/// </summary>
internal interface IForm
{
    /// <summary>The first word of a button that opens it; a verb, where it asks for what a verb needs.</summary>
    string Name { get; }

    /// <summary>The verb whose rights it takes to open it; one that is no verb's asks about rights itself.</summary>
    string Verb => Name;

    /// <summary>Stands above it; at most 24 characters.</summary>
    string Title { get; }

    /// <summary>What can be filled in, whether all of it is shown or not; empty for one that is only read.</summary>
    IReadOnlyList<FormField> Fields { get; }

    /// <summary>Whether a button opens it, or says everything already ("share tp2 to finance now").</summary>
    /// <param name="about">What follows the name.</param>
    bool OpensAbout(string about);

    /// <summary>What it shows.</summary>
    Task<FormPage> ShowAsync(FormCall call, CancellationToken cancellationToken);

    /// <summary>What is wrong with what was filled in, by field; empty when nothing is. Looks at the fields only.</summary>
    IReadOnlyDictionary<string, string> Faults(FormValues values, DateOnly today) => FormField.Faults(Fields, values, today);

    /// <summary>What a person asks for who submits it without faults.</summary>
    Task<InboxWork> SubmittedAsync(SubmittedForm submitted, CancellationToken cancellationToken);
}

/// <summary>A form that is there to be read: nobody submits it.</summary>
internal abstract class ReadingForm : IForm
{
    /// <inheritdoc />
    public abstract string Name { get; }

    /// <inheritdoc />
    public virtual string Verb => Name;

    /// <inheritdoc />
    public abstract string Title { get; }

    /// <inheritdoc />
    public IReadOnlyList<FormField> Fields => [];

    /// <inheritdoc />
    public bool OpensAbout(string about) => about.Length > 0;

    /// <inheritdoc />
    public abstract Task<FormPage> ShowAsync(FormCall call, CancellationToken cancellationToken);

    /// <inheritdoc />
    public Task<InboxWork> SubmittedAsync(SubmittedForm submitted, CancellationToken cancellationToken) =>
        Task.FromResult<InboxWork>(new InboxWork.Nothing());
}
