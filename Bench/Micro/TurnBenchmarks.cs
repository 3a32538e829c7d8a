using BenchmarkDotNet.Attributes;
using CommerceBot.Bench.Bot;
using CommerceBot.Bench.Waterfall;
using Microsoft.Bot.Builder;
using Microsoft.Bot.Schema;

namespace CommerceBot.Bench.Micro;

/// Turns in process: an echo with its state loaded and saved, a cycle of the waterfall (four turns). The baseline is the echo's
/// state parsed and written alone.
public class TurnBenchmarks
{
    private readonly QuietAdapter _adapter = new();
    private readonly EchoBot _echo = new(new ConversationState(new MemoryStorage()));
    private readonly Conversation _waterfall = new(withState: false);
    private readonly Activity[] _said = Conversation.Prepare(1);
    private readonly byte[] _state = DialogueState.After(null, "ciao");

    [Benchmark(Baseline = true)]
    public byte[] StateAlone() => DialogueState.After(_state, "ciao");

    [Benchmark]
    public Task EchoTurn() => _adapter.ProcessActivityAsync(new("bench"), _said[0], _echo.OnTurnAsync, CancellationToken.None);

    [Benchmark]
    public Task WaterfallCycle() => _waterfall.RunAsync(_said);
}
