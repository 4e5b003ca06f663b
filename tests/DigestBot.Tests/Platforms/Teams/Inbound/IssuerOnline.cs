using System.Text.Json.Nodes;
using DigestBot.Tests.Testing;
using DigestBot.Tests.Testing.Teams;
using Microsoft.AspNetCore.Http;

namespace DigestBot.Tests.Platforms.Teams.Inbound;

/// <summary>The issuer with its metadata and keys on loopback.</summary>
internal sealed class IssuerOnline : IAsyncDisposable
{
    private readonly StubServer _server;

    private IssuerOnline(StubServer server, TestIssuer issuer)
    {
        (_server, Issuer) = (server, issuer);
        server.Answer = AnswerAsync;
    }

    public TestIssuer Issuer { get; }

    /// <summary>What <c>Teams:OpenIdMetadataAddress</c> is set to.</summary>
    public Uri Metadata => new(_server.Address, "/v1/.well-known/openidconfiguration");

    /// <summary>How often the keys were fetched.</summary>
    public int Fetches { get; private set; }

    /// <summary>It answers with an error while this is set.</summary>
    public bool IsDown { get; set; }

    public static async Task<IssuerOnline> StartAsync(TestIssuer issuer) => new(await StubServer.StartAsync(), issuer);

    public async ValueTask DisposeAsync()
    {
        await _server.DisposeAsync();
        Issuer.Dispose();
    }

    private Task AnswerAsync(HttpContext context)
    {
        var isForKeys = context.Request.Path == "/keys";
        Fetches += isForKeys ? 1 : 0;
        context.Response.StatusCode = IsDown ? StatusCodes.Status500InternalServerError : StatusCodes.Status200OK;
        JsonObject answer = isForKeys ? Issuer.Keys() : Issuer.Metadata(new(_server.Address, "/keys"));
        return context.Response.WriteAsync(answer.ToJsonString());
    }
}
