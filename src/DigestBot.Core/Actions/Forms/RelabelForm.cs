using DigestBot.Core.Platforms;

namespace DigestBot.Core.Actions.Forms;

/// <summary>"Read wrongly": what a touch point's mentions, or one of them, really are; the reader learns from it.</summary>
internal sealed class RelabelForm() : PointForm("relabel", "Read wrongly", "Save")
{
    private const int LongestDepartment = 40;

    /// <inheritdoc />
    public override IReadOnlyList<FormField> Fields { get; } =
    [
        new ChoiceField("kind", "What it is", [("issue", "Issue"), ("win", "Win"), ("suggestion", "Suggestion"), ("question", "Question"), ("other", "Talk")]) { IsOptional = true },
        new ChoiceField("sentiment", "How it feels", [("positive", "Positive"), ("neutral", "Neutral"), ("negative", "Negative")]) { IsOptional = true },
        new ChoiceField("about", "Whom it is about", [("about-us", "Us"), ("not-about-us", "Somebody else")]) { IsOptional = true },
        new TextField("department", "Department", LongestDepartment) { IsOptional = true, Before = "department ", Hint = "As it is called in the digest; none where it is nobody's." },
    ];

    /// <summary>What opens it about one mention of a touch point.</summary>
    /// <param name="point">Id of the touch point.</param>
    /// <param name="number">Number of the mention in the evidence, newest first, from 1.</param>
    public static string About(string point, int number) => string.Create(System.Globalization.CultureInfo.InvariantCulture, $"{point} mention {number}");

    /// <inheritdoc />
    public override bool OpensAbout(string about) => about.Split(' ') is [{ Length: > 0 }] or [{ Length: > 0 }, "mention", { Length: > 0 }];

    /// <inheritdoc />
    protected override string PointIn(string about) => about.Split(' ')[0];

    /// <inheritdoc />
    protected override async Task<IReadOnlyList<FormPart>> BelowAsync(FormCall call, PlacedPoint at, CancellationToken cancellationToken)
    {
        var meant = RelabelledMentions.Of(at, new ActionArguments(call.About[PointIn(call.About).Length..]));
        var read = await call.Stores.Mentions.FindAsync([.. meant.Take(1)], cancellationToken);
        return meant.Count == 1 && read is [var only]
            ? [new FormPart.Quoted(MentionWords.Text(only, TouchPointWords.LongestQuote))]
            : [new FormPart.Small($"Holds for all {Phrases.Count(meant.Count, "mention", "mentions")} behind it. For a single one, open it in the evidence.")];
    }
}
