using System.Collections.Concurrent;
using System.Diagnostics.Metrics;
using CommerceBot.Tests.Support;

namespace CommerceBot.Tests.Channels.Support;

/// <summary>What one host's endpoints have counted since this began to listen.</summary>
internal sealed class Counted : IDisposable
{
    private readonly MeterListener _listener = new();
    private readonly ConcurrentDictionary<string, long> _counts = new();

    public Counted(ShopHost host)
    {
        var meters = host.Get<IMeterFactory>();
        _listener.InstrumentPublished = (instrument, listener) =>
        {
            if (ReferenceEquals(instrument.Meter.Scope, meters) && instrument.Name == "commercebot.endpoint.events")
                listener.EnableMeasurementEvents(instrument);
        };
        _listener.SetMeasurementEventCallback<long>((_, count, tags, _) =>
        {
            var name = string.Join(' ', tags.ToArray().Select(tag => tag.Value));
            _counts.AddOrUpdate(name, count, (_, before) => before + count);
        });
        _listener.Start();
    }

    /// <summary>By endpoint and kind, such as <c>messenger wrong-signature</c>.</summary>
    public long this[string what] => _counts.GetValueOrDefault(what);

    public void Dispose() => _listener.Dispose();
}
