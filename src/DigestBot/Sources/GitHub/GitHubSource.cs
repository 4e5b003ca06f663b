namespace DigestBot.Sources.GitHub;

/// <summary>Issues of a repository and the comments below them, by when they changed; REST API, version 2022-11-28.</summary>
internal sealed class GitHubSource(GitHubOptions options, SourceParts parts) : ApiSource(options, GitHubAccess.Of(options.Token, options.Repository), parts)
{
    private const string CommentsPath = "issues/comments";

    /// <summary>As settings name it.</summary>
    public static SourceKind Kind { get; } = new SourceKind<GitHubOptions>(
        "GitHub", "issues of a repository on GitHub and their comments", (options, parts) => new GitHubSource(options, parts));

    protected override ApiOrder Order => ApiOrder.FromInstant;

    protected override bool ListsEverything => true;

    protected override async Task<ApiPage> ReadPageAsync(DateTimeOffset since, string? page, CancellationToken cancellationToken)
    {
        var first = First("issues", since, "&state=all");
        var address = page is null ? first : Client.Follow(first, page);
        var reply = await Client.GetAsync(address, GitHubJson.Default.IReadOnlyListJsonElement, cancellationToken);
        var isComments = address.AbsolutePath.EndsWith(CommentsPath, StringComparison.Ordinal);
        var next = reply.Answer.NextLink is { } link ? Client.Follow(address, link)
            : isComments || !options.Comments ? null
            : First(CommentsPath, since, "");
        var read = Page(reply.Body, GitHubJson.Default.GitHubIssue, Meaning, next?.AbsoluteUri);
        // A comment changes its issue too. Were its time counted, an issue that changed while comments were read would be passed over.
        return isComments ? read with { Newest = null } : read;
    }

    // By creation: by the last change, issues would move to the end while they are read, and others over the edge of a page.
    private Uri First(string list, DateTimeOffset since, string more) =>
        options.At($"repos/{options.Repository}/{list}?sort=created&direction=asc&per_page=100&since={since.UtcDateTime:yyyy-MM-ddTHH:mm:ssZ}{more}");

    private SaidItem? Meaning(GitHubIssue issue)
    {
        var isOfPullRequest = issue.PullRequest is not null || issue.HtmlUrl?.Contains("/pull/", StringComparison.Ordinal) == true;
        if (isOfPullRequest || GitHubAccess.IsNoCustomer(issue.User?.Type, issue.AuthorAssociation, options.IncludeTeam))
            return null;
        return new()
        {
            Id = issue.NodeId,
            Author = issue.User?.Login,
            Text = OwnWords.Below(issue.Title, OwnWords.Of(issue.Body ?? "")),
            At = ItemTime.Iso(issue.CreatedAt),
            ChangedAt = ItemTime.Iso(issue.UpdatedAt),
            Link = issue.HtmlUrl,
            Likes = issue.Reactions?.TotalCount,
            Replies = issue.Comments,
        };
    }
}
