using System.Collections.Concurrent;
using System.Globalization;
using DigestBot.Core.Platforms;

namespace DigestBot.Tests.Testing;

/// <summary>A chat platform in memory that can be told to misbehave the ways real ones do; passes the same contract as they.</summary>
internal sealed class FakePlatform(string name = "fake") : IChatPlatform
{
    private readonly ConcurrentQueue<Mishap> _mishaps = [];
    private readonly Lock _gate = new();
    private readonly List<Standing> _standing = [];
    private readonly List<string> _calls = [];

    /// <summary>What stands, in the order in which it came.</summary>
    public IReadOnlyList<Standing> Messages
    {
        get
        {
            lock (_gate)
                return [.. _standing];
        }
    }

    /// <summary>Every call: <c>post</c>, <c>update</c>, <c>find</c> and the part of the key.</summary>
    public IReadOnlyList<string> Calls
    {
        get
        {
            lock (_gate)
                return [.. _calls];
        }
    }

    /// <summary>Whether it can be asked what stands; Teams cannot.</summary>
    public bool CanTell { get; set; } = true;

    /// <summary>Posts wait for this before they arrive.</summary>
    public Task Gate { get; set; } = Task.CompletedTask;

    public string Name => name;

    public TimeSpan Pace { get; set; } = TimeSpan.Zero;

    /// <summary>The next calls go wrong like this, one each.</summary>
    public FakePlatform Next(params IEnumerable<Mishap> mishaps)
    {
        foreach (var mishap in mishaps)
            _mishaps.Enqueue(mishap);
        return this;
    }

    public async Task<SendResult> PostAsync(OutgoingMessage message, CancellationToken cancellationToken)
    {
        await Gate.WaitAsync(cancellationToken);
        return Call("post", message.Key, () => Arrive(message));
    }

    public Task<SendResult> UpdateAsync(PostedMessage posted, OutgoingMessage message, CancellationToken cancellationToken) => Task.FromResult(
        Call("update", message.Key, () => Change(posted, message)));

    public Task<LookUp> FindAsync(DeliveryKey key, string channel, PostedMessage? thread, CancellationToken cancellationToken)
    {
        lock (_gate)
        {
            _calls.Add($"find {key.Part}");
            if (!CanTell)
                return Task.FromResult<LookUp>(new LookUp.CannotTell());
            var found = _standing.Find(message => message.Key == key && message.Posted.Channel == channel);
            return Task.FromResult<LookUp>(found is null ? new LookUp.Absent() : new LookUp.Found(found.Posted));
        }
    }

    private SendResult Call(string what, DeliveryKey key, Func<SendResult> arrive)
    {
        lock (_gate)
        {
            _calls.Add($"{what} {key.Part}");
            return _mishaps.TryDequeue(out var mishap) ? mishap.Answer(arrive) : arrive();
        }
    }

    private SendResult.Sent Arrive(OutgoingMessage message)
    {
        var posted = new PostedMessage(Name, message.Channel, (_standing.Count + 1).ToString(CultureInfo.InvariantCulture));
        _standing.Add(new(message.Key, posted, message.Content, message.Thread));
        return new(posted);
    }

    private SendResult Change(PostedMessage posted, OutgoingMessage message)
    {
        var place = _standing.FindIndex(standing => standing.Posted == posted);
        if (place < 0)
            return new SendResult.Refused("It does not stand here.");
        _standing[place] = _standing[place] with { Content = message.Content };
        return new SendResult.Sent(posted);
    }

    /// <summary>A message that stands.</summary>
    public sealed record Standing(DeliveryKey Key, PostedMessage Posted, MessageContent Content, PostedMessage? Thread);

    /// <summary>A way in which a call goes wrong.</summary>
    public sealed record Mishap(Func<Func<SendResult>, SendResult> Answer)
    {
        /// <summary>The platform says no for good.</summary>
        public static Mishap Refuses { get; } = new(_ => new SendResult.Refused("The channel is archived."));

        /// <summary>The message arrives, the answer does not.</summary>
        public static Mishap TimesOutAfterArriving { get; } = new(arrive => { arrive(); return new SendResult.Unknown("No answer in time."); });

        /// <summary>Neither arrives, and nobody can know that.</summary>
        public static Mishap TimesOutBeforeArriving { get; } = new(_ => new SendResult.Unknown("No answer in time."));

        /// <summary>The connection is refused.</summary>
        public static Mishap IsDown { get; } = new(_ => new SendResult.NotSent("The connection was refused."));

        /// <summary>The client library throws.</summary>
        public static Mishap Throws { get; } = new(_ => throw new InvalidOperationException("a fault in the client"));

        /// <summary>Too fast: try again later.</summary>
        public static Mishap AsksToWait(TimeSpan time) => new(_ => new SendResult.NotSent("Too many messages.", time));
    }
}
