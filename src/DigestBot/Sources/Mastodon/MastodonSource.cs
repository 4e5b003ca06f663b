using System.Globalization;
using System.Text.Json;
using DigestBot.Core.Mentions;
using DigestBot.Outgoing;

namespace DigestBot.Sources.Mastodon;

/// <summary>What is said on Mastodon as one server knows it, the newest first (REST API v1, search v2).</summary>
internal sealed class MastodonSource(MastodonOptions options, SourceParts parts) : ApiSource(options, Access(options), parts)
{
    private const int MostOnAPage = 40;

    private string? _accountId;

    /// <summary>As settings name it.</summary>
    public static SourceKind Kind { get; } = new SourceKind<MastodonOptions>(
        "Mastodon", "posts on Mastodon: a search, a hashtag, an account, or what mentions yours", (options, parts) => new MastodonSource(options, parts));

    /// <summary>Posts of other servers may arrive late, and stand where their time puts them.</summary>
    protected override TimeSpan Overlap => TimeSpan.FromHours(2);

    /// <inheritdoc />
    protected override int AsksAgainAtOnce => 20;

    /// <inheritdoc />
    protected override Task<ApiPage> ReadPageAsync(DateTimeOffset since, string? page, CancellationToken cancellationToken) =>
        IsGiven(options.Query) ? SearchAsync(options.Query!, page, cancellationToken) : TimelineAsync(page, cancellationToken);

    /// <inheritdoc />
    protected override async Task<ApiPage> AskAgainAsync(IReadOnlyList<string> ids, CancellationToken cancellationToken)
    {
        try
        {
            return Statuses((await AskAsync(At($"/api/v1/statuses?{string.Join('&', ids.Select(id => $"id[]={Uri.EscapeDataString(id)}"))}"), cancellationToken)).Body);
        }
        catch (SourceException error) when (ApiFault.Of(error)?.Status is 404)
        {
            return Statuses(await OneByOneAsync(ids, cancellationToken)); // a server before 4.3
        }
    }

    // A search gives no link to the next page, only what is behind an offset; its max_id means a whole day.
    private async Task<ApiPage> SearchAsync(string query, string? page, CancellationToken cancellationToken)
    {
        var offset = int.TryParse(page, NumberStyles.None, CultureInfo.InvariantCulture, out var read) ? read : 0;
        var address = At($"/api/v2/search?q={Uri.EscapeDataString(query)}&type=statuses&limit={MostOnAPage}&offset={offset}");
        var found = (await Client.GetAsync(address, MastodonJson.Default.MastodonFound, cancellationToken)).Body.Statuses ?? throw new SourceException(ApiSentences.Unreadable(Vendor));
        return Statuses(found) with { Next = found.Count > 0 ? $"{offset + MostOnAPage}" : null };
    }

    private async Task<ApiPage> TimelineAsync(string? page, CancellationToken cancellationToken)
    {
        var first = At(await PathAsync(cancellationToken));
        // Only a whole address is a link: what a search kept before the settings changed is a number.
        var reply = await AskAsync(Uri.TryCreate(page, UriKind.Absolute, out _) ? Client.Follow(first, page) : first, cancellationToken);
        var read = first.AbsolutePath.EndsWith("/notifications", StringComparison.Ordinal)
            ? Page(reply.Body, MastodonJson.Default.MastodonNotification, notification => notification.Type == "mention" ? Meaning(notification.Status) : null, next: null)
            : Statuses(reply.Body);
        return read with { Next = reply.Answer.NextLink };
    }

    private async Task<string> PathAsync(CancellationToken cancellationToken) => options switch
    {
        _ when IsGiven(options.Hashtag) => $"/api/v1/timelines/tag/{Uri.EscapeDataString(options.Hashtag!.Trim().TrimStart('#'))}?limit={MostOnAPage}",
        _ when IsGiven(options.Account) => $"/api/v1/accounts/{_accountId ??= await AccountIdAsync(cancellationToken)}/statuses?limit={MostOnAPage}&exclude_reblogs=true",
        _ => $"/api/v1/notifications?limit={MostOnAPage}&types[]=mention",
    };

    private async Task<string> AccountIdAsync(CancellationToken cancellationToken)
    {
        try
        {
            var address = At($"/api/v1/accounts/lookup?acct={Uri.EscapeDataString(options.Account!.Trim().TrimStart('@'))}");
            var account = (await Client.GetAsync(address, MastodonJson.Default.MastodonAccount, cancellationToken)).Body;
            return account.Id is { Length: > 0 } id ? Uri.EscapeDataString(id) : throw new SourceException(ApiSentences.Unreadable(Vendor));
        }
        catch (SourceException error) when (ApiFault.Of(error)?.Status is 404)
        {
            throw new SourceException("This Mastodon server knows no account of that name. Check Account; for one of another server write name@server.", error.InnerException);
        }
    }

    private async Task<IReadOnlyList<JsonElement>> OneByOneAsync(IReadOnlyList<string> ids, CancellationToken cancellationToken)
    {
        var found = new List<JsonElement>();
        foreach (var id in ids)
        {
            try
            {
                found.Add((await Client.GetAsync(At($"/api/v1/statuses/{Uri.EscapeDataString(id)}"), MastodonJson.Default.JsonElement, cancellationToken)).Body);
            }
            catch (SourceException error) when (ApiFault.Of(error)?.Status is 404)
            {
                // It was taken away, which its absence says.
            }
        }
        return found;
    }

    private Task<ApiReply<IReadOnlyList<JsonElement>>> AskAsync(Uri address, CancellationToken cancellationToken) => Client.GetAsync(address, MastodonJson.Default.Items, cancellationToken);

    private ApiPage Statuses(IReadOnlyList<JsonElement> items) => Page(items, MastodonJson.Default.MastodonStatus, Meaning, next: null);

    // Boosts are somebody else's words, private posts were not said to everybody, pictures without a word say nothing.
    private static SaidItem? Meaning(MastodonStatus? status)
    {
        if (status is null or { Reblog.ValueKind: JsonValueKind.Object } or { Visibility: "private" or "direct" })
            return null;
        var text = $"{status.SpoilerText}\n{PlainText.Of(status.Content ?? "")}".Trim();
        return text.Length == 0 ? null : new()
        {
            Id = status.Id,
            Author = status.Account?.Acct,
            Text = text,
            At = ItemTime.Iso(status.CreatedAt),
            Link = status.Url ?? status.Uri,
            Likes = status.FavouritesCount,
            Reposts = status.ReblogsCount,
            Replies = status.RepliesCount,
            Followers = status.Account?.FollowersCount,
            Language = status.Language,
        };
    }

    private Uri At(string path) => new(options.Server!, path);

    private static bool IsGiven(string? setting) => !string.IsNullOrWhiteSpace(setting);

    private static ApiAccess Access(MastodonOptions options) => new("Mastodon")
    {
        Account = $"{options.Server} {options.Token!.Print}",
        Credentials = ApiCredentials.Bearer(options.Token),
        Explain = fault => fault switch
        {
            { Status: 401 } => "The Mastodon server does not accept the token (401). Check Token and Server; make a new one under Preferences, Development if it was revoked.",
            { Status: 403 } when fault.Body.Contains("outside the authorized scopes", StringComparison.Ordinal) =>
                "The token lacks a right on the Mastodon server (403). Check that its application has the scopes read:statuses, read:search, read:accounts and read:notifications.",
            _ => null,
        },
    };
}
