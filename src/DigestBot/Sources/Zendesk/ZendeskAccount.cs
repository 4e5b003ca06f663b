using DigestBot.Outgoing;

namespace DigestBot.Sources.Zendesk;

/// <summary>An account of Zendesk, whatever is read of it.</summary>
internal static class ZendeskAccount
{
    /// <summary>Where it is.</summary>
    public static Uri Address(ZendeskOptions options) => options.Server ?? new($"https://{options.Subdomain}.zendesk.com");

    /// <summary>Where agents see a ticket.</summary>
    public static string Ticket(ZendeskOptions options, string? id) => $"https://{options.Subdomain}.zendesk.com/agent/tickets/{Uri.EscapeDataString(id ?? "")}";

    /// <summary>How it is asked.</summary>
    /// <param name="options">Whose.</param>
    /// <param name="spacing">Time between two requests.</param>
    public static ApiAccess Access(ZendeskOptions options, TimeSpan spacing) => new("Zendesk")
    {
        Account = options.Subdomain!, // limits are counted by account
        Credentials = string.IsNullOrWhiteSpace(options.Email)
            ? ApiCredentials.Bearer(options.Token!)
            : ApiCredentials.Basic($"{options.Email.Trim()}/token", options.Token!),
        Spacing = spacing,
        LargestBody = 32 * 1024 * 1024, // a ticket of 64 kB is nothing unusual
        Explain = Explain,
    };

    /// <summary>What a satisfaction rating is in stars; null when none was given.</summary>
    public static double? Stars(string? score) => score switch
    {
        "good" => 5,
        "bad" => 1,
        _ => null,
    };

    private static string? Explain(ApiFault fault) => fault.Status switch
    {
        401 => "Zendesk does not accept the credentials (401). Check Email and Token of this source, and that token access is on in Admin Center, Apps and integrations.",
        403 => "Zendesk lets only admins read this (403). Use the token of an admin, and for OAuth the scope read.",
        404 => "Zendesk has no such account, or not this feature (404). Check Subdomain of this source, and that satisfaction ratings are switched on if they are to be read.",
        _ => null,
    };
}
