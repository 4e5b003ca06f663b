using DigestBot.Core.Editions;
using DigestBot.Core.Platforms;

namespace DigestBot.Core.Actions.Forms;

/// <summary>What stands before a person who opens a form, without a word of how it looks: each edge draws it.</summary>
internal abstract record FormPage
{
    private FormPage()
    {
    }

    /// <summary>Only words: why there is nothing to fill in.</summary>
    public sealed record Words(string Text) : FormPage;

    /// <summary>Something to read.</summary>
    public sealed record Shown(IReadOnlyList<FormPart> Parts) : FormPage;

    /// <summary>Fields to fill in.</summary>
    /// <param name="Submit">What stands on the button that sends it.</param>
    /// <param name="Fields">The fields, in the order in which they stand.</param>
    public sealed record Asked(string Submit, IReadOnlyList<ShownField> Fields) : FormPage
    {
        /// <summary>What stands above the fields.</summary>
        public IReadOnlyList<FormPart> Above { get; init; } = [];

        /// <summary>What stands below them.</summary>
        public IReadOnlyList<FormPart> Below { get; init; } = [];
    }
}

/// <summary>A field as it stands there.</summary>
/// <param name="Field">The field, with what there is to choose from now.</param>
/// <param name="Initial">What stands in it at first, or null.</param>
internal sealed record ShownField(FormField Field, string? Initial);

/// <summary>Something to read in a form. Words of customers and colleagues are data in all of them.</summary>
internal abstract record FormPart
{
    private FormPart()
    {
    }

    /// <summary>A line in small letters.</summary>
    public sealed record Small(string Text) : FormPart;

    /// <summary>A headline, and what a customer said, when there is something.</summary>
    public sealed record Told(string Headline, string? Quote = null) : FormPart;

    /// <summary>A label and what it says.</summary>
    public sealed record Labelled(string Label, string Text) : FormPart;

    /// <summary>A customer's words.</summary>
    public sealed record Quoted(string Text) : FormPart;

    /// <summary>A line with a button beside it.</summary>
    public sealed record Row(string Text, CardAction Button) : FormPart;

    /// <summary>A way to the original.</summary>
    public sealed record Original(string Address) : FormPart;

    /// <summary>What was said in the thread, oldest first.</summary>
    public sealed record Comments(IReadOnlyList<ShownComment> Said) : FormPart;

    /// <summary>Buttons.</summary>
    public sealed record Buttons(IReadOnlyList<CardAction> Actions) : FormPart;

    /// <summary>A line between two parts.</summary>
    public sealed record Rule : FormPart;

    /// <summary>A touch point as its own message looks, without its buttons.</summary>
    public sealed record Preview(EditionCard Card, TouchPoint Point) : FormPart;
}
