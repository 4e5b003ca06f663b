using DigestBot.Core;
using DigestBot.Core.Editions;
using DigestBot.Core.Mentions;
using DigestBot.Core.Understanding.LanguageModels;

namespace DigestBot.Cli.Trying;

/// <summary>Weights tried on the weeks that are kept.</summary>
internal static class TrialOnTheStore
{
    /// <summary>The weeks, oldest first.</summary>
    /// <param name="services">The program's.</param>
    /// <param name="name">Which digest; null for the first one.</param>
    /// <param name="last">The last week; null for the last complete one.</param>
    /// <param name="count">How many weeks.</param>
    /// <param name="tried">The weights.</param>
    /// <param name="stop">Ends the reads.</param>
    /// <exception cref="CommandException">There is no digest of that name.</exception>
    public static async Task<IReadOnlyList<TriedWeek>> WeeksAsync(
        IServiceProvider services, string? name, DigestWeek? last, int count, IReadOnlyDictionary<string, double> tried, CancellationToken stop)
    {
        var digest = DigestOf(services.GetRequiredService<Digests>(), name);
        var end = last ?? DigestWeek.Of(services.GetRequiredService<TimeProvider>().GetUtcNow(), digest.Zone).Previous;
        var trial = services.GetRequiredService<WeightTrial>();
        var weeks = new List<TriedWeek>();
        using var nobody = services.GetRequiredService<ModelSessions>().OfNobody();
        for (var back = count - 1; back >= 0; back--)
        {
            await using var scope = services.CreateAsyncScope();
            var material = await scope.ServiceProvider.GetRequiredService<WeekMaterial>().OfAsync(digest, end.Plus(-back), nobody, stop);
            var stored = await scope.ServiceProvider.GetRequiredService<IEditionStore>().FindAsync(new(digest.Name, material.Week), stop);
            weeks.Add(trial.Of(material, stored, tried));
        }
        return weeks;
    }

    private static Digest DigestOf(Digests digests, string? name) => name is null
        ? digests.All[0]
        : digests.Named(name) ?? throw new CommandException($"--digest: none is called '{name}'. Known are {string.Join(", ", digests.All.Select(digest => digest.Name))}.", exitCode: 2);
}
