using System.CommandLine;
using System.CommandLine.Parsing;
using System.Text.RegularExpressions;
using DigestBot.Core.Actions;
using DigestBot.Core.Mentions;
using DigestBot.Core.Understanding;
using DigestBot.Settings;
using DigestBot.Sources;
using DigestBot.Sources.Csv;
using DigestBot.Storage;

namespace DigestBot.Cli;

/// <summary><c>import FILE --source NAME</c> puts a file's mentions into the store; <c>import --customers FILE</c> a list of customers.</summary>
internal static partial class ImportCommand
{
    private static readonly Argument<string?> Feed = new("FILE")
    {
        Description = "File of mentions: CSV with a header when it ends in .csv, otherwise NDJSON, one mention a line.",
        Arity = ArgumentArity.ZeroOrOne,
    };

    private static readonly Option<string?> Source = new("--source") { Description = "Name of the source that the mentions come from." };
    private static readonly Option<string?> Customers = new("--customers") { Description = "CSV file of customers with the columns handle, account and tier." };

    /// <summary>The command; what it does not know goes to the host as settings.</summary>
    public static Command Create()
    {
        var import = new Command("import", "Put a file into the store. Example: digestbot import reviews.csv --source reviews. Customers: digestbot import --customers customers.csv")
        {
            Feed, Source, Customers,
        };
        import.TreatUnmatchedTokensAsErrors = false;
        import.Validators.Add(CheckTogether);
        import.SetAction((typed, stop) => OnTheStore.RunAsync("import", CommandLine.HostArguments(typed), services => RunAsync(services, typed, stop), stop));
        return import;
    }

    private static void CheckTogether(CommandResult typed)
    {
        var (feed, source, customers) = (typed.GetValue(Feed), typed.GetValue(Source), typed.GetValue(Customers));
        if (customers is not null && (feed is not null || source is not null))
            typed.AddError("Import either FILE with --source NAME, or --customers FILE, not both at once.");
        else if (customers is null && feed is null)
            typed.AddError("Say what to import: FILE with --source NAME, or --customers FILE.");
        else if (customers is null && (source is null || !SourceName().IsMatch(source)))
            typed.AddError("--source NAME is needed: where the mentions come from, 1 to 40 letters, digits, dots, hyphens or underscores.");
    }

    private static Task<int> RunAsync(IServiceProvider services, ParseResult typed, CancellationToken stop)
    {
        RefuseMixingWithSample(services.GetRequiredService<IConfiguration>());
        return typed.GetValue(Customers) is { } customers
            ? ImportCustomersAsync(services, customers, System.Console.Out, System.Console.Error, stop)
            : ImportMentionsAsync(services, typed.GetValue(Feed)!, typed.GetValue(Source)!, System.Console.Out, System.Console.Error, stop);
    }

    /// <summary>Imports mentions; 0 when at least one could be read.</summary>
    /// <exception cref="CommandException">The file is missing, or nothing in it can be read.</exception>
    internal static async Task<int> ImportMentionsAsync(
        IServiceProvider services, string path, string source, TextWriter output, TextWriter errors, CancellationToken stop)
    {
        await (await OpenedAsync(() => Task.FromResult(SourceFiles.Open(path)))).DisposeAsync(); // a missing file is no run of the source
        var progress = new StoredSoFar(services.GetRequiredService<TimeProvider>(), errors);
        var report = await services.GetRequiredService<MentionCollector>().ImportAsync(SourcesRegistration.ForFile(path, source), progress, stop);
        await report.TellAsync(output, errors);
        if (report.Run.Added + report.Run.Refreshed == 0)
            throw new CommandException($"Nothing in {path} can be read. Expected one mention a line with id, text and createdAt.");
        return report.IsComplete ? 0 : 1;
    }

    /// <summary>Imports customers; 0 when at least one could be read.</summary>
    /// <exception cref="CommandException">The file is missing, has other columns, or nothing in it can be read.</exception>
    internal static async Task<int> ImportCustomersAsync(
        IServiceProvider services, string path, TextWriter output, TextWriter errors, CancellationToken stop)
    {
        var (customers, skipped) = await OpenedAsync(() => CustomerFile.ReadAsync(path, stop));
        foreach (var line in skipped.Take(CollectionReport.MostSkippedTold))
            await errors.WriteLineAsync($"line {line.Line} skipped: {line.Reason}");
        if (customers.Count == 0)
            throw new CommandException($"Nothing in {path} can be read. Expected lines such as: jane_doe,Globex,gold");
        await using var scope = services.CreateAsyncScope();
        var kept = await scope.ServiceProvider.GetRequiredService<ITeachings>().ImportCustomersAsync(customers, stop);
        await output.WriteLineAsync($"customers: {customers.Count} read, {skipped.Count} skipped, {kept} kept now");
        return 0;
    }

    private static async Task<T> OpenedAsync<T>(Func<Task<T>> open)
    {
        try
        {
            return await open();
        }
        catch (SourceException failure)
        {
            throw new CommandException(failure.Message, innerException: failure);
        }
    }

    // The sample has a database of its own; what is imported into it would be shown among inventions, and lost with them.
    private static void RefuseMixingWithSample(IConfiguration settings)
    {
        if (CompanySettings.IsSample(settings) && settings[$"{StorageOptions.Section}:{nameof(StorageOptions.ConnectionString)}"] is null)
            throw new CommandException("Say first what you listen for: set Brand__Name, for example to \"Acme Air\". Without it the program shows the sample company, whose data is kept apart.");
    }

    [GeneratedRegex("^[A-Za-z0-9._-]{1,40}$", RegexOptions.CultureInvariant, matchTimeoutMilliseconds: 1000)]
    private static partial Regex SourceName();
}
