using DigestBot.Core.Mentions;
using DigestBot.Core.Understanding;
using DigestBot.Core.Understanding.Learning;

namespace DigestBot.Tests.Understanding.Learning;

/// <summary>Small labelled sets of our own, and models learned from them.</summary>
internal static class Lessons
{
    private static readonly LocalReader Reader = new(new ReadingRules(new Brand("")));
    private static readonly string[] Bugs = ["crashes when I open it", "freezes on the second page", "is grey from edge to edge", "loses my settings every night"];
    private static readonly string[] Wishes = ["should remember my seat", "needs a dark theme", "beside the plan of the day", "ought to export to a calendar"];
    private static readonly string[] Things = ["The map", "Your editor", "My viewer", "The scanner", "This widget", "The booking form", "Our dashboard", "The timer"];

    /// <summary>64 texts, most of which a rule could tell apart, labelled with names of their own.</summary>
    public static IReadOnlyList<LabelledText> BugsAndFeatures { get; } =
    [
        .. from thing in Things from bug in Bugs select new LabelledText($"{thing} {bug}.", "bug"),
        .. from thing in Things from wish in Wishes select new LabelledText($"{thing} {wish}.", "feature"),
    ];

    /// <summary>The same texts with the shipped reader's own answers for labels: nothing can be better than it on them.</summary>
    public static IReadOnlyList<LabelledText> AsShipped { get; } =
        [.. BugsAndFeatures.Select(text => text with { Label = Reader.Read(Reading.Said(text.Text)).Kind.ToString().ToLowerInvariant() })];

    /// <summary>A model of <see cref="BugsAndFeatures"/>.</summary>
    public static TrainedModel Model { get; } = Learn(BugsAndFeatures, ReadingTask.Kind);

    /// <summary>Learns, with the corpus left out, which takes a moment longer.</summary>
    public static TrainedModel Learn(IReadOnlyList<LabelledText> rows, ReadingTask task) =>
        ModelTrainer.Train(Reader, rows, [], task, progress: null, CancellationToken.None);

    /// <summary>A model as the bytes of its file.</summary>
    public static byte[] Bytes(TrainedModel model)
    {
        using var file = new MemoryStream();
        ModelFile.Write(model, file);
        return file.ToArray();
    }
}
