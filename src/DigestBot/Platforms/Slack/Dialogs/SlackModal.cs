using System.Text.Json.Nodes;
using DigestBot.Core.Actions.Forms;
using DigestBot.Core.Platforms;
using DigestBot.Platforms.Slack.Answers;
using static DigestBot.Platforms.Slack.SlackBlocks;

namespace DigestBot.Platforms.Slack.Dialogs;

/// <summary>Modals as JSON, inside Slack's limits: 24 characters of title, 100 blocks.</summary>
internal static class SlackModal
{
    private const int LongestTitle = 24;
    private const int MostBlocks = 100;
    private const int LongestWords = 2_000;

    /// <summary>What stands there at once, while the rest is fetched: a trigger opens a modal for three seconds only.</summary>
    public static JsonObject Loading(IForm form) => Words(form, "Loading...");

    /// <summary>A modal that only tells something.</summary>
    public static JsonObject Words(IForm form, string text) => Modal(form, [RichText(Paragraph(Run(VisibleText.Lines(text, LongestWords))))]);

    /// <summary>The modal of what a form shows.</summary>
    /// <param name="form">The form.</param>
    /// <param name="page">What it shows.</param>
    /// <param name="workspace">The workspace, as in <see cref="SlackAddress"/>.</param>
    /// <param name="metadata">What it carries to its submission.</param>
    public static JsonObject Of(IForm form, FormPage page, string? workspace, DialogMetadata metadata) => page switch
    {
        FormPage.Asked asked => Asked(form, asked, workspace, metadata),
        FormPage.Shown shown => Shown(form, shown.Parts.SelectMany(Blocks), metadata),
        FormPage.Words words => Words(form, words.Text),
        _ => throw new ArgumentOutOfRangeException(nameof(page), page.GetType().Name, "This page has no modal."),
    };

    private static JsonObject Asked(IForm form, FormPage.Asked asked, string? workspace, DialogMetadata metadata)
    {
        var view = Shown(
            form, [.. asked.Above.SelectMany(Blocks), .. asked.Fields.Select(field => SlackFields.Block(field, workspace)), .. asked.Below.SelectMany(Blocks)], metadata);
        view["submit"] = Plain(asked.Submit, LongestTitle);
        view["close"] = Plain("Cancel", LongestTitle);
        return view;
    }

    private static JsonObject Shown(IForm form, IEnumerable<JsonObject?> blocks, DialogMetadata metadata)
    {
        var view = Modal(form, blocks);
        view["private_metadata"] = metadata.ToString();
        return view;
    }

    private static JsonObject Modal(IForm form, IEnumerable<JsonObject?> blocks) => new()
    {
        ["type"] = "modal",
        ["callback_id"] = form.Name,
        ["title"] = Plain(form.Title, LongestTitle),
        ["close"] = Plain("Close", LongestTitle),
        ["blocks"] = Array(blocks.OfType<JsonObject>().Take(MostBlocks)),
    };

    private static IEnumerable<JsonObject?> Blocks(FormPart part) => part switch
    {
        FormPart.Small small => [Context(small.Text)],
        FormPart.Told told => [Told(told)],
        FormPart.Labelled labelled => [RichText(Paragraph(Run(labelled.Label, isBold: true), Run(labelled.Text)))],
        FormPart.Quoted quoted => [RichText(Quotation(Run(quoted.Text)))],
        FormPart.Row row => [Section(row.Text, Button(row.Button))],
        FormPart.Original original => [Link(original.Address) is { } link ? RichText(Paragraph(link)) : null],
        FormPart.Comments comments => [MentionRows.Said(comments.Said)],
        FormPart.Buttons buttons => [Actions(buttons.Actions)],
        FormPart.Rule => [Divider()],
        // Its buttons would act here.
        FormPart.Preview preview => SlackTouchPoint.Blocks(preview.Card, preview.Point).Where(block => (string?)block?["type"] != "actions"),
        _ => throw new ArgumentOutOfRangeException(nameof(part), part.GetType().Name, "This part has no block."),
    };

    private static JsonObject Told(FormPart.Told told)
    {
        var headline = Paragraph(Run(told.Headline, isBold: true));
        return told.Quote is { } quote ? RichText(headline, Quotation(Run(quote))) : RichText(headline);
    }
}
