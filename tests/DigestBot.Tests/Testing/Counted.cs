using System.Collections.Concurrent;
using System.Diagnostics.Metrics;

namespace DigestBot.Tests.Testing;

/// <summary>Listens to a platform's counter of requests, as an exporter does. (Tests beside this one are heard as well.)</summary>
internal sealed class Counted : IDisposable
{
    private readonly MeterListener _listener = new();
    private readonly ConcurrentQueue<string> _seen = [];

    /// <summary>Begins to listen.</summary>
    /// <param name="meter">Name of the meter.</param>
    public Counted(string meter)
    {
        _listener.InstrumentPublished = (instrument, listener) =>
        {
            if (instrument.Meter.Name == meter)
                listener.EnableMeasurementEvents(instrument);
        };
        _listener.SetMeasurementEventCallback<long>((_, _, tags, _) => _seen.Enqueue($"{tags[0].Value} {tags[1].Value}"));
        _listener.Start();
    }

    /// <summary>Kinds and outcomes counted so far.</summary>
    public ISet<string> Seen => _seen.ToHashSet(StringComparer.Ordinal);

    public void Dispose() => _listener.Dispose();
}
