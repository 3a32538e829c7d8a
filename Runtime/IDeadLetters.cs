namespace CommerceBot.Runtime;

/// <summary>What could not be handled or sent, and what an operator may do about it, beside a running host or a stopped one.</summary>
public interface IDeadLetters
{
    /// <summary>The newest first; <paramref name="most"/> of the inbox and as many of the outbox at the most.</summary>
    IReadOnlyList<DeadLetter> List(int most = 500);

    /// <summary>How many there are: cheap enough to be asked every second.</summary>
    Task<DeadLetterCount> CountAsync(CancellationToken cancellationToken);

    /// <summary>What a dead call asked, as it was written.</summary>
    /// <exception cref="InvalidOperationException">It is no dead letter any more, or none of the outbox.</exception>
    ReadOnlyMemory<byte> RequestOf(DeadLetter letter);

    /// <summary>What became of a call is known otherwise: it is a dead letter no more.</summary>
    void Settle(DeadLetter letter);

    /// <summary>Has it tried again: by the host that runs, or by the next one. Replayed already, nothing happens.</summary>
    void Replay(DeadLetter letter);
}

/// <summary>A dead row of the inbox (<c>in-SEQ</c>) or of the outbox (<c>out-SEQ-N</c>), without a word of what a shopper wrote.</summary>
/// <param name="What">An inbox row's <see cref="RowKind"/>, or the outbox row's kind.</param>
/// <param name="Attempts">Tries so far.</param>
/// <param name="Place">The row; its <see cref="OutboxId.Place"/> is below zero for a row of the inbox.</param>
public sealed record DeadLetter(string Id, string What, string Lane, DateTimeOffset At, int Attempts, string Reason, OutboxId Place)
{
    /// <summary>Whether it was to be sent or called; else it was to be handled.</summary>
    public bool IsOfOutbox => Place.Place >= 0;
}

/// <summary>How many dead letters there are.</summary>
/// <param name="All">Of inbox and outbox.</param>
/// <param name="Newest">When the newest one died; null when there is none.</param>
public sealed record DeadLetterCount(int All, DateTimeOffset? Newest);
