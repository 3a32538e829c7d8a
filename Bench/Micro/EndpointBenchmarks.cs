using System.Text;
using BenchmarkDotNet.Attributes;
using CommerceBot.Bench.Floor;
using CommerceBot.Bench.Load;
using Microsoft.Bot.Builder.Adapters.Facebook;

namespace CommerceBot.Bench.Micro;

/// A webhook that comes in: signature checked, events read. The baseline is what the floor does.
public class EndpointBenchmarks
{
    private byte[] _body = [];
    private string _signature = "";

    [GlobalSetup]
    public void Prepare()
    {
        _body = Messages.Body(new Random(2016), 1_795_000_000_000, 42);
        var signature = new byte[71];
        Webhook.Sign(_body, signature);
        _signature = Encoding.ASCII.GetString(signature);
    }

    [Benchmark(Baseline = true)]
    public string? Floor() => Webhook.IsSigned(_body, _signature) ? MessageEvent.Read(_body)?.Key : null;

    [Benchmark]
    public bool Signature() => FacebookSignature.Verify(_body, _signature, Webhook.AppSecret);

    [Benchmark]
    public string SignatureAndEvents() =>
        FacebookSignature.Verify(_body, _signature, Webhook.AppSecret) ? FacebookWebhook.Read(_body)[0].DedupeKey : "";
}
