using BenchmarkDotNet.Attributes;
using CommerceBot.Bench.Load;
using Microsoft.Bot.Builder.Adapters.Facebook;
using Microsoft.Bot.Schema;

namespace CommerceBot.Bench.Micro;

/// A Messenger message's activity, as JSON and back.
public class ActivityBenchmarks
{
    private Activity _activity = new();
    private byte[] _json = [];

    [GlobalSetup]
    public void Prepare()
    {
        _activity = FacebookWebhook.Read(Messages.Body(new Random(2016), 1_795_000_000_000, 42))[0].Activity!;
        _json = SchemaJson.Write(_activity);
    }

    [Benchmark]
    public byte[] Write() => SchemaJson.Write(_activity);

    [Benchmark]
    public Activity? Read() => SchemaJson.ReadActivity(_json);
}
