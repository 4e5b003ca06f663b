using System.Text.Json.Nodes;
using DigestBot.Core.Actions;
using DigestBot.Core.Platforms;
using DigestBot.Core.Understanding;
using static DigestBot.Platforms.Slack.SlackBlocks;

namespace DigestBot.Platforms.Slack.Dialogs;

/// <summary>One mention of the evidence, whole, with the way to the original and how it was read.</summary>
internal sealed class MentionDialog : ISlackDialog
{
    private const int LongestText = 2_800;
    private const int LongestWords = 200;

    /// <inheritdoc />
    public string Name => "mention";

    /// <inheritdoc />
    public string Verb => "evidence";

    /// <inheritdoc />
    public string Title => "Mention";

    /// <inheritdoc />
    public bool OpensAbout(string about) => about.Length > 0;

    /// <inheritdoc />
    public async Task<JsonObject> FillAsync(DialogCall call, CancellationToken cancellationToken)
    {
        var about = new ActionArguments(call.Press.About);
        var (at, why) = await call.PointAsync(about.TakeWord(), cancellationToken);
        if (at is null)
            return SlackModal.Words(Name, Title, why!);
        var all = EvidenceOrder.Of(at);
        var index = about.TryTakeNumber(out var asked) ? asked : 0;
        return index < all.Count && await call.Stores.Mentions.FindAsync([all[index]], cancellationToken) is [var read]
            ? SlackModal.Shown(Name, Title, Blocks(call, read), call.Metadata)
            : SlackModal.Words(Name, Title, "This mention is not kept any more: mentions are forgotten after a set time, or when their author asks for it.");
    }

    /// <inheritdoc />
    public Task<InboxWork> SubmittedAsync(SubmittedDialog submitted, CancellationToken cancellationToken) =>
        Task.FromResult<InboxWork>(new InboxWork.Nothing());

    private static IEnumerable<JsonObject?> Blocks(DialogCall call, ReadMention read)
    {
        yield return RichText(Quotation(Run(MentionWords.Text(read, LongestText))));
        yield return Context(MentionWords.Said(read, call.Zone));
        if (Link(read.Mention.Link) is { } original)
            yield return RichText(Paragraph(original));
        yield return Context($"Read as: {string.Join(Phrases.Dot, Reading(read.Insight))}");
    }

    private static IEnumerable<string> Reading(Insight insight)
    {
        yield return insight.Kind switch
        {
            MentionKind.Win => "praise",
            MentionKind.Issue => "issue",
            MentionKind.Suggestion => "suggestion",
            MentionKind.Question => "question",
            _ => "talk",
        };
        yield return $"sentiment {Phrases.Signed(insight.SentimentScore)}";
        if (insight.Topics.Count > 0)
            yield return VisibleText.Line(string.Join(", ", insight.Topics), LongestWords);
        if (insight.Department is { } department)
            yield return VisibleText.Line(department, LongestWords);
        if (insight.Language != "und")
            yield return $"language {insight.Language}";
    }
}
