using System.Net;
using System.Text.Json;
using DigestBot.Tests.Testing.Slack;

namespace DigestBot.EndToEnd;

/// <summary>Slack's own Bolt, which verifies and understands requests as Slack's makers meant them.</summary>
internal sealed class Bolt : IDisposable
{
    private readonly ClientProcess _process;
    private readonly HttpClient _client = new();

    private Bolt(ClientProcess process, Uri address) => (_process, Address) = (process, address);

    public Uri Address { get; }

    public static async Task<Bolt> StartAsync()
    {
        var address = new Uri($"http://127.0.0.1:{RunningProgram.FreePort()}");
        var process = OtherClients.Start("node", [OtherClients.Script("bolt.cjs"), $"{address.Port}", FakeSlack.SigningSecret]);
        await process.AnswersAsync(address);
        return new(process, address);
    }

    /// <summary>Sends as Slack would; Bolt's answer.</summary>
    public Task<HttpStatusCode> SendAsync(FakeRequest request) => SendAsync(request.ToHttp(Address, TimeProvider.System.GetUtcNow()));

    /// <summary>Sends any request; Bolt's answer.</summary>
    public async Task<HttpStatusCode> SendAsync(HttpRequestMessage request)
    {
        using (request)
        {
            using var answer = await _client.SendAsync(request);
            return answer.StatusCode;
        }
    }

    /// <summary>The first things that it understood, each as kind, person and content.</summary>
    public IReadOnlyList<string> Heard(int count)
    {
        IReadOnlyList<string> heard;
        while ((heard = Heard()).Count < count && _process.LivesOn())
            continue;
        return heard;
    }

    public void Dispose()
    {
        _client.Dispose();
        _process.Dispose();
    }

    private List<string> Heard() => [.. _process.Output.Split('\n', StringSplitOptions.RemoveEmptyEntries)
        .Select(line => JsonDocument.Parse(line).RootElement)
        .Where(told => told.GetProperty("kind").GetString() != "ready")
        .Select(told => string.Join(' ', told.EnumerateObject().Select(part => part.Value.GetString())))];
}
