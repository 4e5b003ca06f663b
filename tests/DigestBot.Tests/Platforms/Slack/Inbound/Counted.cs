using System.Collections.Concurrent;
using System.Diagnostics.Metrics;
using DigestBot.Platforms.Slack.Inbound;

namespace DigestBot.Tests.Platforms.Slack.Inbound;

/// <summary>Listens to the counter of requests, as an exporter does. (Tests beside this one are heard as well.)</summary>
internal sealed class Counted : IDisposable
{
    private readonly MeterListener _listener = new();
    private readonly ConcurrentQueue<string> _seen = [];

    public Counted()
    {
        _listener.InstrumentPublished = (instrument, listener) =>
        {
            if (instrument.Meter.Name == SlackTraffic.Meter)
                listener.EnableMeasurementEvents(instrument);
        };
        _listener.SetMeasurementEventCallback<long>((_, _, tags, _) => _seen.Enqueue($"{tags[0].Value} {tags[1].Value}"));
        _listener.Start();
    }

    /// <summary>Kinds and outcomes counted so far.</summary>
    public ISet<string> Seen => _seen.ToHashSet(StringComparer.Ordinal);

    public void Dispose() => _listener.Dispose();
}
