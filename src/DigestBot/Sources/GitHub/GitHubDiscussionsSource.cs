using DigestBot.Core.Mentions;

namespace DigestBot.Sources.GitHub;

/// <summary>Discussions of a repository, the newest first; GraphQL API.</summary>
internal sealed class GitHubDiscussionsSource(GitHubDiscussionsOptions options, SourceParts parts)
    : ApiSource(options, GitHubAccess.Of(options.Token, options.Repository), parts)
{
    private const string Discussions = """
        query($owner: String!, $name: String!, $after: String) {
          repository(owner: $owner, name: $name) {
            discussions(first: 50, after: $after, orderBy: { field: CREATED_AT, direction: DESC }) {
              nodes {
                id url title body createdAt authorAssociation upvoteCount
                author { __typename login }
                reactions { totalCount }
                comments { totalCount }
              }
              pageInfo { hasNextPage endCursor }
            }
          }
        }
        """;

    /// <summary>As settings name it.</summary>
    public static SourceKind Kind { get; } = new SourceKind<GitHubDiscussionsOptions>(
        "GitHubDiscussions", "discussions of a repository on GitHub", (options, parts) => new GitHubDiscussionsSource(options, parts));

    protected override bool ListsEverything => true;

    protected override async Task<ApiPage> ReadPageAsync(DateTimeOffset since, string? page, CancellationToken cancellationToken)
    {
        var (owner, name) = (options.Repository.Split('/')[0], options.Repository.Split('/')[1]);
        var asked = new GitHubQuery(Discussions, new(owner, name, page));
        var reply = await Client.PostAsync(options.Server, asked, GitHubGraphJson.Default.GitHubQuery, GitHubGraphJson.Default.GitHubGraph, cancellationToken);
        var found = reply.Body.Data?.Repository?.Discussions ?? throw Refusal(reply.Body.Errors is [{ } first, ..] ? first.Type : null);
        var next = found.PageInfo?.HasNextPage == true ? found.PageInfo.EndCursor : null;
        return Page(found.Nodes, GitHubGraphJson.Default.GitHubDiscussion, Meaning, next);
    }

    private SourceException Refusal(string? type) => new(type switch
    {
        "NOT_FOUND" => $"GitHub knows no repository {options.Repository}, or does not show it to this token. Check Repository and the rights of the token.",
        "RATE_LIMITED" => "GitHub has no requests left for this token. It is read again at one of the next runs; a longer Every makes them last.",
        "FORBIDDEN" or "INSUFFICIENT_SCOPES" => "GitHub does not let this token read discussions. Check its rights: discussions, read-only.",
        _ => "What GitHub answers is no list of discussions. Check Server; if it is right, GitHub has a fault of its own.",
    });

    private SaidItem? Meaning(GitHubDiscussion discussion) => GitHubAccess.IsNoCustomer(discussion.Author?.Type, discussion.AuthorAssociation, options.IncludeTeam)
        ? null
        : new()
        {
            Id = discussion.Id,
            Author = discussion.Author?.Login,
            Text = OwnWords.Below(discussion.Title, OwnWords.Of(discussion.Body ?? "")),
            At = ItemTime.Iso(discussion.CreatedAt),
            Link = discussion.Url,
            Likes = (discussion.UpvoteCount ?? 0) + (discussion.Reactions?.TotalCount ?? 0),
            Replies = discussion.Comments?.TotalCount,
        };
}
