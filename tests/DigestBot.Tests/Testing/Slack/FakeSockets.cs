using System.Collections.Concurrent;
using System.Net.WebSockets;
using System.Text;
using System.Text.Json.Nodes;
using System.Threading.Channels;
using Microsoft.AspNetCore.Http;

namespace DigestBot.Tests.Testing.Slack;

/// <summary>Slack's side of Socket Mode: hands out addresses that work once, says hello, and remembers what is acknowledged.</summary>
internal sealed class FakeSockets
{
    private const string Path = "/socket";
    private readonly Channel<FakeSocket> _opened = Channel.CreateUnbounded<FakeSocket>();
    private readonly ConcurrentDictionary<string, bool> _tickets = new(StringComparer.Ordinal);
    private int _number;

    private FakeSockets()
    {
    }

    /// <summary>A socket is greeted when it opens.</summary>
    public bool Greets { get; set; } = true;

    /// <summary>How often an address was asked for.</summary>
    public int Asked => _number;

    /// <summary>Switches Socket Mode on.</summary>
    public static FakeSockets On(FakeSlack slack)
    {
        var sockets = new FakeSockets();
        slack.Methods["apps.connections.open"] = call => sockets.Address(call);
        slack.Routes[Path] = sockets.AcceptAsync;
        return sockets;
    }

    /// <summary>The next socket that the bot opens.</summary>
    public async Task<FakeSocket> NextAsync()
    {
        using var patience = new CancellationTokenSource(TimeSpan.FromSeconds(60));
        return await _opened.Reader.ReadAsync(patience.Token);
    }

    private JsonObject Address(FakeCall call)
    {
        if (call.Token != FakeSlack.AppToken)
            throw SlackSays.No("invalid_auth");
        var ticket = $"ticket-{Interlocked.Increment(ref _number)}";
        _tickets[ticket] = true;
        return new() { ["url"] = $"{call.Slack.Address.ToString().Replace("http://", "ws://", StringComparison.Ordinal)}{Path[1..]}?ticket={ticket}" };
    }

    private async Task AcceptAsync(HttpContext context)
    {
        if (!context.WebSockets.IsWebSocketRequest || !_tickets.TryRemove(context.Request.Query["ticket"].ToString(), out _))
        {
            context.Response.StatusCode = StatusCodes.Status403Forbidden;
            return;
        }
        using var socket = await context.WebSockets.AcceptWebSocketAsync();
        var opened = new FakeSocket(socket, context);
        if (Greets)
            await opened.SendAsync("""{"type":"hello","connection_info":{"app_id":"A0DIGEST"},"num_connections":1,"debug_info":{"approximate_connection_time":3600}}""");
        await _opened.Writer.WriteAsync(opened);
        await opened.ListenAsync();
    }
}

/// <summary>One socket of Socket Mode, as Slack holds it.</summary>
internal sealed class FakeSocket(WebSocket socket, HttpContext context)
{
    private static readonly TimeSpan Patience = TimeSpan.FromSeconds(60);

    private readonly ConcurrentDictionary<string, TaskCompletionSource<JsonObject>> _acknowledged = new(StringComparer.Ordinal);
    private readonly TaskCompletionSource<WebSocketCloseStatus?> _closed = new(TaskCreationOptions.RunContinuationsAsynchronously);

    /// <summary>How the bot closed it; null when it was cut.</summary>
    public Task<WebSocketCloseStatus?> Closed => _closed.Task.WaitAsync(Patience);

    /// <summary>It is open on both sides.</summary>
    public bool IsOpen => socket.State == WebSocketState.Open;

    /// <summary>Sends a text, in frames of so many bytes.</summary>
    public async Task SendAsync(string text, int frame = int.MaxValue, WebSocketMessageType type = WebSocketMessageType.Text)
    {
        ReadOnlyMemory<byte> rest = Encoding.UTF8.GetBytes(text);
        do
        {
            var next = rest[..Math.Min(frame, rest.Length)];
            rest = rest[next.Length..];
            await socket.SendAsync(next, type, rest.IsEmpty, CancellationToken.None);
        }
        while (!rest.IsEmpty);
    }

    /// <summary>Sends something that wants an acknowledgement.</summary>
    /// <param name="id">The envelope's id.</param>
    /// <param name="type"><c>events_api</c>, <c>slash_commands</c> or <c>interactive</c>.</param>
    /// <param name="payload">JSON.</param>
    /// <param name="frame">Length of a frame, in bytes.</param>
    public Task EnvelopeAsync(string id, string type, string payload, int frame = int.MaxValue) => SendAsync(
        $$"""{"envelope_id":"{{id}}","type":"{{type}}","accepts_response_payload":true,"payload":{{payload}}}""", frame);

    /// <summary>Says that it will close.</summary>
    public Task DisconnectAsync(string reason) => SendAsync($$$"""{"type":"disconnect","reason":"{{{reason}}}","debug_info":{"host":"wss-fake"}}""");

    /// <summary>The acknowledgement of an envelope.</summary>
    public Task<JsonObject> AcknowledgedAsync(string id) => Of(id).Task.WaitAsync(Patience);

    /// <summary>The envelope was acknowledged already.</summary>
    public bool IsAcknowledged(string id) => Of(id).Task.IsCompleted;

    /// <summary>Closes it as Slack does after its warning.</summary>
    public Task CloseAsync() => socket.CloseOutputAsync(WebSocketCloseStatus.NormalClosure, null, CancellationToken.None);

    /// <summary>Cuts the line.</summary>
    public void Cut() => context.Abort();

    internal async Task ListenAsync()
    {
        var buffer = new byte[1 << 16];
        try
        {
            while (await socket.ReceiveAsync(buffer, CancellationToken.None) is { MessageType: not WebSocketMessageType.Close } said)
            {
                var acknowledgement = JsonNode.Parse(buffer.AsSpan(0, said.Count))!.AsObject();
                Of(acknowledgement["envelope_id"]!.GetValue<string>()).TrySetResult(acknowledgement);
            }
            _closed.TrySetResult(socket.CloseStatus);
            if (socket.State == WebSocketState.CloseReceived)
                await CloseAsync();
        }
        catch (Exception cut) when (cut is WebSocketException or IOException or OperationCanceledException)
        {
            _closed.TrySetResult(null);
        }
    }

    private TaskCompletionSource<JsonObject> Of(string id) =>
        _acknowledged.GetOrAdd(id, _ => new(TaskCreationOptions.RunContinuationsAsynchronously));
}
