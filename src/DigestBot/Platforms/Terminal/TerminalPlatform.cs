using DigestBot.Core.Platforms;
using Spectre.Console;

namespace DigestBot.Platforms.Terminal;

/// <summary>
/// The first platform: each channel is a file <c>terminal-CHANNEL.ndjson</c> in the data folder, and what is said there is
/// also shown on the terminal that the program runs in. It can always be asked what stands.
/// </summary>
/// <param name="folder">The data folder; it exists.</param>
/// <param name="screen">The terminal that the program runs in.</param>
/// <param name="clock">Times of the lines.</param>
internal sealed class TerminalPlatform(string folder, IAnsiConsole screen, TimeProvider clock) : IChatPlatform, IDisposable
{
    private readonly SemaphoreSlim _turn = new(1);
    private readonly Dictionary<string, TerminalChannel> _channels = new(StringComparer.Ordinal);

    /// <inheritdoc />
    public string Name => "terminal";

    /// <inheritdoc />
    public TimeSpan Pace => TimeSpan.Zero;

    /// <inheritdoc />
    public Task<SendResult> PostAsync(OutgoingMessage message, CancellationToken cancellationToken) => InChannelAsync<SendResult>(
        message.Channel,
        async channel =>
        {
            var id = await channel.AddAsync(message.Key.ToString(), message.Thread?.Id, clock.GetUtcNow(), TerminalMessage.Text(message.Content));
            TerminalMessage.Show(message.Content, screen);
            return new SendResult.Sent(new(Name, message.Channel, id));
        },
        cancellationToken);

    /// <inheritdoc />
    public Task<SendResult> UpdateAsync(PostedMessage posted, OutgoingMessage message, CancellationToken cancellationToken) => InChannelAsync<SendResult>(
        message.Channel,
        async channel =>
        {
            if (channel.Find(message.Key.ToString()) != posted.Id)
                return new SendResult.Refused("The message to be changed does not stand in this channel.");
            await channel.ChangeAsync(posted.Id, message.Key.ToString(), message.Thread?.Id, clock.GetUtcNow(), TerminalMessage.Text(message.Content));
            return new SendResult.Sent(posted);
        },
        cancellationToken);

    /// <inheritdoc />
    public Task<LookUp> FindAsync(DeliveryKey key, string channel, PostedMessage? thread, CancellationToken cancellationToken) => InChannelAsync<LookUp>(
        channel,
        open => Task.FromResult<LookUp>(
            open.Find(key.ToString()) is { } id ? new LookUp.Found(new(Name, channel, id)) : new LookUp.Absent()),
        cancellationToken);

    /// <summary>The file of a channel. A channel's name comes from settings; whatever it holds, the file lies in the folder.</summary>
    public string PathOf(string channel) => Path.Combine(folder, $"terminal-{Uri.EscapeDataString(channel).Replace('%', '_')}.ndjson");

    /// <inheritdoc />
    public void Dispose()
    {
        _turn.Dispose();
        foreach (var channel in _channels.Values)
            channel.Dispose();
    }

    private async Task<T> InChannelAsync<T>(string name, Func<TerminalChannel, Task<T>> act, CancellationToken cancellationToken)
    {
        await _turn.WaitAsync(cancellationToken);
        try
        {
            if (!_channels.TryGetValue(name, out var channel))
                _channels[name] = channel = TerminalChannel.Open(PathOf(name));
            return await act(channel);
        }
        finally
        {
            _turn.Release();
        }
    }
}
