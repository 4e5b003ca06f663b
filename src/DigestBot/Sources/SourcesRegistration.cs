using DigestBot.Core.Actions;
using DigestBot.Core.Mentions;
using DigestBot.Core.Understanding;
using DigestBot.Core.Understanding.LanguageModels;
using DigestBot.Outgoing;
using DigestBot.Sample;
using DigestBot.Settings;
using DigestBot.Sources.Csv;
using DigestBot.Sources.Ndjson;
using DigestBot.Sources.Rss;

namespace DigestBot.Sources;

/// <summary>Puts the sources in; the only place that names concrete connectors.</summary>
internal static class SourcesRegistration
{
    /// <summary>
    /// Adds the configured <see cref="IMentionSource"/>s (section <c>Sources</c>), or those of the sample company while it is
    /// active, and the <see cref="MentionCollector"/>. Needs an <see cref="IMentionReader"/>, an <see cref="IMentionStore"/> and a clock.
    /// </summary>
    public static IServiceCollection AddSources(this IServiceCollection services, IConfiguration configuration)
    {
        services.AddOutgoingHttp();
        services.AddSingleton<MentionCollector>();
        services.AddSingleton(new WithheldSources(new HashSet<string>(StringComparer.Ordinal) { Nominations.Source }));
        if (CompanySettings.IsSample(configuration))
            return services.AddSample();
        foreach (var options in Configured(configuration))
            services.AddSingleton<IMentionSource>(provider => Create(options, provider));
        return services;
    }

    /// <summary>The entries of section <c>Sources</c>.</summary>
    public static IReadOnlyList<SourceOptions> Configured(IConfiguration configuration) =>
        configuration.GetSection("Sources").Get<List<SourceOptions>>() ?? [];

    /// <summary>What a single check of one entry cannot see: names given twice.</summary>
    public static IEnumerable<string> Faults(IConfiguration configuration) =>
        configuration.GetSection("Sources").GetChildren()
            .GroupBy(source => source["Name"], StringComparer.OrdinalIgnoreCase)
            .Where(named => named.Key is not null && named.Count() > 1)
            .Select(named => $"Sources: {named.Count()} are named '{named.Key}'; give each a Name of its own.");

    /// <summary>A source that reads a file once, by its ending: <c>.csv</c> as CSV, everything else as NDJSON.</summary>
    public static IMentionSource ForFile(string path, string name)
    {
        var options = new SourceOptions { Name = name, Path = path };
        return System.IO.Path.GetExtension(path).Equals(".csv", StringComparison.OrdinalIgnoreCase)
            ? new CsvFileSource(options)
            : new NdjsonFileSource(options);
    }

    private static IServiceCollection AddSample(this IServiceCollection services)
    {
        foreach (var name in SampleCompany.Sources)
            services.AddSingleton<IMentionSource>(provider => new SampleMentionSource(name, provider.GetRequiredService<TimeProvider>()));
        return services;
    }

    private static IMentionSource Create(SourceOptions options, IServiceProvider provider) => options.Kind switch
    {
        SourceKind.Ndjson => new NdjsonFileSource(options),
        SourceKind.Csv => new CsvFileSource(options),
        SourceKind.Rss => new RssSource(options, provider.GetRequiredService<OutgoingHttp>(), provider.GetRequiredService<TimeProvider>()),
        _ => throw new InvalidOperationException($"Source {options.Name} has a Kind that no connector reads."),
    };
}
