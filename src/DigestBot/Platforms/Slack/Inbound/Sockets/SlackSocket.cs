using System.Buffers;
using System.Net.WebSockets;
using System.Text;

namespace DigestBot.Platforms.Slack.Inbound.Sockets;

/// <summary>
/// One open socket: hands on what comes, acknowledges it when it is kept, and knows when it is to be replaced. What was not
/// acknowledged Slack sends again, over another socket.
/// </summary>
internal sealed partial class SlackSocket(WebSocket socket, SlackIntake intake, TimeProvider clock, ILogger log) : IDisposable
{
    /// <summary>Reason of a socket that ended without being told to.</summary>
    public const string Lost = "lost";

    /// <summary>Slack's reason when Socket Mode was switched off.</summary>
    public const string Disabled = "link_disabled";

    private const int AtOnce = 64;

    // Slack closes a socket about ten seconds after its warning; one that it forgets is closed by us.
    private static readonly TimeSpan LongestLeave = TimeSpan.FromSeconds(30);

    private static readonly TimeSpan Farewell = TimeSpan.FromSeconds(2);

    private readonly TaskCompletionSource<string> _leaving = new(TaskCreationOptions.RunContinuationsAsynchronously);
    private readonly SemaphoreSlim _room = new(AtOnce);
    private readonly SemaphoreSlim _sending = new(1);
    private readonly ArrayBufferWriter<byte> _message = new();
    private CancellationTokenSource? _end;
    private volatile bool _isClosing;

    /// <summary>Ends, with the reason, when another socket should take over: before this one closes, if Slack says so in time.</summary>
    public Task<string> Leaving => _leaving.Task;

    /// <summary>Slack has said hello.</summary>
    public bool IsGreeted { get; private set; }

    /// <summary>Works until the socket is closed, or until <paramref name="stop"/>: then what is being taken in is still acknowledged.</summary>
    public async Task RunAsync(CancellationToken stop)
    {
        using var end = new CancellationTokenSource(Timeout.InfiniteTimeSpan, clock);
        _end = end;
        var reading = ReadAllAsync(end.Token);
        await reading.WaitAsync(stop).ConfigureAwait(ConfigureAwaitOptions.SuppressThrowing);
        if (!reading.IsCompleted)
            await SayFarewellAsync(end);
        await reading;
        await AllTakenAsync();
        _leaving.TrySetResult(Lost);
    }

    /// <inheritdoc />
    public void Dispose()
    {
        socket.Dispose();
        _room.Dispose();
        _sending.Dispose();
    }

    private async Task SayFarewellAsync(CancellationTokenSource end)
    {
        _isClosing = true;
        await AllTakenAsync();
        end.CancelAfter(Farewell);
        await SafelyAsync(() => socket.CloseOutputAsync(WebSocketCloseStatus.NormalClosure, null, end.Token));
    }

    private async Task ReadAllAsync(CancellationToken end)
    {
        try
        {
            while (await ReadAsync(end) is { } message)
                await HearAsync(message);
            await AllTakenAsync(); // an acknowledgement may still go out while only Slack has closed
            if (socket.State == WebSocketState.CloseReceived)
                await socket.CloseOutputAsync(WebSocketCloseStatus.NormalClosure, null, end);
        }
        catch (Exception lost) when (IsLoss(lost))
        {
            LogLost();
        }
        finally
        {
            _leaving.TrySetResult(Lost);
        }
    }

    // The whole message, put together from its frames; empty when it is longer than we take. Null when the socket was closed.
    private async Task<ReadOnlyMemory<byte>?> ReadAsync(CancellationToken end)
    {
        _message.ResetWrittenCount();
        var length = 0L;
        while (true)
        {
            var frame = await socket.ReceiveAsync(_message.GetMemory(4096), end);
            if (frame.MessageType == WebSocketMessageType.Close)
                return null;
            length += frame.Count;
            if (length <= SlackDoor.LongestBody)
                _message.Advance(frame.Count);
            if (frame.EndOfMessage)
                return length <= SlackDoor.LongestBody ? _message.WrittenMemory : ReadOnlyMemory<byte>.Empty;
        }
    }

    private async Task HearAsync(ReadOnlyMemory<byte> message)
    {
        switch (SlackEnvelope.Read(message.Span))
        {
            case SlackEnvelope.Hello:
                IsGreeted = true;
                break;
            case SlackEnvelope.Disconnect disconnect:
                _end!.CancelAfter(LongestLeave);
                _leaving.TrySetResult(disconnect.Reason);
                break;
            case SlackEnvelope.Payload payload when !_isClosing:
                await _room.WaitAsync();
                _ = TakeAsync(payload);
                break;
            case null:
                SlackTraffic.Count("socket", message.IsEmpty ? "too_large" : "malformed");
                break;
        }
    }

    // Never throws: nobody waits for it but the counting of what is under way.
    private async Task TakeAsync(SlackEnvelope.Payload payload)
    {
        try
        {
            var ack = payload.Request is { } request ? await intake.ReceiveAsync(request, CancellationToken.None) : Unknown();
            if (ack.IsAccepted)
                await SafelyAsync(() => SendAsync(Acknowledgement(payload.Id, ack)));
        }
        finally
        {
            _room.Release();
        }
    }

    private static SlackAck Unknown()
    {
        SlackTraffic.Count("socket", "unknown");
        return SlackAck.Accepted;
    }

    private static string Acknowledgement(string id, SlackAck ack) => ack is { Answer: { } answer, IsText: false }
        ? $$"""{"envelope_id":"{{id}}","payload":{{answer}}}"""
        : $$"""{"envelope_id":"{{id}}"}""";

    // A socket takes one message at a time.
    private async Task SendAsync(string message)
    {
        await _sending.WaitAsync();
        try
        {
            await socket.SendAsync(Encoding.UTF8.GetBytes(message), WebSocketMessageType.Text, WebSocketMessageFlags.EndOfMessage, CancellationToken.None);
        }
        finally
        {
            _sending.Release();
        }
    }

    private async Task AllTakenAsync()
    {
        for (var i = 0; i < AtOnce; i++)
            await _room.WaitAsync();
        _room.Release(AtOnce);
    }

    private async Task SafelyAsync(Func<Task> send)
    {
        try
        {
            await send();
        }
        catch (Exception lost) when (IsLoss(lost))
        {
            LogLost();
        }
    }

    private static bool IsLoss(Exception error) =>
        error is WebSocketException or OperationCanceledException or IOException or ObjectDisposedException or InvalidOperationException;

    [LoggerMessage(LogLevel.Debug, "A socket to Slack was lost")]
    private partial void LogLost();
}
