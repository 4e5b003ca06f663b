using DigestBot.Core.Understanding.Corrections;
using DigestBot.Core.Understanding.LanguageModels;
using DigestBot.Core.Understanding.Learning;

namespace DigestBot.Core.Understanding.OwnModels;

/// <summary>What curators' corrections teach about one task.</summary>
/// <param name="Task">The task.</param>
/// <param name="Rows">The texts without personal data, oldest correction first.</param>
/// <param name="Times">When each was corrected.</param>
public sealed record CorrectionRows(ReadingTask Task, IReadOnlyList<LabelledText> Rows, IReadOnlyList<DateTimeOffset> Times)
{
    /// <summary>So many of the newest corrections are looked at.</summary>
    public const int Most = 20_000;

    /// <summary>With fewer corrections, or fewer than two labels that have <see cref="FewestOfLabel"/>, nothing is learned.</summary>
    public const int Fewest = 40;

    /// <summary>A label counts when so many corrections have it.</summary>
    public const int FewestOfLabel = 8;

    private const int LongestText = 4_000; // characters; what a long text is about is said by then

    /// <summary>The newest corrections that may be learned from.</summary>
    /// <param name="task">What to learn.</param>
    /// <param name="corrections">What was corrected.</param>
    /// <param name="withheld">Sources whose words are not learned from.</param>
    /// <param name="cancellationToken">Ends the look into the store.</param>
    public static async Task<CorrectionRows> ReadAsync(ReadingTask task, ICorrections corrections, WithheldSources withheld, CancellationToken cancellationToken)
    {
        var said = await corrections.LearnableAsync(FieldOf(task), Most, cancellationToken);
        var usable = said.Where(one => !withheld.Holds(one.Mention.Mention.Id.Source) && !IsRated(task, one.Mention)).Reverse().ToList();
        return new(task, [.. usable.Select(one => Row(task, one.Correction, one.Mention))], [.. usable.Select(one => one.Correction.At)]);
    }

    /// <summary>The rows whose label occurs often enough; none where there is too little to learn from.</summary>
    public IReadOnlyList<LabelledText> Enough()
    {
        var often = Rows.GroupBy(row => row.Label, StringComparer.Ordinal).Where(label => label.Count() >= FewestOfLabel).SelectMany(label => label).ToHashSet(ReferenceEqualityComparer.Instance);
        var rows = Rows.Where(often.Contains).ToList();
        return rows.Count >= Fewest && rows.Select(row => row.Label).Distinct(StringComparer.Ordinal).Skip(1).Any() ? rows : [];
    }

    /// <summary>What a curator corrects that teaches a task.</summary>
    internal static CorrectedField FieldOf(ReadingTask task) => task switch
    {
        ReadingTask.Sentiment => CorrectedField.Sentiment,
        ReadingTask.Department => CorrectedField.Department,
        _ => CorrectedField.Kind,
    };

    // Stars say the feeling; the words are not asked then.
    private static bool IsRated(ReadingTask task, ReadMention read) => task == ReadingTask.Sentiment && read.Mention.Rating is not null;

    private static LabelledText Row(ReadingTask task, Correction correction, ReadMention read)
    {
        var text = PersonalData.Mask(read.Mention.Text, read.Insight.PersonalData);
        return new(text.Length > LongestText ? text[..LongestText] : text, Label(task, correction.Value), read.Mention.Language);
    }

    private static string Label(ReadingTask task, string value) => task switch
    {
        ReadingTask.Suggestion => value == TaskAnswers.NameOf(MentionKind.Suggestion) ? TaskAnswers.Yes : TaskAnswers.No,
        ReadingTask.Department => value == Correction.None ? "" : value,
        _ => value,
    };
}
