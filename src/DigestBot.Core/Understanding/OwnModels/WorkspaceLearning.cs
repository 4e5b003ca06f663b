using DigestBot.Core.Understanding.Corrections;
using DigestBot.Core.Understanding.LanguageModels;
using DigestBot.Core.Understanding.Learning;
using Microsoft.Extensions.Logging;

namespace DigestBot.Core.Understanding.OwnModels;

/// <summary>
/// Learns from curators' corrections, task by task, and keeps a model only where it reads this workspace's mentions better
/// than what ships; one that is no longer better goes.
/// </summary>
/// <param name="corrections">What was corrected.</param>
/// <param name="models">What is kept.</param>
/// <param name="withheld">Sources whose words are never learned from.</param>
/// <param name="rules">What the company tells about itself.</param>
/// <param name="reader">Takes up what was learned.</param>
/// <param name="clock">When it is learned, and how long it may take.</param>
/// <param name="log">Counts and figures only.</param>
public sealed partial class WorkspaceLearning(
    ICorrections corrections, IOwnModels models, WithheldSources withheld, ReadingRules rules, OwnReader reader, TimeProvider clock, ILogger<WorkspaceLearning> log)
{
    /// <summary>So many new corrections are worth learning anew.</summary>
    public const int WorthLearning = 10;

    private static readonly TimeSpan Longest = TimeSpan.FromMinutes(15);

    /// <summary>Learns when enough was corrected since the last time, or when something that was learned from is gone; whether it did.</summary>
    /// <param name="stop">Ends it; what was kept before stays.</param>
    public async Task<bool> RunWhenNewAsync(CancellationToken stop)
    {
        using var limit = new CancellationTokenSource(Longest, clock);
        using var either = CancellationTokenSource.CreateLinkedTokenSource(limit.Token, stop);
        var lessons = await LessonsAsync(either.Token);
        if (!IsWorthIt(lessons, await models.AllAsync(either.Token)))
            return false;
        await LearnAsync(lessons, either.Token);
        return true;
    }

    /// <summary>Learns every task now, and keeps what is better.</summary>
    /// <param name="stop">Ends it; what was kept before stays.</param>
    public async Task<IReadOnlyList<LearnedTask>> RunAsync(CancellationToken stop) => await LearnAsync(await LessonsAsync(stop), stop);

    /// <summary>Learns one task and keeps nothing.</summary>
    /// <param name="task">Which.</param>
    /// <param name="stop">Ends it.</param>
    public async Task<LearnedTask> TryAsync(ReadingTask task, CancellationToken stop) =>
        await LearnAsync(await CorrectionRows.ReadAsync(task, corrections, withheld, stop), new LocalReader(rules), stop);

    private async Task<IReadOnlyList<LearnedTask>> LearnAsync(IReadOnlyList<CorrectionRows> lessons, CancellationToken stop)
    {
        var (now, before, shipped) = (clock.GetUtcNow(), await models.AllAsync(stop), new LocalReader(rules));
        var learned = new List<LearnedTask>();
        foreach (var lesson in lessons)
            learned.Add(await LearnAsync(lesson, shipped, stop));
        var kept = lessons.Zip(learned, (lesson, task) => Kept(lesson, task, now, before.FirstOrDefault(model => model.Task == task.Task))).OfType<OwnModel>().ToList();
        await models.KeepAsync(kept, stop);
        await reader.RefreshAsync(stop);
        foreach (var model in kept)
            LogLearned(model.Task, model.Figures.Rows, model.Figures.Own, model.Figures.Shipped, model.IsUsed);
        return learned;
    }

    private async Task<LearnedTask> LearnAsync(CorrectionRows lesson, LocalReader shipped, CancellationToken stop)
    {
        var rows = lesson.Enough();
        return rows.Count == 0 ? new(lesson.Task, lesson.Rows.Count, null, IsUsed: false) : await Task.Run(() => Learn(lesson, rows, shipped, stop), stop);
    }

    private LearnedTask Learn(CorrectionRows lesson, IReadOnlyList<LabelledText> rows, LocalReader shipped, CancellationToken stop)
    {
        var corpus = CorpusText.BuiltIn(lesson.Task);
        var model = ModelTrainer.TrainInOurWords(shipped, rows, corpus, lesson.Task, stop);
        return new(lesson.Task, lesson.Rows.Count, model, Worth.Has(model, rows, corpus, shipped, new(rules, [model])));
    }

    private async Task<IReadOnlyList<CorrectionRows>> LessonsAsync(CancellationToken stop)
    {
        var lessons = new List<CorrectionRows>();
        foreach (var task in Enum.GetValues<ReadingTask>())
            lessons.Add(await CorrectionRows.ReadAsync(task, corrections, withheld, stop));
        return lessons;
    }

    // Suggestions are taught by corrections of kinds, which count once.
    private static bool IsWorthIt(IReadOnlyList<CorrectionRows> lessons, IReadOnlyList<OwnModel> known)
    {
        var through = known.Select(model => model.Through).DefaultIfEmpty(DateTimeOffset.MinValue).Max();
        return lessons.Where(lesson => lesson.Task != ReadingTask.Suggestion).Sum(lesson => lesson.Times.Count(time => time > through)) >= WorthLearning
            || known.Any(model => model.IsUsed && lessons.First(lesson => lesson.Task == model.Task).Rows.Count < model.Figures.Rows);
    }

    // With too little to learn from there is nothing to say, unless a model stands there whose texts are gone.
    private static OwnModel? Kept(CorrectionRows lesson, LearnedTask learned, DateTimeOffset now, OwnModel? before)
    {
        var through = lesson.Times.DefaultIfEmpty(before?.Through ?? DateTimeOffset.MinValue).Max();
        if (learned.Model is { } model)
            return new(learned.Task, now, through, model.Figures, learned.IsUsed ? Bytes(model) : null);
        return before is null ? null : before with { LearnedAt = now, Through = through, Content = null, Figures = before.Figures with { Rows = lesson.Rows.Count } };
    }

    private static byte[] Bytes(TrainedModel model)
    {
        using var bytes = new MemoryStream();
        ModelFile.Write(model, bytes);
        return bytes.ToArray();
    }

    [LoggerMessage(LogLevel.Information, "Learned {Task} from {Rows} corrections: {Own:0.000} against {Shipped:0.000} shipped; used: {IsUsed}")]
    private partial void LogLearned(ReadingTask task, int rows, double own, double shipped, bool isUsed);
}
