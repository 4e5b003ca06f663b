using System.CommandLine;
using DigestBot.Core;
using DigestBot.Core.Mentions;
using DigestBot.Core.Understanding;

namespace DigestBot.Cli;

/// <summary><c>collect [--source NAME]</c>: collects now what would be collected on schedule.</summary>
internal static class CollectCommand
{
    private const int WrongArguments = 2;

    /// <summary>The command; what it does not know goes to the host as settings.</summary>
    public static Command Create()
    {
        var source = new Option<string?>("--source") { Description = "Only this one of the configured sources. Default: all, one after the other." };
        var collect = new Command("collect", "Collect what is new in the sources, now. Example: digestbot collect --source reviews")
        {
            source,
        };
        collect.TreatUnmatchedTokensAsErrors = false;
        collect.SetAction((typed, stop) => OnTheStore.RunAsync(
            "collect", CommandLine.HostArguments(typed), services => RunAsync(services, typed.GetValue(source), System.Console.Out, System.Console.Error, stop), stop));
        return collect;
    }

    /// <summary>Collects, with a line on each source; 0 when all could be read.</summary>
    /// <exception cref="CommandException">There is no source of that name.</exception>
    internal static async Task<int> RunAsync(IServiceProvider services, string? name, TextWriter output, TextWriter errors, CancellationToken stop)
    {
        var collector = services.GetRequiredService<MentionCollector>();
        var failed = 0;
        foreach (var source in Chosen([.. services.GetServices<IMentionSource>()], name))
        {
            var progress = new StoredSoFar(services.GetRequiredService<TimeProvider>(), errors);
            var report = await collector.CollectAsync(source, progress, stop);
            await report.TellAsync(output, errors);
            failed += report.IsComplete ? 0 : 1;
        }
        return failed == 0 ? 0 : 1;
    }

    private static IReadOnlyList<IMentionSource> Chosen(IReadOnlyList<IMentionSource> sources, string? name)
    {
        if (sources.Count == 0)
            throw new CommandException("No source is configured. Add one under Sources, or use: digestbot import FILE --source NAME");
        if (name is null)
            return sources;
        var chosen = sources.Where(source => source.Name.Equals(name, StringComparison.OrdinalIgnoreCase)).ToList();
        return chosen.Count > 0 ? chosen : throw new CommandException(Unknown(name, [.. sources.Select(source => source.Name)]), WrongArguments);
    }

    private static string Unknown(string name, IReadOnlyList<string> known) => Nearest.To(name, known) is { } near
        ? $"There is no source '{name}'. Did you mean {near}?"
        : $"There is no source '{name}'. Configured are: {string.Join(", ", known)}.";
}
