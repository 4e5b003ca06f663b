using System.CommandLine;
using System.CommandLine.Parsing;
using DigestBot.Cli.Training;
using DigestBot.Core.Understanding.Learning;

namespace DigestBot.Cli;

/// <summary>
/// <c>train</c>: learns one task from a file of labelled texts and says whether that is better than the reader that ships;
/// without a file, makes what ships anew from the corpus in the repository.
/// </summary>
internal static class TrainCommand
{
    private static readonly string[] Tasks = [.. Enum.GetNames<ReadingTask>().Select(name => name.ToLowerInvariant())];

    /// <summary>The command.</summary>
    public static Command Create()
    {
        var labels = new Option<string?>("--labels") { Description = "File of labelled texts as NDJSON; without it the shipped models are made anew." };
        var task = new Option<string?>("--task") { Description = $"What the labels are about: {string.Join(", ", Tasks)}." };
        task.AcceptOnlyFromAmong(Tasks);
        var text = TextOption.Create();
        var label = new Option<string>("--label") { Description = "Field with the label.", DefaultValueFactory = _ => "label" };
        var file = new Option<string?>("--out") { Description = "File to write the model to; without it only the figures are printed." };
        var format = new Option<string>("--format") { Description = "Form of the figures: text or json.", DefaultValueFactory = _ => "text" };
        format.AcceptOnlyFromAmong("text", "json");
        var train = new Command("train", "Learn from labelled texts. Example: digestbot train --labels labels.ndjson --task kind --text text --label type --out kind.model")
        {
            labels, task, text, label, file, format,
        };
        train.Validators.Add(typed =>
        {
            if (FaultOf(typed.GetResult(labels), typed.GetResult(task), typed.GetResult(file)) is { } fault)
                typed.AddError(fault);
        });
        train.SetAction((typed, stop) => typed.GetValue(labels) is { } path
            ? TrainingRun.RunAsync(
                new(path, TaskOf(typed.GetValue(task)!), TextOption.Fields(typed.GetValue(text)), typed.GetValue(label)!, typed.GetValue(file), typed.GetValue(format) == "json"),
                System.Console.Out, System.Console.Error, stop)
            : ShippedBuild.RunAsync(Environment.CurrentDirectory, System.Console.Out, System.Console.Error, stop));
        return train;
    }

    private static ReadingTask TaskOf(string typed) => Enum.Parse<ReadingTask>(typed, ignoreCase: true);

    private static string? FaultOf(OptionResult? labels, OptionResult? task, OptionResult? file)
    {
        if (labels is null)
            return task is null && file is null ? null : "--labels is missing: the file with the labelled texts.";
        return task is null ? $"--task is missing: one of {string.Join(", ", Tasks)}." : null;
    }
}
