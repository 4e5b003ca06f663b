using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Hosting;
using Microsoft.AspNetCore.Http;
using Microsoft.Extensions.Logging;

namespace DigestBot.Tests.Testing;

/// <summary>A real HTTP server on loopback that answers as the test says.</summary>
internal sealed class StubServer : IAsyncDisposable
{
    private readonly WebApplication _server;
    private int _requests;

    private StubServer(WebApplication server) => _server = server;

    /// <summary>What it answers; may be changed at any time.</summary>
    public RequestDelegate Answer { get; set; } = context => context.Response.CompleteAsync();

    /// <summary>How often it was asked.</summary>
    public int Requests => _requests;

    /// <summary>Where it is.</summary>
    public Uri Address => new(_server.Urls.Single());

    public static async Task<StubServer> StartAsync()
    {
        var builder = WebApplication.CreateSlimBuilder();
        builder.Logging.ClearProviders();
        builder.WebHost.UseUrls("http://127.0.0.1:0");
        var server = builder.Build();
        var stub = new StubServer(server);
        server.Run(context =>
        {
            Interlocked.Increment(ref stub._requests);
            return stub.Answer(context);
        });
        await server.StartAsync();
        return stub;
    }

    public ValueTask DisposeAsync() => _server.DisposeAsync();
}
