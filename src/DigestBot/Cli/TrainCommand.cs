using System.CommandLine;
using System.CommandLine.Parsing;
using DigestBot.Cli.Training;
using DigestBot.Core.Understanding.Learning;

namespace DigestBot.Cli;

/// <summary>
/// <c>train</c>: learns one task from a file of labelled texts and says whether that is better than the reader that ships, or
/// all of them from the corrections that curators made; without either, makes what ships anew from the corpus in the repository.
/// </summary>
internal static class TrainCommand
{
    private const int WrongArguments = 2;

    private static readonly string[] Tasks = [.. Enum.GetNames<ReadingTask>().Select(name => name.ToLowerInvariant())];

    /// <summary>The command.</summary>
    public static Command Create()
    {
        var labels = new Option<string?>("--labels") { Description = "File of labelled texts as NDJSON; without it the shipped models are made anew." };
        var corrections = new Option<bool>("--corrections") { Description = "Learn from curators' corrections in the store, and use what is better than what ships." };
        var task = new Option<string?>("--task") { Description = $"What the labels are about: {string.Join(", ", Tasks)}." };
        task.AcceptOnlyFromAmong(Tasks);
        var text = TextOption.Create();
        var label = new Option<string>("--label") { Description = "Field with the label.", DefaultValueFactory = _ => "label" };
        var file = new Option<string?>("--out") { Description = "File to write the model to; without it only the figures are printed." };
        var format = new Option<string>("--format") { Description = "Form of the figures: text or json.", DefaultValueFactory = _ => "text" };
        format.AcceptOnlyFromAmong("text", "json");
        var train = new Command("train", "Learn from labelled texts. Example: digestbot train --labels labels.ndjson --task kind --text text --label type --out kind.model")
        {
            labels, corrections, task, text, label, file, format,
        };
        train.Validators.Add(typed =>
        {
            if (FaultOf(typed.GetValue(corrections), typed.GetResult(labels), typed.GetResult(task), typed.GetResult(file)) is { } fault)
                typed.AddError(fault);
        });
        train.TreatUnmatchedTokensAsErrors = false; // settings of the store, with --corrections
        train.SetAction((typed, stop) => typed.GetValue(corrections)
            ? OnTheStore.RunAsync(
                "train", CommandLine.HostArguments(typed),
                services => CorrectionTraining.RunAsync(
                    services, new(typed.GetValue(task) is { } one ? TaskOf(one) : null, typed.GetValue(file), typed.GetValue(format) == "json"), System.Console.Out, stop),
                stop)
            : WithoutStoreAsync(typed, (labels, task, text, label, file, format), stop));
        return train;
    }

    private static Task<int> WithoutStoreAsync(
        ParseResult typed,
        (Option<string?> Labels, Option<string?> Task, Option<string> Text, Option<string> Label, Option<string?> File, Option<string> Format) options,
        CancellationToken stop)
    {
        if (typed.UnmatchedTokens is [var unknown, ..])
            throw new CommandException($"Unknown option or argument '{unknown}'. See: digestbot train --help", WrongArguments);
        return typed.GetValue(options.Labels) is { } path
            ? TrainingRun.RunAsync(
                new(path, TaskOf(typed.GetValue(options.Task)!), TextOption.Fields(typed.GetValue(options.Text)), typed.GetValue(options.Label)!, typed.GetValue(options.File), typed.GetValue(options.Format) == "json"),
                System.Console.Out, System.Console.Error, stop)
            : ShippedBuild.RunAsync(Environment.CurrentDirectory, System.Console.Out, System.Console.Error, stop);
    }

    private static ReadingTask TaskOf(string typed) => Enum.Parse<ReadingTask>(typed, ignoreCase: true);

    private static string? FaultOf(bool isOfCorrections, OptionResult? labels, OptionResult? task, OptionResult? file)
    {
        if (isOfCorrections)
            return labels is not null ? "Either --labels or --corrections, not both." : file is not null && task is null ? "--task is missing: one model goes into one file." : null;
        if (labels is null)
            return task is null && file is null ? null : "--labels is missing: the file with the labelled texts.";
        return task is null ? $"--task is missing: one of {string.Join(", ", Tasks)}." : null;
    }
}
