using DigestBot.Core.Editions;
using DigestBot.Core.Mentions;
using DigestBot.Tests.Testing;

namespace DigestBot.Tests.Contracts;

/// <summary>What the contracts of all store ports have in common: a real database, new for each test.</summary>
public abstract class StoreContract : IAsyncLifetime
{
    /// <summary>What people write who mean no good, and what some writing systems need.</summary>
    protected const string Hostile = "Robert'); DROP TABLE mentions;-- \" OR NEAR(a b) * ^ - {x} : 'y' & | ! \\ %s @p0 \u202Eevil\u202C 👩‍👩‍👧 مرحبا <!channel> \uFFFD";

    protected static readonly CancellationToken None = CancellationToken.None;
    protected static readonly DigestWeek Week = new(2026, 46);
    protected static readonly EditionKey Key = new("weekly", Week);
    protected static readonly DateTimeOffset Monday = new(2026, 11, 9, 0, 0, 0, TimeSpan.Zero);

    private protected TestStore Store { get; private set; } = null!;

    /// <inheritdoc />
    public async Task InitializeAsync() => Store = await OpenAsync();

    /// <inheritdoc />
    public async Task DisposeAsync() => await Store.DisposeAsync();

    private protected abstract Task<TestStore> OpenAsync();
}
