using System.CommandLine;
using System.Globalization;
using DigestBot.Core;
using DigestBot.Core.Mentions;
using DigestBot.Core.Understanding;

namespace DigestBot.Cli;

/// <summary><c>collect [--source NAME] [--since DATE]</c>: collects now what would be collected on schedule.</summary>
internal static class CollectCommand
{
    private const int WrongArguments = 2;

    /// <summary>The command; what it does not know goes to the host as settings.</summary>
    public static Command Create()
    {
        var source = new Option<string?>("--source") { Description = "Only this one of the configured sources. Default: all, one after the other." };
        var since = new Option<string?>("--since") { Description = "Read again what was said since this day (UTC), for example 2026-11-01; the place to go on from stays." };
        since.Validators.Add(typed =>
        {
            if (typed.Tokens is [var word] && Day(word.Value) is null)
                typed.AddError($"--since is '{word.Value}'; write a day such as 2026-11-01.");
        });
        var collect = new Command("collect", "Collect what is new in the sources, now. Example: digestbot collect --source reviews --since 2026-11-01")
        {
            source, since,
        };
        collect.TreatUnmatchedTokensAsErrors = false;
        collect.SetAction((typed, stop) => OnTheStore.RunAsync(
            "collect", CommandLine.HostArguments(typed), services => RunAsync(services, typed.GetValue(source), Day(typed.GetValue(since)), System.Console.Out, System.Console.Error, stop), stop));
        return collect;
    }

    /// <summary>Collects, with a line on each source; 0 when all could be read.</summary>
    /// <exception cref="CommandException">There is no source of that name.</exception>
    internal static async Task<int> RunAsync(
        IServiceProvider services, string? name, DateTimeOffset? since, TextWriter output, TextWriter errors, CancellationToken stop)
    {
        var collector = services.GetRequiredService<MentionCollector>();
        var failed = 0;
        foreach (var source in Chosen([.. services.GetServices<IMentionSource>()], name))
        {
            if (name is null && await collector.IsPausedAsync(source, stop))
            {
                await errors.WriteLineAsync($"{source.Name} is paused. It is collected again after: digestbot source resume {source.Name}");
                continue;
            }
            var progress = new StoredSoFar(services.GetRequiredService<TimeProvider>(), errors);
            var report = since is { } from
                ? await collector.CollectSinceAsync(source, from, progress, stop)
                : await collector.CollectAsync(source, progress, stop);
            await report.TellAsync(output, errors);
            failed += report.IsComplete ? 0 : 1;
        }
        return failed == 0 ? 0 : 1;
    }

    private static DateTimeOffset? Day(string? written) =>
        DateOnly.TryParseExact(written, "yyyy-MM-dd", CultureInfo.InvariantCulture, DateTimeStyles.None, out var day) ? new(day, TimeOnly.MinValue, TimeSpan.Zero) : null;

    /// <summary>The sources meant by a name; all without one.</summary>
    /// <exception cref="CommandException">There is no source of that name.</exception>
    internal static IReadOnlyList<IMentionSource> Chosen(IReadOnlyList<IMentionSource> sources, string? name)
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
