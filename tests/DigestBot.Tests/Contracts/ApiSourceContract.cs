using DigestBot.Core.Mentions;
using DigestBot.Core.Understanding;
using DigestBot.Settings;
using DigestBot.Sources;
using DigestBot.Tests.Testing;
using Microsoft.Extensions.Configuration;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Logging.Abstractions;

namespace DigestBot.Tests.Contracts;

/// <summary>
/// What every connector to a vendor's API keeps, shown against a vendor on loopback and a real store. A connector's test derives
/// it and says which kind it is, how it is set up, and what the vendor's answers look like (<see cref="VendorStub"/>).
/// </summary>
public abstract partial class ApiSourceContract : OutsideSourceContract
{
    private IMentionSource _source = null!;
    private TestStore _store = null!;

    /// <summary>The kind as settings name it.</summary>
    internal abstract SourceKind Kind { get; }

    /// <summary>A vendor in the vendor's own shapes.</summary>
    internal abstract VendorStub CreateVendor();

    /// <summary>What stands in the settings beside <c>Name</c> and <c>Kind</c>, as JSON members: <c>"Server": "http://...", "Token": "..."</c>.</summary>
    private protected abstract string Settings(Uri vendor);

    /// <summary>The vendor takes away, and the source can find that out. Most can.</summary>
    private protected virtual bool SeesDeletions => true;

    /// <summary>The vendor counts likes, or something alike that a stub tells as <see cref="VendorPost.Likes"/>.</summary>
    private protected virtual bool CountsLikes => true;

    internal override IMentionSource Source => _source;

    private protected override bool ReadsAnOverlap => true;

    /// <summary>The vendor.</summary>
    internal VendorStub Vendor { get; private set; } = null!;

    /// <summary>Monday, a week after the first posts. Short pauses are over at once.</summary>
    internal HurriedClock Clock { get; } = new();

    /// <summary>What sources work with: one account's pace for all of them.</summary>
    internal SourceParts Parts { get; private set; } = null!;

    private protected IMentionStore Mentions => _store.Services.GetRequiredService<IMentionStore>();

    public override async Task InitializeAsync()
    {
        _store = await TestStore.CreateAsync();
        Vendor = CreateVendor();
        await Vendor.StartAsync();
        Parts = VendorParts.On(Clock, mentions: Mentions);
        _source = Create("vendor");
        await base.InitializeAsync();
    }

    public override async Task DisposeAsync()
    {
        (_source as IDisposable)?.Dispose();
        await Vendor.DisposeAsync();
        await _store.DisposeAsync();
    }

    /// <summary>A source as a program that has just started makes it.</summary>
    private protected IMentionSource Create(string name, SourceParts? parts = null)
    {
        var json = $$"""{ "Sources": [ { "Name": "{{name}}", "Kind": "{{Kind.Name}}", {{Settings(Vendor.Address)}} } ] }""";
        var settings = new ConfigurationBuilder().AddJsonStream(new MemoryStream(System.Text.Encoding.UTF8.GetBytes(json))).Build();
        var entry = settings.GetSection("Sources:0");
        if (SourceKinds.All.Contains(Kind))
            Assert.DoesNotContain(SettingsCheck.Faults(settings), fault => fault.StartsWith("Sources:0", StringComparison.Ordinal));
        return Kind.Create((SourceOptions)new SecretValues(null).Bind(entry, Kind.Options), parts ?? Parts);
    }

    /// <summary>One run by a program that has just started.</summary>
    private protected async Task<SourceRun> RunAsync(string name = "vendor", SourceParts? parts = null, CancellationToken stop = default)
    {
        var source = Create(name, parts ?? Parts);
        using var _ = source as IDisposable;
        var collector = new MentionCollector(new PlainReader(), Mentions, Clock, NullLogger<MentionCollector>.Instance);
        return (await collector.CollectAsync(source, null, stop)).Run;
    }

    /// <summary>What is kept, by the post's id.</summary>
    private protected async Task<Mention?> KeptAsync(string post) =>
        (await Mentions.FindAsync([new("vendor", IdOf(post))], CancellationToken.None)).SingleOrDefault()?.Mention;

    internal override Task AddAsync(Post post)
    {
        Vendor.Add(new(post.Id, post.Author, post.Text, post.At));
        _posts++;
        return Task.CompletedTask;
    }

    private int _posts;

    internal override Task<long> AddBadAsync()
    {
        (Vendor.PageSize, Vendor.RawItem) = (100, "\"an item that is a text\"");
        return Task.FromResult(_posts + 2L); // behind all, and one more is added
    }

    internal override Task TakeAwayAsync()
    {
        Vendor.Fail(1000, 404);
        return Task.CompletedTask;
    }
}
