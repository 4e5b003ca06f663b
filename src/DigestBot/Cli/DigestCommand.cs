using System.CommandLine;
using System.CommandLine.Parsing;
using System.Globalization;
using DigestBot.Cli.OneShot;
using DigestBot.Cli.Trying;
using DigestBot.Core.Editions;
using DigestBot.Core.Mentions;
using DigestBot.Core.Ranking;
using DigestBot.Core.Understanding;

namespace DigestBot.Cli;

/// <summary><c>digest</c>: the edition of a week from files alone, without store, settings or account.</summary>
internal static class DigestCommand
{
    private const int MostWeeks = 26;
    private const int WrongArguments = 2;
    private static readonly string[] Formats = ["text", "html", "slack", "teams", "json"];

    private static readonly Option<string[]> Feed = new("--feed")
    {
        Description = "File with mentions: one JSON object a line, or CSV with a header when its name ends in .csv; again for each further one. Earlier weeks in it are the history.",
        Arity = ArgumentArity.OneOrMore,
    };

    private static readonly Option<string?> Name = new("--brand") { Description = "Name of the company or product." };
    private static readonly Option<string[]> Alias = new("--alias") { Description = "Another name or handle of it; may be given again.", DefaultValueFactory = _ => [] };
    private static readonly Option<string[]> Competitor = new("--competitor") { Description = "Name or handle of a competitor; may be given again.", DefaultValueFactory = _ => [] };
    private static readonly Option<string?> Week = new("--week") { Description = "ISO week, for example 2025-W24. Default: the last complete week in the data." };
    private static readonly Option<string> TimeZone = new("--time-zone") { Description = "IANA zone in which weeks are read.", DefaultValueFactory = _ => "UTC" };
    private static readonly Option<string> Format = new("--format") { Description = "What is written: " + string.Join(", ", Formats) + ".", DefaultValueFactory = _ => "text" };
    private static readonly Option<int?> Point = new("--touch-point") { Description = "Only this one of the ten." };

    private static readonly Option<string?> Tried = TriedWeights.Create();
    private static readonly Option<int> Weeks = new("--weeks") { Description = $"How many past weeks the weights are tried on, the last one --week; 1 to {MostWeeks}.", DefaultValueFactory = _ => 4 };
    private static readonly Option<string?> StoredDigest = new("--digest") { Description = "Without --feed: which digest of the settings the weights are tried on; the first one unless given." };

    /// <summary>The command.</summary>
    public static Command Create()
    {
        Check();
        var digest = new Command("digest", "Compose a week's edition from files. Example: digestbot digest --feed feed.ndjson --brand Southwest --competitor United --week 2025-W24 --format json")
        {
            Feed, Name, Alias, Competitor, Week, TimeZone, Format, Point, Tried, Weeks, StoredDigest,
        };
        digest.Validators.Add(CheckTogether);
        digest.TreatUnmatchedTokensAsErrors = false; // weights tried on the store take settings for it
        digest.SetAction(RunAsync);
        return digest;
    }

    private static void Check()
    {
        Format.AcceptOnlyFromAmong(Formats);
        Week.Validators.Add(typed =>
        {
            if (typed.GetValueOrDefault<string?>() is { } week && !DigestWeek.TryParse(week, out _))
                typed.AddError($"--week '{week}' is no ISO week: write it like 2025-W24.");
        });
        TimeZone.Validators.Add(typed =>
        {
            if (typed.GetValueOrDefault<string>() is { } zone && !TimeZoneInfo.TryFindSystemTimeZoneById(zone, out _))
                typed.AddError($"--time-zone '{zone}' is not known here: use an IANA name, for example Europe/Paris.");
        });
        Name.Validators.Add(typed =>
        {
            if (string.IsNullOrWhiteSpace(typed.GetValueOrDefault<string?>()))
                typed.AddError("--brand needs a name.");
        });
        Weeks.Validators.Add(typed =>
        {
            if (typed.Tokens is [var word] && !(int.TryParse(word.Value, CultureInfo.InvariantCulture, out var weeks) && weeks is >= 1 and <= MostWeeks))
                typed.AddError($"--weeks must be between 1 and {MostWeeks}.");
        });
    }

    // Weights can be tried on the store, which knows its brand; an edition is made of files.
    private static void CheckTogether(CommandResult typed)
    {
        var isTried = typed.GetResult(Tried) is not null;
        var hasFeed = typed.GetResult(Feed) is { Implicit: false };
        if (!hasFeed && !isTried)
            typed.AddError("Option '--feed' is required.");
        else if (hasFeed && typed.GetResult(Name) is null)
            typed.AddError("Option '--brand' is required.");
        else if (isTried && typed.GetResult(Format)?.Tokens is [{ Value: not ("text" or "json") }])
            typed.AddError("--try-weights is written as text or json.");
        else if (typed.GetResult(Weeks) is { Implicit: false } && !isTried)
            typed.AddError("--weeks goes with --try-weights.");
    }

