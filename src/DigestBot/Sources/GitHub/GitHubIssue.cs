using System.Text.Json;
using System.Text.Json.Serialization;

namespace DigestBot.Sources.GitHub;

/// <summary>An issue, a pull request or a comment below either, as the REST API gives it.</summary>
internal sealed record GitHubIssue
{
    /// <summary>Unlike that of anything else at GitHub, which <c>id</c> is not.</summary>
    public string? NodeId { get; init; }

    public string? HtmlUrl { get; init; }

    public string? Title { get; init; }

    /// <summary>Markdown.</summary>
    public string? Body { get; init; }

    public GitHubUser? User { get; init; }

    public string? AuthorAssociation { get; init; }

    public string? CreatedAt { get; init; }

    public string? UpdatedAt { get; init; }

    /// <summary>Comments below an issue; comments have none.</summary>
    public long? Comments { get; init; }

    public GitHubReactions? Reactions { get; init; }

    /// <summary>There for pull requests only.</summary>
    public JsonElement? PullRequest { get; init; }
}

/// <summary>Who wrote it; null for accounts that are gone.</summary>
internal sealed record GitHubUser(string? Login, string? Type);

/// <summary>How many reacted.</summary>
internal sealed record GitHubReactions(long? TotalCount);

/// <summary>Generated code for the REST API.</summary>
[JsonSourceGenerationOptions(
    JsonSerializerDefaults.Web, PropertyNamingPolicy = JsonKnownNamingPolicy.SnakeCaseLower,
    Converters = [typeof(LooseText), typeof(LooseCount), typeof(LooseNumber)])]
[JsonSerializable(typeof(IReadOnlyList<JsonElement>))]
[JsonSerializable(typeof(GitHubIssue))]
internal sealed partial class GitHubJson : JsonSerializerContext;
