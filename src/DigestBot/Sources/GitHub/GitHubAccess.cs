using DigestBot.Outgoing;

namespace DigestBot.Sources.GitHub;

/// <summary>As whom GitHub is asked, what it means by its faults, and who is no customer.</summary>
internal static class GitHubAccess
{
    /// <summary>The access of a source.</summary>
    public static ApiAccess Of(Secret? token, string repository) => new("GitHub")
    {
        Account = token?.Print ?? "",
        Credentials = token is { IsGiven: true } ? ApiCredentials.Bearer(token) : null,
        Headers = new Dictionary<string, string>(StringComparer.Ordinal)
        {
            ["Accept"] = "application/vnd.github+json",
            ["X-GitHub-Api-Version"] = "2022-11-28",
        },
        Spacing = TimeSpan.FromMilliseconds(500), // one after the other, and 900 points a minute
        MeansPatience = IsSpent,
        Explain = fault => Explain(fault, repository),
    };

    /// <summary>It is written by a program, or by the team itself.</summary>
    public static bool IsNoCustomer(string? accountType, string? association, bool includesTeam) =>
        accountType == "Bot" || (!includesTeam && association is "OWNER" or "MEMBER" or "COLLABORATOR");

    // Both the hourly limit and the secondary ones come as 403 or 429.
    private static bool IsSpent(ApiFault fault) => fault.Status is 403 or 429 && fault.Body.Contains("rate limit", StringComparison.OrdinalIgnoreCase);

    private static string? Explain(ApiFault fault, string repository) => fault.Status switch
    {
        404 => $"GitHub knows no repository {repository}, or does not show it to this token (404). Check Repository and the rights of the token.",
        410 => $"Issues are switched off in {repository} (410). Check Repository; discussions are the kind GitHubDiscussions.",
        403 when fault.Body.Contains("SAML", StringComparison.Ordinal) => "The organisation wants the token to be authorised for single sign-on (403). Open the token's page at GitHub and choose Configure SSO.",
        _ => null,
    };
}
