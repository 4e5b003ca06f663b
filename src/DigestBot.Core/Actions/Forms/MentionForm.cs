using DigestBot.Core.Platforms;
using DigestBot.Core.Understanding;

namespace DigestBot.Core.Actions.Forms;

/// <summary>One mention of the evidence, whole, with the way to the original and how it was read.</summary>
internal sealed class MentionForm : ReadingForm
{
    private const int LongestText = 2_800;
    private const int LongestWords = 200;

    /// <inheritdoc />
    public override string Name => "mention";

    /// <inheritdoc />
    public override string Verb => "evidence";

    /// <inheritdoc />
    public override string Title => "Mention";

    /// <inheritdoc />
    public override async Task<FormPage> ShowAsync(FormCall call, CancellationToken cancellationToken)
    {
        var about = new ActionArguments(call.About);
        var (at, why) = await call.PointAsync(about.TakeWord(), cancellationToken);
        if (at is null)
            return new FormPage.Words(why!);
        var all = EvidenceOrder.Of(at);
        var index = about.TryTakeNumber(out var asked) ? asked : 0;
        return index < all.Count && await call.Stores.Mentions.FindAsync([all[index]], cancellationToken) is [var read]
            ? new FormPage.Shown([.. Parts(call, read), .. await CuratingAsync(call, at, index, cancellationToken)])
            : new FormPage.Words("This mention is not kept any more: mentions are forgotten after a set time, or when their author asks for it.");
    }

    private static async Task<IEnumerable<FormPart>> CuratingAsync(FormCall call, PlacedPoint at, int index, CancellationToken cancellationToken) =>
        await call.Stores.People.AllowAsync(call.By, WhoMay.Curator, call.Digest, cancellationToken)
            ? [new FormPart.Buttons([new CardAction("relabel", "Read wrongly...", RelabelForm.About(at.Point.Id, index + 1)) { OpensDialog = true }])]
            : [];

    private static IEnumerable<FormPart> Parts(FormCall call, ReadMention read)
    {
        yield return new FormPart.Quoted(MentionWords.Text(read, LongestText));
        yield return new FormPart.Small(MentionWords.Said(read, call.Zone));
        if (read.Mention.Link is { } original)
            yield return new FormPart.Original(original);
        yield return new FormPart.Small($"Read as: {string.Join(Phrases.Dot, Reading(read.Insight))}");
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
