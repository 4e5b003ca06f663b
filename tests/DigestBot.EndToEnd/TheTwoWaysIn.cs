using System.Net;
using System.Net.WebSockets;
using DigestBot.Tests.Testing.Slack;

namespace DigestBot.EndToEnd;

/// <summary>The running program reached by Slack: over HTTPS as over a socket, from what is typed to what is answered.</summary>
public sealed class TheTwoWaysIn : IAsyncLifetime
{
    private readonly DirectoryInfo _folder = Directory.CreateTempSubdirectory("digestbot-ways-");
    private FakeSlack _slack = null!;

    public async Task InitializeAsync() => _slack = await FakeSlack.StartAsync();

    public async Task DisposeAsync()
    {
        await _slack.DisposeAsync();
        _folder.Delete(recursive: true);
    }

    [Fact]
    public async Task Answer_a_command_that_came_over_https()
    {
        using var program = Start($"--Slack:SigningSecret={FakeSlack.SigningSecret}");
        Assert.True(await program.IsReadyAsync(), program.Said);
        using var slack = new HttpClient();
        using var request = Typed().ToHttp(program.Address, TimeProvider.System.GetUtcNow());
        using var acknowledged = await slack.SendAsync(request);
        Assert.Equal((HttpStatusCode.OK, ""), (acknowledged.StatusCode, await acknowledged.Content.ReadAsStringAsync()));
        await AssertAnsweredAsync(program);
    }

    [Fact]
    public async Task Answer_a_command_that_came_over_a_socket_and_hang_up_in_order()
    {
        var sockets = FakeSockets.On(_slack);
        using var program = Start($"--Slack:AppToken={FakeSlack.AppToken}");
        var socket = await sockets.NextAsync();
        await socket.EnvelopeAsync("env-1", "slash_commands", Typed().Body.ToJsonString());
        Assert.Equal("""{"envelope_id":"env-1"}""", (await socket.AcknowledgedAsync("env-1")).ToJsonString());
        await AssertAnsweredAsync(program);
        Assert.Equal(0, program.Stop());
        Assert.Equal(WebSocketCloseStatus.NormalClosure, await socket.Closed);
    }

    private FakeRequest Typed() => _slack.Workspace.Person("U0ANA").Types("help");

    private async Task AssertAnsweredAsync(RunningProgram program) =>
        Assert.True(await program.BecomesAsync(() => Task.FromResult(_slack.Workspace.Ephemeral("U0ANA").Count == 1)), program.Said);

    private RunningProgram Start(string wayIn) => RunningProgram.Start(
        Path.Combine(_folder.FullName, "ways.db"), settings: [$"--Slack:ApiBaseAddress={_slack.ApiBaseAddress}", $"--Slack:BotToken={_slack.Workspace.BotToken}", wayIn]);
}
