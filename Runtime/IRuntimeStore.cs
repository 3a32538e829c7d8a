using Microsoft.Bot.Builder;
using Microsoft.Bot.Schema;

namespace CommerceBot.Runtime;

/// <summary>Where rows are kept. Everything that returns a task is durable when the task ends.</summary>
public interface IRuntimeStore
{
    /// <summary>64 random bits made with the database, in hex; the first part of every public id.</summary>
    string DatabaseId { get; }

    /// <summary>Tells the sink about every row that becomes ready, in the order of their numbers, from now on and from before.</summary>
    Task StartAsync(IRowObserver observer, CancellationToken cancellationToken);

    /// <summary>
    /// Stores what an endpoint brought, all or nothing. A key that is known already answers
    /// <see cref="AppendResult.Duplicate"/>.
    /// </summary>
    Task<AppendResult[]> AppendAsync(IReadOnlyList<NewInboxRow> messages, CancellationToken cancellationToken);

    /// <summary>Stores an echo as handled and marks the message that it copies as sent.</summary>
    Task EchoAsync(MessageEcho echo, DateTimeOffset now, CancellationToken cancellationToken);

    /// <summary>Begins a turn over a fresh snapshot.</summary>
    Task<IUnitOfWork> BeginAsync(InboxRow row, string messageKind, CancellationToken cancellationToken);

    /// <summary>Where a lane's conversation is; null when nobody ever wrote from it.</summary>
    Task<ConversationReference?> ReferenceAsync(string lane, CancellationToken cancellationToken);

    /// <summary>What the channel called a message of ours; null while it is not sent.</summary>
    Task<string?> ChannelIdAsync(OutboxId id, CancellationToken cancellationToken);

    /// <summary>Counts a try of an inbox row that threw or never came back.</summary>
    Task CountAttemptAsync(long seq, CancellationToken cancellationToken);

    /// <summary>Closes a row whose activity cannot even be read, with the reason.</summary>
    Task DeadLetterAsync(long seq, string reason, DateTimeOffset now, CancellationToken cancellationToken);

    /// <summary>Marks an outbox row done or dead; its answer becomes an inbox row of the same lane in the same transaction.</summary>
    Task CompleteAsync(OutboxCompletion closing, CancellationToken cancellationToken);

    /// <summary>Counts a try that did not end a row, and keeps its reason; the row waits until then, over a restart too.</summary>
    Task PostponeAsync(OutboxId id, int attempts, DateTimeOffset notBefore, string reason, CancellationToken cancellationToken);

    /// <summary>Turns every timer that is due into an inbox row; answers when the next one is.</summary>
    /// <param name="setBack">How far the clock was set back since the timers were set: all of them are due so much earlier.</param>
    Task<DateTimeOffset?> MoveDueTimersAsync(DateTimeOffset now, TimeSpan setBack, CancellationToken cancellationToken);

    /// <summary>Forgets what is kept no longer, a little at a time, so that turns are never kept waiting.</summary>
    Task PruneAsync(Retention retention, DateTimeOffset now, CancellationToken cancellationToken);

    /// <summary>Writes a mark and waits until it is on the disk.</summary>
    /// <exception cref="Exception">Whatever keeps every other write from being stored, too.</exception>
    Task CheckWritableAsync(CancellationToken cancellationToken);

    /// <summary>Looks for rows that another process wrote.</summary>
    Task PollExternalRowsAsync(CancellationToken cancellationToken);

    /// <summary>The answer that a turn left for the caller who waits for it; null while the row is still waiting.</summary>
    Task<RowOutcome?> OutcomeAsync(long seq, CancellationToken cancellationToken);
}

/// <summary>An arrival made ready for the disk: redacted and serialised.</summary>
public sealed record NewInboxRow(IncomingMessage Arrival, ReadOnlyMemory<byte> Body, DateTimeOffset Received);

/// <summary>How an outbox row ends.</summary>
/// <param name="Dead">Whether it failed for good.</param>
/// <param name="ChannelId">What the channel calls the message; null for calls, and where it said nothing.</param>
/// <param name="Reason">Why it is dead; null when it is done.</param>
/// <param name="Answer">The row that tells the lane what came of it; null when nobody waits.</param>
public sealed record OutboxCompletion(OutboxRow Row, bool Dead, string? ChannelId, string? Reason, NewInboxRow? Answer, DateTimeOffset Now);

/// <summary>How a row ended: its invoke response or expected replies as JSON, or why it died.</summary>
public sealed record RowOutcome(bool Dead, int? Status, ReadOnlyMemory<byte> Body);

/// <summary>Hears of rows after their commit, one call at a time.</summary>
public interface IRowObserver
{
    /// <summary>A row is there for its lane's turn.</summary>
    void Arrived(InboxRow row);

    /// <param name="row">A call that is ready to be made.</param>
    /// <param name="wasWaiting">True after a restart: an earlier process may have begun it.</param>
    void ToSend(OutboxRow row, bool wasWaiting, DateTimeOffset notBefore);

    /// <summary>A turn of this lane ended, and nothing leaves the shop because of it.</summary>
    void NothingToSend(string lane);

    /// <summary>The channel's echo of this message is stored.</summary>
    void EchoSeen(OutboxId message);

    /// <summary>A turn set a timer for that moment.</summary>
    void TimerSet(DateTimeOffset due);
}

/// <summary>What one turn reads and writes. Nothing is written before <see cref="CommitAsync"/>.</summary>
public interface IUnitOfWork : IOutgoingRecorder, ITurnCalls, ITurnTimers, IAsyncDisposable
{
    /// <summary>Puts the stores that a bot may ask for into the turn's services.</summary>
    void Offer(TurnContextStateCollection services);

    /// <summary>Leaves an answer for the request that waits for this row: status and JSON body.</summary>
    void Respond(int status, ReadOnlyMemory<byte> body);

    /// <summary>Forgets everything buffered so far.</summary>
    void Clear();

    /// <summary>Ends the snapshot and commits all of it, or nothing. A reason marks the row as dead.</summary>
    Task<CommitResult> CommitAsync(string? deadReason, CancellationToken cancellationToken);
}

/// <summary>Calls that a turn may ask for; each is one outbox row.</summary>
public interface ITurnCalls
{
    /// <param name="kind">Which sender makes it.</param>
    /// <param name="target">Whom it is for, as that sender reads it.</param>
    /// <param name="request">What to send, frozen now; it is encrypted where it is kept.</param>
    /// <param name="order">The order among whose calls it stays in order; null for the lane's.</param>
    void Call(string kind, string target, ReadOnlyMemory<byte> request, string? order = null);
}

/// <summary>Timers of the turn's own lane. Setting a name again replaces it.</summary>
public interface ITurnTimers
{
    /// <param name="name">One timer of a lane has it.</param>
    /// <param name="due">By the wall clock; a moment that is past is due at once.</param>
    /// <param name="activity">What the lane is told then.</param>
    void Set(string name, DateTimeOffset due, Activity activity);

    /// <summary>A name that is not set is no error.</summary>
    void Cancel(string name);
}

/// <summary>What became of a turn's writes.</summary>
public enum CommitResult
{
    /// <summary>All of it is on the disk.</summary>
    Committed,

    /// <summary>Something that the turn read or took has changed: run it again on fresh data.</summary>
    Conflict,

    /// <summary>The row was handled already: this run has no effect.</summary>
    AlreadyHandled,
}
