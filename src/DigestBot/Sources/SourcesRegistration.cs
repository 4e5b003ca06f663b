using DigestBot.Core.Actions;
using DigestBot.Core.Mentions;
using DigestBot.Core.Understanding;
using DigestBot.Core.Understanding.LanguageModels;
using DigestBot.Outgoing;
using DigestBot.Sample;
using DigestBot.Settings;
using DigestBot.Sources.Csv;
using DigestBot.Sources.Ndjson;
using DigestBot.Sources.Webhook;

namespace DigestBot.Sources;

/// <summary>Puts the sources in.</summary>
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
        services.AddSingleton(Secrets);
        services.AddSingleton(Parts);
        services.AddWebhooks();
        if (CompanySettings.IsSample(configuration))
            return services.AddSample();
        foreach (var entry in SourceSettings.Entries(configuration))
            services.AddSingleton(provider => Create(entry, provider));
        return services;
    }

    /// <summary>The way in for sources that are sent what they bring.</summary>
    public static IEndpointRouteBuilder MapSources(this IEndpointRouteBuilder routes) => routes.MapWebhooks();

    /// <summary>A source that reads a file once, by its ending: <c>.csv</c> as CSV, everything else as NDJSON.</summary>
    public static IMentionSource ForFile(string path, string name) =>
        Path.GetExtension(path).Equals(".csv", StringComparison.OrdinalIgnoreCase)
            ? new CsvFileSource(new() { Name = name, Path = path })
            : new NdjsonFileSource(new() { Name = name, Path = path });

    private static SecretValues Secrets(IServiceProvider provider) =>
        new(provider.GetService<Microsoft.AspNetCore.DataProtection.IDataProtectionProvider>());

    private static SourceParts Parts(IServiceProvider provider) => new(
        provider.GetRequiredService<OutgoingHttp>(),
        provider.GetRequiredService<AccountPaces>(),
        provider.GetRequiredService<TimeProvider>(),
        provider.GetService<IMentionStore>())
    {
        Scopes = provider.GetRequiredService<IServiceScopeFactory>(),
    };

    private static IServiceCollection AddSample(this IServiceCollection services)
    {
        foreach (var name in SampleCompany.Sources)
            services.AddSingleton<IMentionSource>(provider => new SampleMentionSource(name, provider.GetRequiredService<TimeProvider>()));
        return services;
    }

    private static IMentionSource Create(IConfigurationSection entry, IServiceProvider provider)
    {
        var kind = SourceSettings.KindOf(entry) ?? throw new InvalidOperationException($"{entry.Path} has a Kind that no connector reads.");
        return kind.Create(SourceSettings.Read(entry, provider.GetRequiredService<SecretValues>()), provider.GetRequiredService<SourceParts>());
    }
}
