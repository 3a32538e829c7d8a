namespace CommerceBot.Bench.Floor;

/// A message is stored; its request is answered and its lane woken after the commit.
internal sealed class Append(MessageEvent message, ReadOnlyMemory<byte> body, Lanes lanes) : IWrite
{
    private readonly TaskCompletionSource _done = new(TaskCreationOptions.RunContinuationsAsynchronously);
    private readonly byte[] _key = message.KeyHash;
    private long? _seq;

    public Task Done => _done.Task;

    public void Apply(Statements statements) => _seq = statements.Append(message.Lane, _key, body);

    public void Committed()
    {
        _done.SetResult();
        if (_seq is { } seq) lanes.Wake(message, seq);
    }
}

/// What one turn did: row handled, new state, one reply to send.
internal sealed class TurnDone(string lane, long seq, byte[] state, byte[] request) : IWrite
{
    private readonly TaskCompletionSource<long> _done = new(TaskCreationOptions.RunContinuationsAsynchronously);
    private long _outbox;

    /// The outbox row's number, once committed.
    public Task<long> Done => _done.Task;

    public void Apply(Statements statements)
    {
        if (!statements.MarkHandled(seq)) throw new InvalidOperationException($"row {seq} of {lane} was handled twice");
        statements.SaveState(lane, state);
        _outbox = statements.AddOutbox(lane, request);
    }

    public void Committed() => _done.SetResult(_outbox);
}

/// The reply was taken by the Send API.
internal sealed class Sent(long outbox) : IWrite
{
    public void Apply(Statements statements) => statements.MarkSent(outbox);

    public void Committed()
    {
    }
}
