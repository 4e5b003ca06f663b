using DigestBot.Tests.Testing.Teams;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Hosting;
using Microsoft.AspNetCore.Http;
using Microsoft.Extensions.Logging;

namespace DigestBot.Benchmarks.Acknowledging;

/// <summary>A message under the Bot Framework's token, beside Microsoft's own botbuilder for JavaScript, which checks it and does not reply.</summary>
internal static class TeamsAcks
{
    /// <summary>Measures.</summary>
    /// <param name="seconds">Length of a round.</param>
    /// <param name="rounds">How many rounds; the median counts.</param>
    /// <param name="nodeModules">Folder in which <c>botbuilder</c> is installed; null to measure ours alone.</param>
    public static async Task<int> RunAsync(int seconds, int rounds, string? nodeModules)
    {
        using var issuer = new TestIssuer(SignedActivities.AppId);
        await using var online = await PublishAsync(issuer);
        var metadata = $"{online.Urls.Single()}/metadata";
        return await new AckRace(
            dataFile => AckServer.Ours(dataFile, Settings(metadata)),
            nodeModules is null ? null : () => AckServer.Node("botbuilder", nodeModules, SignedActivities.AppId, metadata),
            (count, first) => new SignedActivities(count, first, issuer.Token(SignedActivities.ServiceUrl))).RunAsync(seconds, rounds);
    }

    private static Dictionary<string, string> Settings(string metadata) => new(StringComparer.Ordinal)
    {
        ["Teams__AppId"] = SignedActivities.AppId,
        ["Teams__AppSecret"] = "a secret of nobody",
        ["Teams__TenantId"] = SignedActivities.Tenant,
        ["Teams__OpenIdMetadataAddress"] = metadata,
        ["Teams__LoginAddress"] = "http://127.0.0.1:9/",
        ["Outgoing__PrivateHosts__0"] = "127.0.0.1",
        ["Outgoing__PlainHttpHosts__0"] = "127.0.0.1",
    };

    private static async Task<WebApplication> PublishAsync(TestIssuer issuer)
    {
        var builder = WebApplication.CreateSlimBuilder();
        builder.Logging.ClearProviders();
        builder.WebHost.UseUrls("http://127.0.0.1:0");
        var online = builder.Build();
        online.MapGet("/metadata", () => Results.Text(issuer.Metadata(new($"{online.Urls.Single()}/keys")).ToJsonString(), "application/json"));
        online.MapGet("/keys", () => Results.Text(issuer.Keys().ToJsonString(), "application/json"));
        await online.StartAsync();
        return online;
    }
}
