using DigestBot.Core.Editions;
using DigestBot.Core.Mentions;
using DigestBot.Core.Understanding;
using DigestBot.Sample;
using DigestBot.Storage;

namespace DigestBot.Settings;

/// <summary>Makes the company out of the sections <c>Brand</c>, <c>Departments</c>, <c>Topics</c> and <c>Digests</c>.</summary>
internal static class CompanySettings
{
    /// <summary>Neither a source nor a brand is configured: the sample company is active. (A brand alone is enough for imported files.)</summary>
    public static bool IsSample(IConfiguration settings) =>
        !settings.GetSection("Sources").GetChildren().Any() && string.IsNullOrWhiteSpace(settings["Brand:Name"]);

    /// <summary>Name of the data file while none is set: the sample never writes into the company's own (decisions.md 22).</summary>
    public static string DataFile(IConfiguration settings) => IsSample(settings) ? StorageLocation.SampleFile : StorageLocation.MainFile;

    /// <summary>
    /// The configured company, or the sample's. The sample goes where <c>Digests</c> says, so that a chat platform can be
    /// connected before the first source is. The settings were checked before (<see cref="SettingsCheck"/>).
    /// </summary>
    public static Company Read(IConfiguration settings)
    {
        var digests = settings.GetSection("Digests").Get<List<DigestOptions>>() ?? [];
        if (IsSample(settings))
            return digests.Count == 0 ? SampleCompany.Company : SampleCompany.Company with { Digests = [.. digests.Select(Sample)] };
        var brand = Brand(settings.GetSection("Brand").Get<BrandOptions>() ?? new BrandOptions());
        if (digests.Count == 0)
            digests.Add(new DigestOptions());
        var rules = new ReadingRules(brand) { Departments = Words(settings, "Departments"), Topics = Words(settings, "Topics") };
        return new(rules, [.. digests.Select(digest => Digest(digest, brand))], IsSample: false);
    }

    /// <summary>What a single check of one value cannot see.</summary>
    public static IEnumerable<string> Faults(IConfiguration settings)
    {
        if (!IsSample(settings) && string.IsNullOrWhiteSpace(settings["Brand:Name"]))
            yield return "Brand:Name is missing: say what to listen for, for example \"Acme Air\".";
        var digests = settings.GetSection("Digests").GetChildren().ToList();
        foreach (var digest in digests.Where(digest => digest["TimeZone"] is { } zone && !TimeZoneInfo.TryFindSystemTimeZoneById(zone, out _)))
            yield return $"{digest.Path}:TimeZone is '{digest["TimeZone"]}', which this machine does not know: use an IANA name, for example Europe/Paris.";
        foreach (var twice in digests.GroupBy(digest => digest["Name"] ?? "weekly", StringComparer.OrdinalIgnoreCase).Where(group => group.Count() > 1))
            yield return $"Digests: two are named '{twice.Key}'; give each a Name of its own.";
        foreach (var fault in PeopleSettings.Faults(settings))
            yield return fault;
    }

    private static Brand Brand(BrandOptions options) => new(options.Name!.Trim())
    {
        Aliases = options.Aliases,
        Competitors = options.Competitors,
        Exclude = options.Exclude,
    };

    private static Digest Digest(DigestOptions options, Brand brand) => new()
    {
        Name = options.Name,
        Brand = brand,
        Zone = TimeZoneInfo.FindSystemTimeZoneById(options.TimeZone),
        DraftAt = WeeklyTimes.Parse(options.Draft),
        PublishAt = WeeklyTimes.Parse(options.Publish),
        Audiences = options.Audiences.Count == 0 ? [Audience(new())] : [.. options.Audiences.Select(Audience)],
        Curators = options.Curators is { } curators ? Audience(curators with { Name = "curators" }) : null,
        Alerts = options.Alerts,
    };

    private static Digest Sample(DigestOptions options) => Digest(options, SampleCompany.Brand) with { IsSample = true };

    private static Audience Audience(AudienceOptions options) => new(options.Name, options.Platform, options.Channel);

    // By hand: the binder leaves a name with an empty list out, and a name is enough.
    private static Dictionary<string, IReadOnlyList<string>> Words(IConfiguration settings, string section) =>
        settings.GetSection(section).GetChildren().ToDictionary(
            name => name.Key,
            name => (IReadOnlyList<string>)[.. name.GetChildren().Select(word => word.Value).Prepend(name.Value).OfType<string>().Where(word => !string.IsNullOrWhiteSpace(word))],
            StringComparer.OrdinalIgnoreCase);
}
