using System.Globalization;
using System.Text.Json;
using CommerceBot.Recognition.Assistant;
using CommerceBot.Runtime;
using CommerceBot.Storage.Encryption;
using CommerceBot.Storage.Sqlite.Desk;
using CommerceBot.Storage.Sqlite.Rows;
using CommerceBot.Storage.Sqlite.Turns;
using Microsoft.Bot.Schema;

namespace CommerceBot.Storage.Sqlite;

/// <summary>The rows in one SQLite file: one writer in groups, readers on snapshots.</summary>
internal sealed class SqliteRuntimeStore(
    Database database, FieldEncryptor encryptor, Func<Uri> baseUrl, TimeProvider time, TurnOptions? options = null)
    : IRuntimeStore,
        IAsyncDisposable
{
    private readonly Writer _writer = new(database);
    private readonly RowContext _context = new(database.Id, encryptor);
    private readonly StateCache _cache = new();
    private readonly ExternalRows _foreign = new();
    private readonly LaneReferences _lanes = new();
    private SqlitePruning? _pruning;

    public string DatabaseId => database.Id;

    public async Task StartAsync(IRowObserver observer, CancellationToken cancellationToken)
    {
        await _writer.WriteAsync(new AllocationOwners(encryptor));
        _context.Sink = observer;
        using (var loan = await database.BorrowAsync(cancellationToken))
        {
            foreach (var (row, notBefore) in OutboxStatements.ReadWaiting(loan.Session, _context))
                observer.ToSend(row, wasWaiting: true, notBefore);
        }

        await PollExternalRowsAsync(cancellationToken);
    }

    public Task<AppendResult[]> AppendAsync(IReadOnlyList<NewInboxRow> messages, CancellationToken cancellationToken)
    {
        for (var i = 0; i < messages.Count; i++)
        {
            if (messages[i].Arrival is { Reference: { } reference, Lane: var lane } message
                && _lanes.IsKnown(lane, reference, messages[i].Received))
                messages = Replace(messages, i, messages[i] with { Arrival = message with { Reference = null } });
        }

        return AppendAndRememberAsync(messages);
    }

    public Task EchoAsync(MessageEcho echo, DateTimeOffset now, CancellationToken cancellationToken) =>
        _writer.WriteAsync(new EchoWrite(_context, echo, now));

    public Task<IUnitOfWork> BeginAsync(InboxRow row, string messageKind, CancellationToken cancellationToken)
    {
        var buffer = new TurnBuffer(database, encryptor, row, time);
        return Task.FromResult<IUnitOfWork>(
            new SqliteTurn(buffer, _cache, _writer, _context, messageKind, baseUrl, options ?? TurnOptions.None));
    }

    public async Task<ConversationReference?> ReferenceAsync(string lane, CancellationToken cancellationToken)
    {
        if (_lanes.Find(lane) is { } known)
            return known;
        using var loan = await database.BorrowAsync(cancellationToken);
        var query = loan.Session["SELECT reference, seen FROM lane WHERE id = ?1"].Bind(1, lane);
        var (ciphertext, seen) = query.Step() ? (query.Blob(0).ToArray(), query.Int64(1)) : (null, 0);
        query.Reset();
        if (ciphertext is null)
            return null;
        var reference = JsonSerializer.Deserialize<ConversationReference>(encryptor.Decrypt(ciphertext), SchemaJson.Options)!;
        _lanes.Remember(lane, reference, DateTimeOffset.FromUnixTimeMilliseconds(seen));
        return reference;
    }

    public async Task<string?> ChannelIdAsync(OutboxId id, CancellationToken cancellationToken)
    {
        using var loan = await database.BorrowAsync(cancellationToken);
        var query = loan.Session["SELECT channel_id FROM outbox WHERE seq = ?1 AND n = ?2"].Bind(1, id.Seq).Bind(2, id.Place);
        var channelId = query.Step() ? query.TextOrNull(0) : null;
        query.Reset();
        return channelId;
    }

    public Task CountAttemptAsync(long seq, CancellationToken cancellationToken) => _writer.WriteAsync(new CountAttemptWrite(seq));

    public Task DeadLetterAsync(long seq, string reason, DateTimeOffset now, CancellationToken cancellationToken) =>
        _writer.WriteAsync(new DeadLetterWrite(seq, reason, now));

    public Task CompleteAsync(OutboxCompletion closing, CancellationToken cancellationToken) =>
        _writer.WriteAsync(new CompleteWrite(_context, closing));

    public Task PostponeAsync(OutboxId id, int attempts, DateTimeOffset notBefore, string reason, CancellationToken cancellationToken) =>
        _writer.WriteAsync(new PostponeWrite(id, attempts, notBefore, reason));

    public Task<DateTimeOffset?> MoveDueTimersAsync(DateTimeOffset now, TimeSpan setBack, CancellationToken cancellationToken) =>
        _writer.WriteAsync(new TimersWrite(_context, now, setBack));

    public Task PruneAsync(Retention retention, DateTimeOffset now, CancellationToken cancellationToken) =>
        (_pruning ??= new SqlitePruning(database, _writer, encryptor)).RunAsync(retention, now, cancellationToken);

    public Task CheckWritableAsync(CancellationToken cancellationToken) => _writer.WriteAsync(new MarkWrite(time.GetUtcNow()));

    public Task PollExternalRowsAsync(CancellationToken cancellationToken) =>
        _writer.WriteAsync(new ExternalRowsWrite(_context, _foreign, time.GetUtcNow()));

    /// <summary>Brings some older orders into the desk's lists.</summary>
    /// <returns>Whether all of them are in.</returns>
    public Task<bool> IndexOrdersAsync(OrderIndexWrite write) => _writer.WriteAsync(write);

    public async Task<RowOutcome?> OutcomeAsync(long seq, CancellationToken cancellationToken)
    {
        using var loan = await database.BorrowAsync(cancellationToken);
        return Outcomes.Read(loan.Session, encryptor, seq);
    }

    public async ValueTask DisposeAsync()
    {
        await _writer.DisposeAsync();
    }

    private async Task<AppendResult[]> AppendAndRememberAsync(IReadOnlyList<NewInboxRow> messages)
    {
        var write = new AppendWrite(
            _context, messages,
            reference => encryptor.Encrypt(JsonSerializer.SerializeToUtf8Bytes(reference, SchemaJson.Options)));
        var appended = await _writer.WriteAsync(write);
        for (var i = 0; i < appended.Length; i++)
        {
            if (!appended[i].Duplicate && messages[i].Arrival is { Reference: { } reference, Lane: var lane })
                _lanes.Remember(lane, reference, messages[i].Received);
        }

        return appended;
    }

    private static NewInboxRow[] Replace(IReadOnlyList<NewInboxRow> messages, int index, NewInboxRow changed)
    {
        var copy = messages as NewInboxRow[] ?? [.. messages];
        copy[index] = changed;
        return copy;
    }
}

/// <summary>How a row ended, for whoever waits for it, in this process or another.</summary>
internal static class Outcomes
{
    public static RowOutcome? Read(Session session, FieldEncryptor encryptor, long seq)
    {
        var row = session["SELECT handled FROM inbox WHERE seq = ?1"].Bind(1, seq);
        var handled = row.Step() ? row.Int32(0) : 1;
        row.Reset();
        if (handled == 0)
            return null;
        var response = session["SELECT target, request FROM outbox WHERE seq = ?1 AND state = 3"].Bind(1, seq);
        var outcome = response.Step()
            ? new RowOutcome(handled == 2, int.Parse(response.Text(0), CultureInfo.InvariantCulture), encryptor.Decrypt(response.Blob(1)))
            : new RowOutcome(handled == 2, null, default);
        response.Reset();
        return outcome;
    }
}
