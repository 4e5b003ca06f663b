using System.Text.Json.Nodes;

namespace DigestBot.Settings;

/// <summary>What somebody settled in chat: one standing order, and whom it listens for. As sections of the settings.</summary>
internal sealed record ChatSetup
{
    /// <summary>Key of the digest in the section <c>Digests</c>: <c>0</c> for the first one of the settings, otherwise any name.</summary>
    public required string Key { get; init; }

    /// <summary>Name of the digest.</summary>
    public required string Name { get; init; }

    /// <summary>Whom it listens for; null where the settings say so already.</summary>
    public BrandOptions? Brand { get; init; }

    /// <summary>IANA name of the digest's zone.</summary>
    public required string TimeZone { get; init; }

    /// <summary>When the edition goes out, for example <c>Monday 08:00</c>.</summary>
    public required string Publish { get; init; }

    /// <summary>Where the edition goes.</summary>
    public required AudienceOptions Audience { get; init; }

    /// <summary>Where else it goes and keeps going: channels of other platforms.</summary>
    public IReadOnlyList<AudienceOptions> Elsewhere { get; init; } = [];

    /// <summary>Where the draft goes, or null.</summary>
    public AudienceOptions? Curators { get; init; }

    /// <summary>The content of <see cref="SetupFile"/> with this in it; other digests stay.</summary>
    public JsonObject Over(JsonObject kept)
    {
        var content = kept.DeepClone().AsObject();
        if (Brand is not null)
            content[nameof(Brand)] = Section(Brand);
        if (content["Digests"] is not JsonObject digests)
            content["Digests"] = digests = [];
        digests[Key] = Digest();
        return content;
    }

    private JsonObject Digest()
    {
        var digest = new JsonObject { [nameof(Name)] = Name, [nameof(TimeZone)] = TimeZone, [nameof(Publish)] = Publish };
        // By its place in the list: a place that the settings named before is replaced, not joined.
        digest["Audiences"] = new JsonArray([.. Elsewhere.Append(Audience).Select(Place)]);
        if (Curators is not null)
            digest[nameof(Curators)] = Place(Curators);
        return digest;
    }

    private static JsonObject Section(BrandOptions brand)
    {
        var section = new JsonObject { [nameof(BrandOptions.Name)] = brand.Name };
        if (brand.Aliases.Count > 0)
            section[nameof(BrandOptions.Aliases)] = Texts(brand.Aliases);
        if (brand.Competitors.Count > 0)
            section[nameof(BrandOptions.Competitors)] = Texts(brand.Competitors);
        return section;
    }

    private static JsonObject Place(AudienceOptions place) =>
        new()
        {
            [nameof(AudienceOptions.Name)] = place.Name,
            [nameof(AudienceOptions.Platform)] = place.Platform,
            [nameof(AudienceOptions.Channel)] = place.Channel,
        };

    private static JsonArray Texts(IEnumerable<string> texts) => new([.. texts.Select(text => JsonValue.Create(text))]);
}
