using DigestBot.Core.Actions;
using DigestBot.Core.Ranking;
using DigestBot.Core.Understanding.LanguageModels;
using DigestBot.Outgoing;
using DigestBot.Platforms.Slack;
using DigestBot.Platforms.Teams;
using DigestBot.Scheduling;
using DigestBot.Sources;
using DigestBot.Storage;
using DigestBot.Storage.Keys;

namespace DigestBot.Settings;

/// <summary>A section of the settings and the shape it must have.</summary>
/// <param name="Name">Its key.</param>
/// <param name="Shape">Options record, list or dictionary of them, or a simple type.</param>
internal sealed record SettingsSection(string Name, Type Shape)
{
    /// <summary>Every section that this program reads; what is not here is a misspelling.</summary>
    public static IReadOnlyList<SettingsSection> All { get; } =
    [
        new("Brand", typeof(BrandOptions)),
        new("Departments", typeof(Dictionary<string, List<string>>)),
        new("Topics", typeof(Dictionary<string, List<string>>)),
        new("Digests", typeof(List<DigestOptions>)),
        new("People", typeof(List<PersonOptions>)),
        new("DepartmentOwners", typeof(Dictionary<string, string>)),
        new("Reactions", typeof(Dictionary<string, string>)),
        new(StorageOptions.Section, typeof(StorageOptions)),
        new(KeyOptions.Section, typeof(KeyOptions)),
        new(SourceSettings.Section, typeof(object)), // each entry is checked as its kind wants it
        new("Outgoing", typeof(OutgoingOptions)),
        new("Ranking", typeof(RankingOptions)),
        new(LanguageModelOptions.Section, typeof(LanguageModelOptions)),
        new(ScheduleOptions.Section, typeof(ScheduleOptions)),
        new(SlackOptions.Section, typeof(SlackOptions)),
        new(TeamsOptions.Section, typeof(TeamsOptions)),
        new("Urls", typeof(string)),
    ];

    /// <summary>Sections that ASP.NET Core reads.</summary>
    public static IReadOnlySet<string> OfTheHost { get; } =
        new HashSet<string>(StringComparer.OrdinalIgnoreCase) { "Logging", "AllowedHosts", "Kestrel", "applicationName", "contentRoot", "environment", "hostBuilder" };
}
