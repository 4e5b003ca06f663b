using System.Text.Json.Nodes;
using DigestBot.Core.Actions;
using DigestBot.Core.Editions;
using DigestBot.Platforms.Slack.Dialogs;
using DigestBot.Settings;

namespace DigestBot.Platforms.Slack.Setup;

/// <summary>The fields of the set-up, and what they mean as settings.</summary>
internal static class SetupForm
{
    private const string Monday = nameof(DayOfWeek.Monday);
    private const string Morning = "08:00";

    private static readonly TextField Brand = new("brand", "Whom shall I listen for?", 80) { Shortest = 2, Example = "Acme Air" };
    private static readonly NamesField Aliases = new("aliases", "Other names and handles of yours") { IsOptional = true, Hint = "With commas: AcmeAir, Acme Airlines" };
    private static readonly NamesField Competitors = new("competitors", "Competitors") { IsOptional = true, Hint = "With commas. For your share of voice." };
    private static readonly ChannelField Channel = new("channel", "Where does the digest go?") { Hint = "The channel where your executives meet." };

    private static readonly PeopleField Executives = new("executives", "Who are your executives?")
    {
        IsOptional = true, Hint = "They pick and assign. Left empty, everybody in the channel counts.",
    };

    private static readonly ChoiceField Day = new("day", "On which day?", [.. Days.Select(day => (day, day))]);
    private static readonly TimeField Time = new("time", "At what time?");
    private static readonly ZoneField Zone = new("zone", "In which time zone?");

    private static readonly ChannelField Curators = new("curators", "Where do curators see the draft, on Friday?")
    {
        IsOptional = true, Hint = "Left empty, nobody sees it first, and it goes out all the same.",
    };

    private static IEnumerable<string> Days => Enumerable.Range(1, 7).Select(day => ((DayOfWeek)(day % 7)).ToString());

    /// <summary>The fields as they are to be shown, with what is settled already.</summary>
    /// <param name="by">Who fills them in; the zone of the digest unless one is settled.</param>
    /// <param name="current">The digest of this workspace, or null before there is one.</param>
    /// <param name="brand">What is listened for now; null when the settings say it and chat is not asked.</param>
    /// <param name="executives">Ids of those who are executives now.</param>
    public static IEnumerable<JsonObject> Blocks(Person by, Digest? current, BrandOptions? brand, IEnumerable<string> executives)
    {
        if (brand is not null)
        {
            yield return Brand.Block(brand.Name);
            yield return Aliases.Block(string.Join(", ", brand.Aliases));
            yield return Competitors.Block(string.Join(", ", brand.Competitors));
        }
        yield return Channel.Block(IdOf(current?.Audiences.FirstOrDefault(audience => audience.Platform == SlackAddress.Platform)));
        yield return Executives.Block(string.Join(' ', executives));
        yield return Day.Block(current?.PublishAt.Day.ToString() ?? Monday);
        yield return Time.Block(current?.PublishAt.Time.ToString("HH:mm", System.Globalization.CultureInfo.InvariantCulture) ?? Morning);
        yield return Zone.Block(current?.Zone.Id ?? by.Zone);
        yield return Curators.Block(IdOf(current?.Curators));
    }

    /// <summary>What is wrong with what was filled in, by block.</summary>
    /// <param name="state">What was filled in.</param>
    /// <param name="asksForBrand">The fields about the brand were shown.</param>
    public static IReadOnlyDictionary<string, string> Faults(FormState state, bool asksForBrand)
    {
        FormField[] fields = [.. asksForBrand ? new FormField[] { Brand, Aliases, Competitors } : [], Channel, Executives, Day, Time, Zone, Curators];
        return fields
            .Select(field => (field.Id, Fault: field.Fault(state[field.Id], DateOnly.MinValue)))
            .Where(found => found.Fault is not null)
            .ToDictionary(found => found.Id, found => found.Fault!, StringComparer.Ordinal);
    }

    /// <summary>The same as settings; the state has no faults.</summary>
    public static ChatSetup Settings(FormState state, string? workspace, bool asksForBrand) => new()
    {
        // The workspace of the settings' token has the settings' first digest; every installed one a digest of its own.
        Key = workspace ?? "0",
        Name = workspace is null ? "weekly" : $"weekly-{workspace.ToLowerInvariant()}",
        Brand = asksForBrand ? new() { Name = state[Brand.Id], Aliases = NamesField.Read(state[Aliases.Id]), Competitors = NamesField.Read(state[Competitors.Id]) } : null,
        TimeZone = state[Zone.Id],
        Publish = $"{state[Day.Id]} {state[Time.Id]}",
        Audience = Place("executives", workspace, state[Channel.Id]),
        Curators = state[Curators.Id].Length > 0 ? Place("curators", workspace, state[Curators.Id]) : null,
    };

    /// <summary>Person ids of the executives chosen.</summary>
    public static IReadOnlyList<string> ExecutivesOf(FormState state, string? workspace) =>
        [.. PeopleField.Read(state[Executives.Id]).Select(user => new SlackAddress(workspace, user).PersonId)];

    private static AudienceOptions Place(string name, string? workspace, string channel) =>
        new() { Name = name, Platform = SlackAddress.Platform, Channel = new SlackAddress(workspace, channel).ToString() };

    private static string? IdOf(Audience? place) =>
        place?.Platform == SlackAddress.Platform ? SlackAddress.Parse(place.Channel).Id : null;
}
