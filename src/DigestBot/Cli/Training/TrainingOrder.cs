using DigestBot.Core.Understanding.Learning;

namespace DigestBot.Cli.Training;

/// <summary>What <c>train</c> was asked for.</summary>
/// <param name="Labels">File of labelled texts.</param>
/// <param name="Task">What the labels are about.</param>
/// <param name="TextFields">Fields that make the text.</param>
/// <param name="LabelField">Field with the label.</param>
/// <param name="Model">Where the model goes, or null.</param>
/// <param name="IsJson">The figures as JSON.</param>
internal sealed record TrainingOrder(string Labels, ReadingTask Task, string[] TextFields, string LabelField, string? Model, bool IsJson);
