using DigestBot.Core.Mentions;
using DigestBot.Outgoing;

namespace DigestBot.Sources.Zendesk;

/// <summary>What customers say of how their tickets went; satisfaction ratings with a comment, Zendesk Ticketing API v2.</summary>
internal sealed class ZendeskRatingSource(ZendeskOptions options, SourceParts parts)
    : ApiSource(options, ZendeskAccount.Access(options, TimeSpan.Zero), parts)
{
    /// <summary>As settings name it.</summary>
    public static SourceKind Kind { get; } =
        new SourceKind<ZendeskOptions>("ZendeskRatings", "comments with satisfaction ratings in Zendesk", (options, parts) => new ZendeskRatingSource(options, parts));

    protected override ApiOrder Order => ApiOrder.FromInstant;

    // A rating may count from when it was asked for; what is given days later is found by reading the week again.
    protected override TimeSpan RefreshEvery => TimeSpan.FromHours(1);

    protected override async Task<ApiPage> ReadPageAsync(DateTimeOffset since, string? page, CancellationToken cancellationToken)
    {
        var after = page is null ? "" : $"&page%5Bafter%5D={Uri.EscapeDataString(page)}";
        var query = $"score=received_with_comment&start_time={since.ToUnixTimeSeconds()}&page%5Bsize%5D=100{after}";
        var ratings = (await Client.GetAsync(At($"/api/v2/satisfaction_ratings.json?{query}"), ZendeskJson.Default.ZendeskRatings, cancellationToken)).Body;
        var next = ratings.Meta?.HasMore == true ? ratings.Meta.AfterCursor : null;
        return await NamedAsync(Page(ratings.SatisfactionRatings, ZendeskJson.Default.ZendeskRating, Meaning, next), cancellationToken);
    }

    private SaidItem? Meaning(ZendeskRating rating) => string.IsNullOrWhiteSpace(rating.Comment) ? null : new()
    {
        Id = rating.Id,
        Author = rating.RequesterId,
        Text = rating.Comment,
        At = ItemTime.Iso(rating.UpdatedAt), // created when the customer was asked, updated when the answer came
        Rating = ZendeskAccount.Stars(rating.Score),
        Link = ZendeskAccount.Ticket(options, rating.TicketId),
    };

    // A rating knows its author by number only.
    private async Task<ApiPage> NamedAsync(ApiPage page, CancellationToken cancellationToken)
    {
        var ids = page.Mentions.Select(mention => mention.Author).Where(IsNumber).Distinct(StringComparer.Ordinal).ToList();
        if (ids.Count == 0)
            return page;
        var names = await NamesAsync(ids, cancellationToken);
        return page with { Mentions = [.. page.Mentions.Select(mention => mention with { Author = names.GetValueOrDefault(mention.Author, mention.Author) })] };
    }

    private static bool IsNumber(string id) => id.Length is > 0 and < 20 && id.All(char.IsAsciiDigit);

    private async Task<Dictionary<string, string>> NamesAsync(List<string> ids, CancellationToken cancellationToken)
    {
        try
        {
            var users = (await Client.GetAsync(At($"/api/v2/users/show_many.json?ids={string.Join(',', ids)}"), ZendeskJson.Default.ZendeskUsers, cancellationToken)).Body.Users ?? [];
            return users
                .Where(user => user is { Id: not null, Name.Length: > 0 })
                .DistinctBy(user => user!.Id, StringComparer.Ordinal)
                .ToDictionary(user => user!.Id!, user => user!.Name!, StringComparer.Ordinal);
        }
        catch (SourceException error) when (ApiFault.Of(error)?.Status is 403 or 404)
        {
            return []; // without the right to see people, the numbers stay
        }
    }

    private Uri At(string path) => new(ZendeskAccount.Address(options), path);
}
