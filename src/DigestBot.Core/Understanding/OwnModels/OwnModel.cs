using DigestBot.Core.Understanding.Learning;

namespace DigestBot.Core.Understanding.OwnModels;

/// <summary>What was last learned from curators' corrections for one task. A model that is not worth it leaves its figures only.</summary>
/// <param name="Task">What it says about a mention.</param>
/// <param name="LearnedAt">When, UTC.</param>
/// <param name="Through">When the newest correction that was looked at was made, UTC.</param>
/// <param name="Figures">How good it is; its rows are the corrections that it was learned from.</param>
/// <param name="Content">The model as <see cref="ModelFile"/> writes it; null where what ships is used.</param>
public sealed record OwnModel(ReadingTask Task, DateTimeOffset LearnedAt, DateTimeOffset Through, TrainingFigures Figures, byte[]? Content)
{
    /// <summary>It answers in place of what ships.</summary>
    public bool IsUsed => Content is not null;

    /// <summary>One sentence for people on what reads this task, and how well.</summary>
    public string Sentence => IsUsed
        ? FormattableString.Invariant($"Reads {Subject} with this workspace's own model: {Figures.Own:0.00} against {Figures.Shipped:0.00} shipped, learned from {Figures.Rows} corrections.")
        : FormattableString.Invariant($"Reads {Subject} as shipped: {Figures.Rows} corrections have taught nothing better yet ({Figures.Own:0.00} against {Figures.Shipped:0.00}).");

    private string Subject => Task switch
    {
        ReadingTask.Kind => "kinds",
        ReadingTask.Suggestion => "suggestions",
        ReadingTask.Sentiment => "feelings",
        _ => "departments",
    };

    /// <summary>The model; null where what ships is used.</summary>
    /// <exception cref="ModelFormatException">It is broken, or a newer program wrote it.</exception>
    public TrainedModel? Open()
    {
        if (Content is null)
            return null;
        using var bytes = new MemoryStream(Content, writable: false);
        var model = ModelFile.Read(bytes);
        return model.Task == Task ? model : throw new ModelFormatException("it is for another task.");
    }
}

/// <summary>Keeps what was learned, one a task, for every process that reads.</summary>
public interface IOwnModels
{
    /// <summary>When something was last learned, UTC; null when nothing ever was. Cheap: asked before each collecting.</summary>
    Task<DateTimeOffset?> NewestAsync(CancellationToken cancellationToken);

    /// <summary>What is kept, by task.</summary>
    Task<IReadOnlyList<OwnModel>> AllAsync(CancellationToken cancellationToken);

    /// <summary>Keeps models in place of those of their tasks, all or none; one that was learned later already stays.</summary>
    Task KeepAsync(IReadOnlyCollection<OwnModel> models, CancellationToken cancellationToken);
}
