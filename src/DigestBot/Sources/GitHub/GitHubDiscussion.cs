using System.Text.Json;
using System.Text.Json.Serialization;

namespace DigestBot.Sources.GitHub;

/// <summary>A question to the GraphQL API.</summary>
internal sealed record GitHubQuery(string Query, GitHubVariables Variables);

/// <summary>What is asked.</summary>
internal sealed record GitHubVariables(string Owner, string Name, string? After);

/// <summary>An answer of the GraphQL API; faults come with status 200.</summary>
internal sealed record GitHubGraph(GitHubGraphData? Data, IReadOnlyList<GitHubGraphError>? Errors);

/// <summary>What is wrong, by its name.</summary>
internal sealed record GitHubGraphError(string? Type);

/// <summary>The repository, null when it is not to be seen.</summary>
internal sealed record GitHubGraphData(GitHubGraphRepository? Repository);

/// <summary>Its discussions.</summary>
internal sealed record GitHubGraphRepository(GitHubGraphDiscussions? Discussions);

/// <summary>A page of them.</summary>
internal sealed record GitHubGraphDiscussions(IReadOnlyList<JsonElement>? Nodes, GitHubGraphPage? PageInfo);

/// <summary>Where the next page is.</summary>
internal sealed record GitHubGraphPage(bool? HasNextPage, string? EndCursor);

/// <summary>A discussion.</summary>
internal sealed record GitHubDiscussion
{
    public string? Id { get; init; }

    public string? Url { get; init; }

    public string? Title { get; init; }

    /// <summary>Markdown.</summary>
    public string? Body { get; init; }

    public string? CreatedAt { get; init; }

    public string? AuthorAssociation { get; init; }

    /// <summary>Null for accounts that are gone.</summary>
    public GitHubActor? Author { get; init; }

    public long? UpvoteCount { get; init; }

    public GitHubTotal? Reactions { get; init; }

    public GitHubTotal? Comments { get; init; }
}

/// <summary>Who wrote it, and whether it is a <c>User</c> or a <c>Bot</c>.</summary>
internal sealed record GitHubActor([property: JsonPropertyName("__typename")] string? Type, string? Login);

/// <summary>How many.</summary>
internal sealed record GitHubTotal(long? TotalCount);

/// <summary>Generated code for the GraphQL API.</summary>
[JsonSourceGenerationOptions(JsonSerializerDefaults.Web, Converters = [typeof(LooseText), typeof(LooseCount), typeof(LooseNumber)])]
[JsonSerializable(typeof(GitHubQuery))]
[JsonSerializable(typeof(GitHubGraph))]
[JsonSerializable(typeof(GitHubDiscussion))]
internal sealed partial class GitHubGraphJson : JsonSerializerContext;
