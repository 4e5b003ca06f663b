using System.CommandLine;
using DigestBot.Cli.OneShot;
using DigestBot.Core.Editions;
using DigestBot.Core.Mentions;
using DigestBot.Core.Ranking;
using DigestBot.Core.Understanding;

namespace DigestBot.Cli;

/// <summary><c>digest</c>: the edition of a week from files alone, without store, settings or account.</summary>
internal static class DigestCommand
{
    private static readonly string[] Formats = ["text", "html", "slack", "teams", "json"];

    private static readonly Option<string[]> Feed = new("--feed")
    {
        Description = "File with mentions: one JSON object a line, or CSV with a header when its name ends in .csv; again for each further one. Earlier weeks in it are the history.",
        Required = true,
        Arity = ArgumentArity.OneOrMore,
    };

    private static readonly Option<string> Name = new("--brand") { Description = "Name of the company or product.", Required = true };
    private static readonly Option<string[]> Alias = new("--alias") { Description = "Another name or handle of it; may be given again.", DefaultValueFactory = _ => [] };
    private static readonly Option<string[]> Competitor = new("--competitor") { Description = "Name or handle of a competitor; may be given again.", DefaultValueFactory = _ => [] };
    private static readonly Option<string?> Week = new("--week") { Description = "ISO week, for example 2025-W24. Default: the last complete week in the data." };
    private static readonly Option<string> TimeZone = new("--time-zone") { Description = "IANA zone in which weeks are read.", DefaultValueFactory = _ => "UTC" };
    private static readonly Option<string> Format = new("--format") { Description = "What is written: " + string.Join(", ", Formats) + ".", DefaultValueFactory = _ => "text" };
    private static readonly Option<int?> Point = new("--touch-point") { Description = "Only this one of the ten." };

    /// <summary>The command.</summary>
    public static Command Create()
    {
        Check();
        var digest = new Command("digest", "Compose a week's edition from files. Example: digestbot digest --feed feed.ndjson --brand Southwest --competitor United --week 2025-W24 --format json")
        {
            Feed, Name, Alias, Competitor, Week, TimeZone, Format, Point,
        };
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
            if (string.IsNullOrWhiteSpace(typed.GetValueOrDefault<string>()))
                typed.AddError("--brand needs a name.");
        });
    }

    private static async Task<int> RunAsync(ParseResult typed, CancellationToken stop)
    {
        var order = Order(typed);
        await using var services = Services(new ReadingRules(order.Brand));
        var report = new FeedReport(typed.InvocationConfiguration.Error, TimeProvider.System);
        var digest = new OneShotDigest(services.GetRequiredService<IMentionReader>(), services.GetRequiredService<EditionComposer>(), report);
        var (edition, mentions) = await ComposeAsync(digest, order, stop);
        var point = typed.GetValue(Point) is { } rank ? Ranked(edition, rank) : null;
        var output = typed.InvocationConfiguration.Output;
        if (typed.GetRequiredValue(Format) is "text")
            DigestText.Write(output, DigestFormats.Card(edition), point);
        else
            await output.WriteLineAsync(DigestFormats.Of(typed.GetRequiredValue(Format), edition, mentions, point));
        return 0;
    }

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
        new(typed.GetRequiredValue(Name).Trim()) { Aliases = typed.GetRequiredValue(Alias), Competitors = typed.GetRequiredValue(Competitor) },
        TimeZoneInfo.FindSystemTimeZoneById(typed.GetRequiredValue(TimeZone)),
        DigestWeek.TryParse(typed.GetValue(Week), out var week) ? week : null);

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
