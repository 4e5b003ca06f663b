using DigestBot.Core;
using DigestBot.Settings;

namespace DigestBot.Sources;

/// <summary>Reads section <c>Sources</c>: which kind each entry is, and its options.</summary>
internal static class SourceSettings
{
    /// <summary>Name of the section.</summary>
    public const string Section = "Sources";

    /// <summary>The entries, as written.</summary>
    public static IEnumerable<IConfigurationSection> Entries(IConfiguration settings) => settings.GetSection(Section).GetChildren();

    /// <summary>The kind of an entry, or null when it names none that there is.</summary>
    public static SourceKind? KindOf(IConfigurationSection entry) => SourceKinds.Named(entry[nameof(SourceOptions.Kind)]);

    /// <summary>What every entry has, for who needs no more; wrong entries are left out.</summary>
    public static IReadOnlyList<SourceOptions> Configured(IConfiguration settings) =>
        [.. Entries(settings).Where(entry => KindOf(entry) is not null).Select(entry => entry.Get<SourceOptions>()!)];

    /// <summary>The options of an entry, with its secrets.</summary>
    /// <param name="entry">Of a known kind; checked before.</param>
    /// <param name="secrets">Where protected values are opened.</param>
    public static SourceOptions Read(IConfigurationSection entry, SecretValues secrets) =>
        (SourceOptions)secrets.Bind(entry, KindOf(entry)!.Options);

    /// <summary>The fault of an entry that names no kind; null when it does.</summary>
    public static string? KindFault(IConfigurationSection entry)
    {
        if (KindOf(entry) is not null)
            return null;
        var written = entry[nameof(SourceOptions.Kind)];
        var known = string.Join(", ", SourceKinds.All.Select(kind => kind.Name));
        if (string.IsNullOrWhiteSpace(written))
            return $"{entry.Path}:Kind is missing; expected one of {known}.";
        return Nearest.To(written, [.. SourceKinds.All.Select(kind => kind.Name)]) is { } near
            ? $"{entry.Path}:Kind is '{written}'. Did you mean {near}?"
            : $"{entry.Path}:Kind is '{written}'; expected one of {known}.";
    }

    /// <summary>What a single check of one entry cannot see: names given twice.</summary>
    public static IEnumerable<string> Faults(IConfiguration settings) => Entries(settings)
        .GroupBy(source => source["Name"], StringComparer.OrdinalIgnoreCase)
        .Where(named => named.Key is not null && named.Count() > 1)
        .Select(named => $"Sources: {named.Count()} are named '{named.Key}'; give each a Name of its own.");
}
