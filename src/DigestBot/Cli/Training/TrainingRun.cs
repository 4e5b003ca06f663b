using System.Globalization;
using DigestBot.Core.Mentions;
using DigestBot.Core.Understanding.Learning;
using DigestBot.Sources;
using DigestBot.Sources.Ndjson;

namespace DigestBot.Cli.Training;

/// <summary>Reads labels, learns, writes the model and prints the figures.</summary>
internal static class TrainingRun
{
    /// <summary>Does what was asked for; the exit code.</summary>
    /// <param name="order">What was asked for.</param>
    /// <param name="output">Where the figures go.</param>
    /// <param name="errors">Where progress and skipped lines are told.</param>
    /// <param name="stop">Ends it.</param>
    /// <exception cref="CommandException">The file cannot be read, nothing can be learned from it, or the model cannot be written.</exception>
    internal static async Task<int> RunAsync(TrainingOrder order, TextWriter output, TextWriter errors, CancellationToken stop)
    {
        var labels = await ReadAsync(order, stop);
        await TellAsync(labels, order, errors);
        var model = Learn(labels, order, errors, stop);
        if (order.Model is { } path)
            Write(model, path);
        await output.WriteAsync(order.IsJson ? FiguresPrinter.Json(model, labels.Unlabelled) : FiguresPrinter.Table(model));
        await errors.WriteLineAsync(FiguresPrinter.Verdict(model.Figures, order.Model));
        return 0;
    }

    private static async Task<LabelFile> ReadAsync(TrainingOrder order, CancellationToken stop)
    {
        try
        {
            await using var file = SourceFiles.Open(order.Labels);
            return await LabelFile.ReadAsync(file, order.TextFields, order.LabelField, stop);
        }
        catch (SourceException failure)
        {
            throw new CommandException(failure.Message, innerException: failure);
        }
    }

    private static async Task TellAsync(LabelFile labels, TrainingOrder order, TextWriter errors)
    {
        foreach (var skipped in labels.Skipped)
            await errors.WriteLineAsync(string.Create(CultureInfo.InvariantCulture, $"line {skipped.Line}: {skipped.Reason}"));
        if (labels.Unlabelled > 0)
            await errors.WriteLineAsync(string.Create(CultureInfo.InvariantCulture, $"{labels.Unlabelled} rows without {order.LabelField} or {string.Join(" or ", order.TextFields)} left out"));
        if (labels.Rows.Count == LabelFile.MostRows)
            await errors.WriteLineAsync(string.Create(CultureInfo.InvariantCulture, $"only the first {LabelFile.MostRows:N0} rows are used"));
    }

    private static TrainedModel Learn(LabelFile labels, TrainingOrder order, TextWriter errors, CancellationToken stop)
    {
        try
        {
            return ModelTrainer.Train(labels.Rows, order.Task, new TrainingProgress(TimeProvider.System, errors), stop);
        }
        catch (TrainingException failure)
        {
            throw new CommandException($"{order.Labels}: {failure.Message}", innerException: failure);
        }
    }

    /// <summary>Writes a model, and the folder that it goes into.</summary>
    /// <exception cref="CommandException">It cannot be written.</exception>
    internal static void Write(TrainedModel model, string path)
    {
        try
        {
            if (Path.GetDirectoryName(Path.GetFullPath(path)) is { } folder)
                Directory.CreateDirectory(folder);
            using var file = File.Create(path);
            ModelFile.Write(model, file);
        }
        catch (Exception failure) when (failure is IOException or UnauthorizedAccessException or ArgumentException)
        {
            throw new CommandException($"{path} cannot be written: {failure.Message}", innerException: failure);
        }
    }
}
