using DigestBot.Outgoing;

namespace DigestBot.Sources.GooglePlay;

/// <summary>Reviews of an app in Google Play, the last said or changed first; Android Publisher API v3, which gives those of the last week.</summary>
internal sealed class GooglePlaySource(GooglePlayOptions options, SourceParts parts) : ApiSource(options, Access(options, parts), parts)
{
    private const string Scope = "https://www.googleapis.com/auth/androidpublisher";

    /// <summary>As settings name it.</summary>
    public static SourceKind Kind { get; } =
        new SourceKind<GooglePlayOptions>("GooglePlay", "reviews of an app in Google Play", (options, parts) => new GooglePlaySource(options, parts));

    protected override async Task<ApiPage> ReadPageAsync(DateTimeOffset since, string? page, CancellationToken cancellationToken)
    {
        var token = page is null ? "" : $"&token={Uri.EscapeDataString(page)}";
        var address = new Uri(options.Server, $"/androidpublisher/v3/applications/{options.Package}/reviews?maxResults=100{token}");
        var reviews = (await Client.GetAsync(address, GooglePlayJson.Default.GooglePlayReviews, cancellationToken)).Body;
        return Page(reviews.Reviews, GooglePlayJson.Default.GooglePlayReview, Meaning, reviews.TokenPagination?.NextPageToken);
    }

    private SaidItem? Meaning(GooglePlayReview review) => review.Comments?.FirstOrDefault(comment => comment?.UserComment is not null)?.UserComment is not { } said ? null : new()
    {
        Id = review.ReviewId,
        Author = review.AuthorName,
        Text = WithTitle(said.Text),
        At = ItemTime.Seconds(said.LastModified?.Seconds),
        Rating = said.StarRating,
        Likes = said.ThumbsUpCount,
        Replies = review.Comments.Count(comment => comment?.DeveloperComment is not null),
        Language = said.ReviewerLanguage,
        Link = $"https://play.google.com/store/apps/details?id={options.Package}&reviewId={Uri.EscapeDataString(review.ReviewId ?? "")}",
    };

    // "Title<tab>body"; most have no title, many of them all the same a tab.
    private static string? WithTitle(string? text) =>
        text?.IndexOf('\t', StringComparison.Ordinal) is >= 0 and var tab ? $"{text[..tab].Trim()}\n{text[(tab + 1)..].Trim()}".Trim() : text;

    private static ApiAccess Access(GooglePlayOptions options, SourceParts parts) => new("Google Play")
    {
        Account = options.Package!, // limits are counted by app
        Credentials = ServiceAccountKey.Of(options.Key!).Tokens(Scope, parts),
        MeansPatience = IsQuota,
        Explain = Explain,
    };

    private static bool IsQuota(ApiFault fault) => fault.Status == 403
        && (fault.Body.Contains("LimitExceeded", StringComparison.OrdinalIgnoreCase) || fault.Body.Contains("quotaExceeded", StringComparison.OrdinalIgnoreCase));

    private static string? Explain(ApiFault fault) => fault.Status switch
    {
        403 when IsQuota(fault) => null,
        403 when fault.Body.Contains("SERVICE_DISABLED", StringComparison.Ordinal) || fault.Body.Contains("accessNotConfigured", StringComparison.Ordinal) =>
            "The Google Play Android Developer API is not enabled in the project of the service account (403). Enable it in Google Cloud, APIs and services.",
        403 => "Google Play does not let the service account read the reviews (403). Invite it in Play Console, Users and permissions, with the right to reply to reviews of this app; it may take a day until that counts.",
        404 => "Google Play has no app with this package name (404). Check Package of this source.",
        _ => null,
    };
}
