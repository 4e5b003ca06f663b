using DigestBot.Core;
using DigestBot.Core.Actions;
using DigestBot.Core.Editions;
using DigestBot.Core.Mentions;
using DigestBot.Core.Platforms;
using DigestBot.Storage;

namespace DigestBot.Serving;

/// <summary>
/// What was settled in chat while the sample ran lies in the sample's file: in which workspaces the bot is installed, who was given
/// which role, what still waits to be said to a person. At the first start as a company of one's own it is taken along, with the
/// sample's edition for rehearsals; mentions and everything made of them stay behind (decisions.md 22).
/// </summary>
internal sealed class CarryOver(Company company, StorageLocation location, IEnumerable<IChatPlatform> platforms, FreshScopes scopes, TimeProvider clock)
{
    private const int Most = 500;

    /// <summary>Takes it along once; does nothing when there is nothing to take, or when people are known here already.</summary>
    /// <exception cref="StorageException">The sample's file cannot be read.</exception>
    public async Task RunAsync(CancellationToken cancellationToken)
    {
        if (SampleFile() is not { } file || await IsSettledAsync(cancellationToken))
            return;
        await using var sample = Open(file);
        await sample.GetRequiredService<MigrationRunner>().MigrateAsync(cancellationToken);
        await using var from = sample.CreateAsyncScope();
        await scopes.RunAsync<IServiceProvider>((to, stop) => TakeAsync(from.ServiceProvider, to, stop), cancellationToken);
    }

    private string? SampleFile()
    {
        if (company.IsSample || location.File is not { } own || Path.GetFileName(own) != StorageLocation.MainFile)
            return null;
        var file = Path.Combine(Path.GetDirectoryName(own)!, StorageLocation.SampleFile);
        return File.Exists(file) ? file : null;
    }

    private Task<bool> IsSettledAsync(CancellationToken cancellationToken) => scopes.GetAsync<IKnownPeople, bool>(
        async (people, stop) => (await people.WithRoleAsync(Roles.Admin, stop)).Count > 0, cancellationToken);

    private async Task TakeAsync(IServiceProvider from, IServiceProvider to, CancellationToken cancellationToken)
    {
        await TakeInstallationsAsync(from, to, cancellationToken);
        var people = await GrantedAsync(from.GetRequiredService<IKnownPeople>(), cancellationToken);
        foreach (var (id, person) in people)
        {
            to.GetRequiredService<IKnownPeople>().Save(person);
            to.GetRequiredService<IKnownPeople>().Grant(id, person.Person.Roles);
        }
        await TakeWordsAsync(from.GetRequiredService<IOutbox>(), to.GetRequiredService<IOutbox>(), people, cancellationToken);
        await TakeExampleAsync(from.GetRequiredService<IEditionStore>(), to.GetRequiredService<IEditionStore>(), cancellationToken);
        await to.GetRequiredService<IUnitOfWork>().CommitAsync(cancellationToken);
    }

    private async Task TakeInstallationsAsync(IServiceProvider from, IServiceProvider to, CancellationToken cancellationToken)
    {
        var known = to.GetRequiredService<IInstallations>();
        foreach (var platform in platforms.Select(platform => platform.Name))
        {
            foreach (var installation in await from.GetRequiredService<IInstallations>().OfPlatformAsync(platform, cancellationToken))
            {
                if (await known.FindAsync(platform, installation.Workspace, cancellationToken) is null)
                    known.Save(installation with { Version = 1 });
            }
        }
    }

    // Those of the sample company itself were given their roles by nobody.
    private static async Task<Dictionary<string, KnownPerson>> GrantedAsync(IKnownPeople from, CancellationToken cancellationToken)
    {
        var granted = new Dictionary<string, KnownPerson>(StringComparer.Ordinal);
        foreach (var role in (Roles[])[Roles.Executive, Roles.Curator, Roles.Admin])
        {
            foreach (var person in await from.WithRoleAsync(role, cancellationToken))
                granted[person.Person.Id] = person;
        }
        return granted;
    }

    private static async Task TakeWordsAsync(IOutbox from, IOutbox to, Dictionary<string, KnownPerson> people, CancellationToken cancellationToken)
    {
        foreach (var waiting in await from.InStateAsync(DeliveryState.Waiting, Most, cancellationToken))
        {
            if (waiting is { Key.Purpose: DeliveryPurpose.Direct, Attempts: 0, Posted: null }
                && people.ContainsKey(waiting.Key.Audience)
                && await to.FindAsync(waiting.Key, cancellationToken) is null)
            {
                to.Request(new() { Key = waiting.Key, Platform = waiting.Platform, Channel = waiting.Channel, Text = waiting.Text });
            }
        }
    }

    private static async Task TakeExampleAsync(IEditionStore from, IEditionStore to, CancellationToken cancellationToken)
    {
        if (await from.LatestPublishedAsync(Sample.SampleCompany.Digest.Name, cancellationToken) is not { } edition)
            return;
        var key = edition.Key with { Digest = Digest.ExampleName };
        if (await to.FindAsync(key, cancellationToken) is null)
            to.Save(edition with { Key = key, Version = 1 });
    }

    private ServiceProvider Open(string file)
    {
        var settings = new ConfigurationBuilder().AddInMemoryCollection(
            [new($"{StorageOptions.Section}:{nameof(StorageOptions.ConnectionString)}", $"Data Source={file}")]).Build();
        return new ServiceCollection().AddSingleton(clock).AddStorage(settings).BuildServiceProvider();
    }
}