    private static async Task<int> RunAsync(ParseResult typed, CancellationToken stop)
    {
        var hasFeed = typed.GetResult(Feed) is { Implicit: false };
        if (hasFeed && typed.UnmatchedTokens is [var stranger, ..])
            throw new CommandException($"Unknown option or argument '{stranger}'. See: digestbot digest --help", WrongArguments);
        if (typed.GetValue(Tried) is not { } words)
            return await WriteAsync(typed, stop);
        var tried = TriedWeights.Of(words);
        if (hasFeed)
            return await TryOnFeedsAsync(typed, tried, stop);
        return await OnTheStore.RunAsync("digest", CommandLine.HostArguments(typed), async services =>
        {
            var weeks = await TrialOnTheStore.WeeksAsync(services, typed.GetValue(StoredDigest), WeekOf(typed), typed.GetValue(Weeks), tried, stop);
            return await TellAsync(typed, weeks, tried, services);
        }, stop);
    }

    private static async Task<int> TryOnFeedsAsync(ParseResult typed, IReadOnlyDictionary<string, double> tried, CancellationToken stop)
    {
        var order = Order(typed);
        await using var services = Services(new ReadingRules(order.Brand));
        var trial = services.GetRequiredService<WeightTrial>();
        var weeks = new List<TriedWeek>();
        try
        {
            await foreach (var material in OneShot(typed, services).WeeksAsync(order, typed.GetValue(Weeks), stop))
                weeks.Add(trial.Of(material, stored: null, tried));
        }
        catch (SourceException failure)
        {
            throw new CommandException(failure.Message, innerException: failure);
        }
        return await TellAsync(typed, weeks, tried, services);
    }

    private static async Task<int> TellAsync(ParseResult typed, IReadOnlyList<TriedWeek> weeks, IReadOnlyDictionary<string, double> tried, IServiceProvider services)
    {
        var settings = services.GetRequiredService<WeightTrial>().Settings(tried);
        var output = typed.InvocationConfiguration.Output;
        if (typed.GetRequiredValue(Format) is "json")
            await output.WriteLineAsync(TrialJson.Of(weeks, tried, settings));
        else
            TrialText.Write(output, weeks, tried, settings);
        return 0;
    }

    private static async Task<int> WriteAsync(ParseResult typed, CancellationToken stop)
    {
        var order = Order(typed);
        await using var services = Services(new ReadingRules(order.Brand));
        var (edition, mentions) = await ComposeAsync(OneShot(typed, services), order, stop);
        var point = typed.GetValue(Point) is { } rank ? Ranked(edition, rank) : null;
        var output = typed.InvocationConfiguration.Output;
        if (typed.GetRequiredValue(Format) is "text")
            DigestText.Write(output, DigestFormats.Card(edition), point);
        else
            await output.WriteLineAsync(DigestFormats.Of(typed.GetRequiredValue(Format), edition, mentions, point));
        return 0;
    }

    private static OneShotDigest OneShot(ParseResult typed, IServiceProvider services) => new(
        services.GetRequiredService<IMentionReader>(),
        services.GetRequiredService<EditionComposer>(),
        new FeedReport(typed.InvocationConfiguration.Error, TimeProvider.System));

    private static async Task<(Edition Edition, IReadOnlyList<ReadMention> Mentions)> ComposeAsync(OneShotDigest digest, OneShotOrder order, CancellationToken stop)
    {
        try
        {
            return await digest.ComposeAsync(order, stop);
        }
        catch (SourceException failure)
        {
            throw new CommandException(failure.Message, innerException: failure);
        }
    }

    private static OneShotOrder Order(ParseResult typed) => new(
        typed.GetRequiredValue(Feed),
        new(typed.GetRequiredValue(Name)!.Trim()) { Aliases = typed.GetRequiredValue(Alias), Competitors = typed.GetRequiredValue(Competitor) },
        TimeZoneInfo.FindSystemTimeZoneById(typed.GetRequiredValue(TimeZone)),
        WeekOf(typed));

    private static DigestWeek? WeekOf(ParseResult typed) => DigestWeek.TryParse(typed.GetValue(Week), out var week) ? week : null;

    private static ServiceProvider Services(ReadingRules rules) => new ServiceCollection()
        .AddSingleton(rules)
        .AddUnderstanding()
        .AddRanking()
        .AddEditions()
        .BuildServiceProvider();

    private static TouchPoint Ranked(Edition edition, int rank) =>
        edition.TouchPoints.Concat(edition.RunnersUp).FirstOrDefault(point => point.Rank == rank)
        ?? throw new CommandException(
            edition.TouchPoints.Count == 0
                ? $"The edition of {edition.Key.Week} has no touch points."
                : $"--touch-point {rank} does not exist: the edition of {edition.Key.Week} has 1 to {edition.TouchPoints.Count}.",
            exitCode: 2);
}
