using System.Text.Json.Nodes;
using Microsoft.Data.Sqlite;

namespace DigestBot.EndToEnd;

/// <summary>Acme Air's workspace in the emulator, with the real program in it on the sample's mentions; people act through Slack only.</summary>
internal sealed class CompanyOnSlack : IDisposable
{
    private readonly SlackEmulator _slack;
    private readonly DirectoryInfo _folder = Directory.CreateTempSubdirectory("digestbot-slack-");
    private readonly int _port;
    private RunningProgram? _program;
    private string _channel = "";

    private CompanyOnSlack(SlackEmulator slack, int port) => (_slack, _port) = (slack, port);

    private RunningProgram Program => _program ?? throw new InvalidOperationException("The program was not started.");

    /// <summary>Opens the workspace and starts the program in it.</summary>
    public static async Task<CompanyOnSlack> OpenAsync()
    {
        var port = RunningProgram.FreePort();
        var company = new CompanyOnSlack(await SlackEmulator.StartAsync(new($"http://127.0.0.1:{port}")), port);
        company._channel = await company._slack.ChannelAsync("executives");
        await company.StartAsync();
        await company.ReadyAsync();
        return company;
    }

    /// <summary>Ends the program as <c>kill -9</c> does, and starts it again.</summary>
    public async Task RestartAsync()
    {
        Program.Dispose();
        await StartAsync();
        await ReadyAsync();
    }

    private async Task ReadyAsync() => Assert.True(await Program.IsReadyAsync(), Program.Said);

    /// <summary>The edition as it stands: its first message and the touch points, once all of them are there.</summary>
    public async Task<IReadOnlyList<JsonNode>> EditionAsync()
    {
        IReadOnlyList<JsonNode> thread = [];
        Assert.True(await Program.BecomesAsync(async () => (thread = await ThreadAsync()).Count >= 11), Program.Said);
        Assert.Single(await _slack.MessagesAsync(_channel));
        return thread;
    }

    /// <summary>Waits until a message shows some words.</summary>
    public async Task ShowsAsync(JsonNode message, string words) => Assert.True(
        await Program.BecomesAsync(async () => (await ThreadAsync()).Single(one => one.Id() == message.Id()).Has(words)), Program.Said);

    public Task ReactAsync(string person, JsonNode message, string emoji, bool isAdded) => _slack.CallAsync(
        isAdded ? "reactions.add" : "reactions.remove", $"xoxp-{person}", ("channel", _channel), ("timestamp", message.Id()), ("name", emoji));

    /// <summary>Writes into the edition's thread; Slack knows no thread below one of its messages.</summary>
    public async Task ReplyAsync(string person, string words) => await _slack.CallAsync(
        "chat.postMessage", $"xoxp-{person}", ("channel", _channel), ("text", words), ("thread_ts", (await _slack.MessagesAsync(_channel))[0].Id()));

    public void Dispose()
    {
        _program?.Dispose();
        _slack.Dispose();
        SqliteConnection.ClearAllPools();
        _folder.Delete(recursive: true);
    }

    // Deliveries carry their mark; what people wrote and what they are answered does not.
    private async Task<IReadOnlyList<JsonNode>> ThreadAsync() => await _slack.MessagesAsync(_channel) is [var first, ..]
        ? [.. (await _slack.ThreadAsync(_channel, first.Id())).Where(message => message["metadata"] is JsonObject)]
        : [];

    private async Task StartAsync() => _program = RunningProgram.Start(Path.Combine(_folder.FullName, "slack.db"), port: _port, settings:
    [
        $"--Slack:SigningSecret={SlackEmulator.SigningSecret}",
        $"--Slack:BotToken={SlackEmulator.BotToken}",
        $"--Slack:ApiBaseAddress={_slack.ApiBaseAddress}",
        "--Digests:0:Name=weekly",
        "--Digests:0:Audiences:0:Platform=slack",
        $"--Digests:0:Audiences:0:Channel={_channel}",
        "--Digests:0:Curators:Platform=slack",
        $"--Digests:0:Curators:Channel={await _slack.ChannelAsync("curators")}",
        $"--People:0:Id=slack:{await _slack.UserAsync("ana")}",
        "--People:0:Name=Ana Castillo",
        "--People:0:Roles=Executive",
        $"--People:1:Id=slack:{await _slack.UserAsync("cleo")}",
        "--People:1:Name=Cleo Marsh",
        "--People:1:Roles=Curator",
    ]);
}
