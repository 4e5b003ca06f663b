using DigestBot.Outgoing;

namespace DigestBot.Sources.AppStore;

/// <summary>Reviews of an app in Apple's App Store, the newest first; App Store Connect API v1.</summary>
internal sealed class AppStoreSource(AppStoreOptions options, SourceParts parts) : ApiSource(options, Access(options, parts), parts)
{
    /// <summary>As settings name it.</summary>
    public static SourceKind Kind { get; } =
        new SourceKind<AppStoreOptions>("AppStore", "reviews of an app in Apple's App Store", (options, parts) => new AppStoreSource(options, parts));

    protected override bool ListsEverything => true;

    protected override async Task<ApiPage> ReadPageAsync(DateTimeOffset since, string? page, CancellationToken cancellationToken)
    {
        var address = Client.Follow(options.Server, page ?? FirstPage);
        var reviews = (await Client.GetAsync(address, AppStoreJson.Default.AppStoreReviews, cancellationToken)).Body;
        var answers = Published(reviews.Included ?? []);
        var next = reviews.Links?.Next is { Length: > 0 } link ? Client.Follow(address, link).PathAndQuery : null;
        return Page(reviews.Data, AppStoreJson.Default.AppStoreReview, review => Meaning(review, answers), next);
    }

    private string FirstPage => $"/v1/apps/{options.App}/customerReviews?sort=-createdDate&limit=200&include=response{Storefronts}";

    private string Storefronts => options.Territories is { Length: > 0 } codes ? $"&filter%5Bterritory%5D={codes}" : "";

    private static HashSet<string> Published(IReadOnlyList<AppStoreResponse> answers) =>
        [.. answers.Where(answer => answer?.Attributes?.State == "PUBLISHED").Select(answer => answer.Id ?? "")];

    private SaidItem? Meaning(AppStoreReview review, HashSet<string> answers) => review.Attributes is not { } said ? null : new()
    {
        Id = review.Id,
        Author = said.ReviewerNickname,
        Text = string.IsNullOrWhiteSpace(said.Title) ? said.Body : $"{said.Title}\n{said.Body}",
        At = ItemTime.Iso(said.CreatedDate),
        Rating = said.Rating,
        Replies = review.Relationships?.Response?.Data?.Id is { } answer && answers.Contains(answer) ? 1 : 0,
        Link = $"https://apps.apple.com/app/id{options.App}?see-all=reviews",
    };

    private static ApiAccess Access(AppStoreOptions options, SourceParts parts) => new("App Store Connect")
    {
        Account = options.KeyId!, // limits are counted by key
        Credentials = new SignedToken(options.PrivateKey!, options.KeyId, Claims(options), parts.Clock),
        Explain = Explain,
    };

    private static Dictionary<string, object> Claims(AppStoreOptions options) => new(StringComparer.Ordinal)
    {
        ["aud"] = "appstoreconnect-v1",
        [string.IsNullOrWhiteSpace(options.IssuerId) ? "sub" : "iss"] = string.IsNullOrWhiteSpace(options.IssuerId) ? "user" : options.IssuerId,
    };

    private static string? Explain(ApiFault fault) => fault.Status switch
    {
        401 => "App Store Connect does not accept the key (401). Check KeyId, IssuerId and PrivateKey of this source, and that the key was not revoked.",
        403 when fault.Body.Contains("AGREEMENTS", StringComparison.Ordinal) =>
            "App Store Connect waits for an agreement to be accepted (403). Ask the account holder to accept it in App Store Connect, Business.",
        403 => "The key may not read reviews (403). Give it the role Customer Support, App Manager or Admin in App Store Connect, Users and Access.",
        404 => "App Store Connect has no such app for this key (404). Check App of this source: it is the Apple ID, not the bundle id.",
        _ => null,
    };
}
