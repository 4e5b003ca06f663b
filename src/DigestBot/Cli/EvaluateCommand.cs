using System.CommandLine;
using DigestBot.Cli.Evaluation;
using DigestBot.Core.Editions;
using DigestBot.Core.Ranking;
using DigestBot.Core.Understanding;

namespace DigestBot.Cli;

/// <summary><c>evaluate FOLDER</c>: how well the program understands and chooses, measured on labelled sets; fails where a figure fell.</summary>
internal static class EvaluateCommand
{
    private static readonly Argument<string> Folder = new("FOLDER") { Description = "Folder with labelled sets, one folder a set." };

    private static readonly Option<string?> Recorded = new("--figures")
    {
        Description = "File with the figures reached before. Default: figures.json in the folder.",
    };

    private static readonly Option<bool> Record = new("--record") { Description = "Keep what is measured now as what must be reached from now on." };

    private static readonly Option<bool> Trained = new("--trained") { Description = "Also learn from the train part of each set and measure what that reaches. Takes minutes." };

    private static readonly Option<string> Format = new("--format") { Description = "text or json", DefaultValueFactory = _ => "text" };

    /// <summary>The command.</summary>
    public static Command Create()
    {
        Format.AcceptOnlyFromAmong("text", "json");
        var evaluate = new Command("evaluate", "Measure reading, stories, trends and digests on labelled data. Example: digestbot evaluate data --record")
        {
            Folder, Recorded, Record, Trained, Format,
        };
        evaluate.SetAction((typed, stop) => Task.FromResult(Run(typed, stop)));
        return evaluate;
    }

    private static int Run(ParseResult typed, CancellationToken stop)
    {
        var folder = typed.GetRequiredValue(Folder);
        var file = typed.GetValue(Recorded) ?? Path.Combine(folder, "figures.json");
        var recorded = RecordedFigures.Load(file);
        var figures = Measure(folder, typed.GetValue(Trained), typed.InvocationConfiguration.Error, stop);
        var output = typed.InvocationConfiguration.Output;
        if (typed.GetRequiredValue(Format) is "json")
            EvaluationTable.WriteJson(output, figures, recorded);
        else
            EvaluationTable.Write(output, figures, recorded);
        if (typed.GetValue(Record))
            RecordedFigures.Save(file, figures);
        var fallen = figures.Where(figure => recorded.TryGetValue(figure.Key, out var before) && figure.IsWorseThan(before)).ToList();
        return fallen.Count == 0 || typed.GetValue(Record)
            ? 0
            : throw new CommandException($"Worse than recorded in {file}: {string.Join("; ", fallen.Select(figure => figure.Key))}.");
    }

    /// <summary>Measures every set there is.</summary>
    /// <param name="folder">Folder with labelled sets.</param>
    /// <param name="isTrained">Whether to learn from the sets' train parts too.</param>
    /// <param name="errors">Told of each set as it is done.</param>
    /// <param name="stop">Ends it.</param>
    /// <exception cref="CommandException">There is no such folder, no set in it, or one that cannot be read.</exception>
    internal static IReadOnlyList<Figure> Measure(string folder, bool isTrained, TextWriter errors, CancellationToken stop)
    {
        if (!Directory.Exists(folder))
            throw new CommandException($"There is no folder {folder}.");
        using var services = new ServiceCollection().AddRanking().AddEditions().BuildServiceProvider();
        IMeasure[] measures =
        [
            new ReadingSets(new LocalReader(new ReadingRules(new("")))),
            new SupportTopicsSet(rules => new LocalReader(rules)),
            new DuplicateSet(),
            new FeedSets(brand => new LocalReader(new ReadingRules(brand)), services.GetRequiredService<EditionComposer>()),
            .. isTrained ? [new TrainedSets(errors)] : Array.Empty<IMeasure>(),
        ];
        var figures = new List<Figure>();
        foreach (var figure in measures.SelectMany(measure => measure.Measure(folder, stop)))
        {
            figures.Add(figure);
            errors.WriteLine($"measured {figure.Key}");
        }
        return figures.Count > 0
            ? figures
            : throw new CommandException($"There is no labelled set that is known in {folder}: expected folders such as suggestion-mining, support-topics, near-duplicates, feeds or corpus.");
    }
}
