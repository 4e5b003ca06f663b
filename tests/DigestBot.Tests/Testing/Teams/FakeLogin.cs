using System.Collections.Concurrent;
using System.Text.Json.Nodes;
using Microsoft.AspNetCore.Http;

namespace DigestBot.Tests.Testing.Teams;

/// <summary>Microsoft's login, as far as a bot needs it: client credentials for the Connector.</summary>
internal sealed class FakeLogin(FakeTeams teams)
{
    private const string Scope = "https://api.botframework.com/.default";

    private readonly ConcurrentDictionary<string, bool> _revoked = new(StringComparer.Ordinal);
    private readonly ConcurrentQueue<string> _issued = [];

    /// <summary>Tokens given out, oldest first.</summary>
    public IReadOnlyCollection<string> Issued => _issued;

    /// <summary>The only tenant that gives tokens for this bot: the company's, or <c>botframework.com</c> for the old multi-tenant kind.</summary>
    public string Authority { get; set; } = FakeTeams.TenantId;

    /// <summary>A certificate's signature is taken instead of the secret.</summary>
    public bool TakesCertificates { get; set; }

    /// <summary>No token given out so far is good any more.</summary>
    public void RevokeAll()
    {
        foreach (var token in _issued)
            _revoked[token] = true;
    }

    /// <summary>The token is the bot's own and good.</summary>
    internal bool IsGood(string? token) =>
        token is not null && !_revoked.ContainsKey(token) && teams.Issuer.Claims(token) is { } claims
        && claims["aud"]?.GetValue<string>() == "https://api.botframework.com" && claims["appid"]?.GetValue<string>() == FakeTeams.AppId;

    internal async Task ServeAsync(HttpContext context, string path)
    {
        var call = new FakeTeamsCall("token", context.Request.Method, null, null, null, new Dictionary<string, string>(StringComparer.Ordinal)) { Path = path };
        if (teams.RemembersCalls)
            teams.Calls.Enqueue(call);
        if (teams.Faults.Next(call) is { } fault)
        {
            await fault.Happens(context);
            return;
        }
        var form = await context.Request.ReadFormAsync();
        if (path != $"{Authority}/oauth2/v2.0/token")
            await RefuseAsync(context, StatusCodes.Status400BadRequest, "invalid_request", "AADSTS90002: Tenant not found.");
        else if (form["client_id"] != FakeTeams.AppId || !IsProven(form))
            await RefuseAsync(context, StatusCodes.Status401Unauthorized, "invalid_client", "AADSTS7000215: Invalid client secret provided.");
        else if (form["scope"] != Scope || form["grant_type"] != "client_credentials")
            await RefuseAsync(context, StatusCodes.Status400BadRequest, "invalid_scope", "AADSTS70011: The provided value for scope is not valid.");
        else
            await FakeTeamsFault.WriteAsync(context, Grant());
    }

    private bool IsProven(IFormCollection form) => TakesCertificates
        ? form["client_assertion_type"] == "urn:ietf:params:oauth:client-assertion-type:jwt-bearer" && form["client_assertion"].ToString().Split('.').Length == 3
        : form["client_secret"] == FakeTeams.AppSecret;

    private JsonObject Grant()
    {
        var now = teams.Clock.GetUtcNow().ToUnixTimeSeconds();
        var token = teams.Issuer.Sign(new()
        {
            ["aud"] = "https://api.botframework.com", ["iss"] = $"https://sts.windows.net/{Authority}/", ["appid"] = FakeTeams.AppId,
            ["nbf"] = now - 10, ["exp"] = now + 3600, ["jti"] = _issued.Count,
        });
        _issued.Enqueue(token);
        return new() { ["token_type"] = "Bearer", ["expires_in"] = 3600, ["ext_expires_in"] = 3600, ["access_token"] = token };
    }

    private static Task RefuseAsync(HttpContext context, int status, string error, string description) =>
        FakeTeamsFault.WriteAsync(context, new JsonObject { ["error"] = error, ["error_description"] = description }, status);
}
