using System.Collections.Concurrent;

namespace CommerceBot.Bench.Floor;

/// Every conversation's lane by its name.
internal sealed class Lanes(Ledger ledger, SendApi send)
{
    private readonly ConcurrentDictionary<string, Lane> _lanes = new();

    public void Wake(MessageEvent message, long seq) =>
        _lanes.GetOrAdd(message.Lane, static (name, at) => new Lane(name, at.ledger, at.send), (ledger, send)).Add(message, seq);
}

/// One conversation: one message at a time, in order.
internal sealed class Lane(string name, Ledger ledger, SendApi send) : IThreadPoolWorkItem
{
    private readonly Queue<(MessageEvent Message, long Seq)> _waiting = new();
    private byte[]? _state;
    private bool _running;

    public void Add(MessageEvent message, long seq)
    {
        lock (_waiting)
        {
            _waiting.Enqueue((message, seq));
            if (_running) return;
            _running = true;
        }

        ThreadPool.UnsafeQueueUserWorkItem(this, preferLocal: false);
    }

    public async void Execute()
    {
        while (true)
        {
            (MessageEvent Message, long Seq) next;
            lock (_waiting)
            {
                _running = _waiting.TryDequeue(out next);
                if (!_running) return;
            }

            await TurnAsync(next.Message, next.Seq);
        }
    }

    private async Task TurnAsync(MessageEvent message, long seq)
    {
        _state = DialogueState.After(_state, message.Text);
        var request = SendApi.Request(message.Sender, $"Echo: {message.Text}");
        var turn = new TurnDone(name, seq, _state, request);
        ledger.Add(turn);
        var outbox = await turn.Done;
        await send.PostAsync(request);
        ledger.Add(new Sent(outbox));
    }
}
