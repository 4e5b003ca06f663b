using System.Globalization;
using DigestBot.Core.Actions.Forms;
using DigestBot.Core.Editions;

namespace DigestBot.Settings.Setup;

/// <summary>The fields of the set-up, and what they mean as settings.</summary>
internal static class SetupAnswers
{
    private const string Monday = nameof(DayOfWeek.Monday);
    private const string Morning = "08:00";
    private const string Audience = "executives";

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
    /// <param name="call">Who fills them in, and where; the zone of the digest unless one is settled.</param>
    /// <param name="current">The digest of this workspace, or null before there is one.</param>
    /// <param name="brand">What is listened for now; null when the settings say it and chat is not asked.</param>
    /// <param name="executives">Those who are executives now, as the platform knows them.</param>
    public static IEnumerable<ShownField> Fields(FormCall call, Digest? current, BrandOptions? brand, IEnumerable<string> executives)
    {
        if (brand is not null)
        {
            yield return Brand.With(brand.Name);
            yield return Aliases.With(string.Join(", ", brand.Aliases));
            yield return Competitors.With(string.Join(", ", brand.Competitors));
        }
        yield return Channel.With(Id(current?.Audiences.FirstOrDefault(call.At.IsBeside)));
        yield return Executives.With(string.Join(' ', executives));
        yield return Day.With(current?.PublishAt.Day.ToString() ?? Monday);
        yield return Time.With(current?.PublishAt.Time.ToString("HH:mm", CultureInfo.InvariantCulture) ?? Morning);
        yield return Zone.With(current?.Zone.Id ?? call.By.Zone);
        yield return Curators.With(current?.Curators is { } place && call.At.IsBeside(place) ? Id(place) : null);
    }

    /// <summary>What is asked.</summary>
    /// <param name="forBrand">Also whom to listen for.</param>
    public static IReadOnlyList<FormField> Asked(bool forBrand) =>
        [.. forBrand ? new FormField[] { Brand, Aliases, Competitors } : [], Channel, Executives, Day, Time, Zone, Curators];

    /// <summary>The same as settings; the values have no faults.</summary>
    public static ChatSetup Settings(SubmittedForm submitted, bool asksForBrand)
    {
        var (values, at) = (submitted.Values, submitted.At);
        var current = CurrentIn(submitted);
        var elsewhere = (current?.Audiences ?? []).Where(place => place.Platform != at.Platform).Select(Place).ToList();
        return new()
        {
            // The workspace of the settings has their first digest; every other one a digest of its own.
            Key = at.Workspace ?? "0",
            Name = at.Workspace is null ? "weekly" : $"weekly-{at.Workspace.ToLowerInvariant()}",
            Brand = asksForBrand ? new() { Name = values[Brand.Id], Aliases = NamesField.Read(values[Aliases.Id]), Competitors = NamesField.Read(values[Competitors.Id]) } : null,
            TimeZone = values[Zone.Id],
            Publish = $"{values[Day.Id]} {values[Time.Id]}",
            Audience = Place(elsewhere.Exists(place => place.Name == Audience) ? $"{Audience}-{at.Platform}" : Audience, values[Channel.Id]),
            Elsewhere = elsewhere,
            Curators = CuratorsOf(values) ?? (current?.Curators is { } place && place.Platform != at.Platform ? Place(place) : null),
        };
    }

    /// <summary>Person ids of the executives chosen.</summary>
    public static IReadOnlyList<string> ExecutivesOf(FormValues values) => PeopleField.Read(values[Executives.Id]);

    // A company with two platforms has one digest: setting up the second must not take the first its channel away.
    private static Digest? CurrentIn(SubmittedForm submitted) =>
        submitted.At.Workspace is null && submitted.Digests.All[0] is { IsSample: false } first ? first : null;

    private static AudienceOptions? CuratorsOf(FormValues values) => values[Curators.Id].Length > 0 ? Place("curators", values[Curators.Id]) : null;

    // Chosen as platform:id.
    private static AudienceOptions Place(string name, string chosen)
    {
        var colon = chosen.IndexOf(':', StringComparison.Ordinal);
        return new() { Name = name, Platform = chosen[..colon], Channel = chosen[(colon + 1)..] };
    }

    private static AudienceOptions Place(Core.Editions.Audience place) => new() { Name = place.Name, Platform = place.Platform, Channel = place.Channel };

    private static string? Id(Core.Editions.Audience? place) => place is null ? null : $"{place.Platform}:{place.Channel}";
}
