using System.Net;
using System.Text.Json;
using DigestBot.Tests.Testing.Teams;

namespace DigestBot.EndToEnd;

/// <summary>Microsoft's own botbuilder, which believes and understands requests as their makers meant them.</summary>
internal sealed class BotBuilder : IDisposable
{
    private readonly ClientProcess _process;
    private readonly HttpClient _client = new();
    private readonly FakeTeams _teams;
    private readonly Uri _address;

    private BotBuilder(ClientProcess process, FakeTeams teams, Uri address) => (_process, _teams, _address) = (process, teams, address);

    public static async Task<BotBuilder> StartAsync(FakeTeams teams)
    {
        var address = new Uri($"http://127.0.0.1:{RunningProgram.FreePort()}");
        var process = OtherClients.Start("node", [OtherClients.Script("botbuilder.cjs"), $"{address.Port}", FakeTeams.AppId, teams.MetadataAddress.ToString()]);
        await process.AnswersAsync(address);
        return new(process, teams, address);
    }

    /// <summary>Sends as Teams would, but for one fault; botbuilder's answer.</summary>
    public async Task<HttpStatusCode> SendAsync(FakeActivity activity, TokenFault fault = TokenFault.None)
    {
        using var request = _teams.Signed(activity, _address, fault);
        using var answer = await _client.SendAsync(request);
        return answer.StatusCode;
    }

    /// <summary>All that it believed so far, each as kind, person and content.</summary>
    public IReadOnlyList<string> Heard => [.. _process.Output.Split('\n', StringSplitOptions.RemoveEmptyEntries)
        .Select(line => JsonDocument.Parse(line).RootElement)
        .Where(told => told.GetProperty("kind").GetString() != "ready")
        .Select(told => string.Join(' ', told.EnumerateObject().Select(part => part.Value.GetString())))];

    /// <summary>Waits until it has told of so many things.</summary>
    public IReadOnlyList<string> FirstHeard(int count)
    {
        IReadOnlyList<string> heard;
        while ((heard = Heard).Count < count && _process.LivesOn())
            continue;
        return heard;
    }

    public void Dispose()
    {
        _client.Dispose();
        _process.Dispose();
    }
}
