using DigestBot.Core.Mentions;
using DigestBot.Core.Understanding;
using DigestBot.Core.Understanding.Corrections;
using DigestBot.Core.Understanding.LanguageModels;
using DigestBot.Core.Understanding.OwnModels;
using DigestBot.Tests.Testing;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Logging;
using Microsoft.Extensions.Logging.Abstractions;

namespace DigestBot.Tests.Understanding.OwnModels;

/// <summary>A workspace on a real store whose curators correct what was read.</summary>
internal sealed class School : IAsyncDisposable
{
    /// <summary>The source whose words may not be learned from.</summary>
    public const string Chat = "chat";

    private static readonly string[] Places = ["Porto", "Turin", "Graz", "Lyon", "Ghent", "Malmo", "Bergen", "Basel"];
    private readonly TestStore _store;
    private int _corrected;

    private School(TestStore store, FakeClock clock) => (_store, Clock) = (store, clock);

    public FakeClock Clock { get; }

    public OwnReader Reader => _store.Services.GetRequiredService<OwnReader>();

    public IOwnModels Models => _store.Services.GetRequiredService<IOwnModels>();

    /// <summary>56 texts in a firm's own words, which no reader knows: a squawk is an issue, a fly-by a question.</summary>
    public static IReadOnlyList<(string Text, string Kind)> Jargon { get; } =
    [
        .. from place in Places from n in Enumerable.Range(1, 4) select ($"Squawk zulu{n} on stand {place}", "issue"),
        .. from place in Places from n in Enumerable.Range(1, 3) select ($"Flyby tango{n} over {place}", "question"),
    ];

    public static async Task<School> OpenAsync()
    {
        var clock = FakeClock.OnMonday();
        return new(await TestStore.CreateAsync(services => Register(services, clock)), clock);
    }

    /// <summary>Curators say what each text really is, a minute apart.</summary>
    public async Task CorrectAsync(IEnumerable<(string Text, string Kind)> lessons, string source = "social")
    {
        foreach (var (text, kind) in lessons)
        {
            var read = Told.Mention($"{++_corrected}", text, source);
            await _store.Services.GetRequiredService<IMentionStore>().SaveAsync(source, new ReadPage([read], null), default);
            Clock.Advance(TimeSpan.FromMinutes(1));
            await _store.CommitAsync(services => services.GetRequiredService<ICorrections>().Add([new(read.Mention.Id, CorrectedField.Kind, kind, "cleo", Clock.GetUtcNow())]));
        }
    }

    /// <summary>What the daily job does; whether there was anything to learn.</summary>
    public Task<bool> LearnAsync()
    {
        Clock.Advance(TimeSpan.FromDays(1));
        return _store.ReadAsync((WorkspaceLearning learning) => learning.RunWhenNewAsync(default));
    }

    /// <summary>Another process on the same database.</summary>
    public OwnReader Elsewhere() => new(new(new Brand("Acme Air")), Models, NullLogger<OwnReader>.Instance);

    /// <summary>The program ends and starts.</summary>
    public async Task RestartAsync()
    {
        await _store.RestartAsync();
        await Reader.RefreshAsync(default);
    }

    /// <summary>Forgets everybody who wrote.</summary>
    public async Task ForgetAsync(int first, int last)
    {
        for (var id = first; id <= last; id++)
            await _store.Services.GetRequiredService<IMentionStore>().ForgetAuthorAsync($"author-{id}", null, default);
    }

    public ValueTask DisposeAsync() => _store.DisposeAsync();

    private static void Register(IServiceCollection services, FakeClock clock) => services
        .AddSingleton<TimeProvider>(clock)
        .AddSingleton(typeof(ILogger<>), typeof(NullLogger<>))
        .AddSingleton(new ReadingRules(new("Acme Air")))
        .AddSingleton(new WithheldSources(new HashSet<string>(StringComparer.Ordinal) { Chat }))
        .AddOwnModels();
}
