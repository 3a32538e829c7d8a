using System.Globalization;
using System.Text.Json;
using CommerceBot.Runtime;
using CommerceBot.Storage.Sealing;
using CommerceBot.Storage.Sqlite.Rows;
using CommerceBot.Storage.Sqlite.Turns;
using Microsoft.Bot.Schema;

namespace CommerceBot.Storage.Sqlite;

/// <summary>The rows in one SQLite file: one writer in groups, readers on snapshots.</summary>
internal sealed class SqliteRuntimeStore(Database database, Sealer sealer, Func<Uri> baseUrl, TimeProvider time) : IRuntimeStore, IAsyncDisposable
{
    private readonly Writer _writer = new(database);
    private readonly RowContext _context = new(database.Id, sealer);
    private readonly StateCache _cache = new();
    private readonly ForeignRows _foreign = new();
    private readonly LaneReferences _lanes = new();
    private SqlitePruning? _pruning;

    public string DatabaseId => database.Id;

    public async Task StartAsync(IRowSink sink, CancellationToken cancellationToken)
    {
        await _writer.WriteAsync(new AllocationOwners(sealer));
        _context.Sink = sink;
        using (var loan = await database.BorrowAsync(cancellationToken))
        {
            foreach (var (row, notBefore) in OutboxStatements.ReadWaiting(loan.Session, _context))
                sink.ToSend(row, wasWaiting: true, notBefore);
        }

        await LookForForeignRowsAsync(cancellationToken);
    }

    public Task<Appended[]> AppendAsync(IReadOnlyList<StoredArrival> arrivals, CancellationToken cancellationToken)
    {
        for (var i = 0; i < arrivals.Count; i++)
        {
            if (arrivals[i].Arrival is { Reference: { } reference, Lane: var lane } arrival && _lanes.IsKnown(lane, reference, arrivals[i].Received))
                arrivals = Replace(arrivals, i, arrivals[i] with { Arrival = arrival with { Reference = null } });
        }

        return AppendAndRememberAsync(arrivals);
    }

    public Task EchoAsync(EchoArrival echo, DateTimeOffset now, CancellationToken cancellationToken) =>
        _writer.WriteAsync(new EchoWrite(_context, echo, now));

    public Task<IUnitOfWork> BeginAsync(InboxRow row, string messageKind, CancellationToken cancellationToken)
    {
        var buffer = new TurnBuffer(database, sealer, row, time);
        return Task.FromResult<IUnitOfWork>(new SqliteTurn(buffer, _cache, _writer, _context, messageKind, baseUrl));
    }

    public async Task<ConversationReference?> ReferenceAsync(string lane, CancellationToken cancellationToken)
    {
        if (_lanes.Find(lane) is { } known)
            return known;
        using var loan = await database.BorrowAsync(cancellationToken);
        var query = loan.Session["SELECT reference, seen FROM lane WHERE id = ?1"].Bind(1, lane);
        var (box, seen) = query.Step() ? (query.Blob(0).ToArray(), query.Int64(1)) : (null, 0);
        query.Reset();
        if (box is null)
            return null;
        var reference = JsonSerializer.Deserialize<ConversationReference>(sealer.Open(box), SchemaJson.Options)!;
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

    public Task BuryAsync(long seq, string reason, DateTimeOffset now, CancellationToken cancellationToken) =>
        _writer.WriteAsync(new BuryWrite(seq, reason, now));

    public Task CloseAsync(OutboxClosing closing, CancellationToken cancellationToken) => _writer.WriteAsync(new CloseWrite(_context, closing));

    public Task PostponeAsync(OutboxId id, int attempts, DateTimeOffset notBefore, string reason, CancellationToken cancellationToken) =>
        _writer.WriteAsync(new PostponeWrite(id, attempts, notBefore, reason));

    public Task<DateTimeOffset?> MoveDueTimersAsync(DateTimeOffset now, TimeSpan setBack, CancellationToken cancellationToken) =>
        _writer.WriteAsync(new TimersWrite(_context, now, setBack));

    public Task PruneAsync(Retention retention, DateTimeOffset now, CancellationToken cancellationToken) =>
        (_pruning ??= new SqlitePruning(database, _writer, sealer)).RunAsync(retention, now, cancellationToken);

    public Task CheckWritableAsync(CancellationToken cancellationToken) => _writer.WriteAsync(new MarkWrite(time.GetUtcNow()));

    public Task LookForForeignRowsAsync(CancellationToken cancellationToken) => _writer.WriteAsync(new ForeignRowsWrite(_context, _foreign, time.GetUtcNow()));

    public async Task<RowOutcome?> OutcomeAsync(long seq, CancellationToken cancellationToken)
    {
        using var loan = await database.BorrowAsync(cancellationToken);
        return Outcomes.Read(loan.Session, sealer, seq);
    }

    public async ValueTask DisposeAsync()
    {
        await _writer.DisposeAsync();
    }

    private async Task<Appended[]> AppendAndRememberAsync(IReadOnlyList<StoredArrival> arrivals)
    {
        var write = new AppendWrite(_context, arrivals, reference => sealer.Seal(JsonSerializer.SerializeToUtf8Bytes(reference, SchemaJson.Options)));
        var appended = await _writer.WriteAsync(write);
        for (var i = 0; i < appended.Length; i++)
        {
            if (!appended[i].Duplicate && arrivals[i].Arrival is { Reference: { } reference, Lane: var lane })
                _lanes.Remember(lane, reference, arrivals[i].Received);
        }

        return appended;
    }

    private static StoredArrival[] Replace(IReadOnlyList<StoredArrival> arrivals, int index, StoredArrival changed)
    {
        var copy = arrivals as StoredArrival[] ?? [.. arrivals];
        copy[index] = changed;
        return copy;
    }
}

/// <summary>How a row ended, for whoever waits for it, in this process or another.</summary>
internal static class Outcomes
{
    public static RowOutcome? Read(Session session, Sealer sealer, long seq)
    {
        var row = session["SELECT handled FROM inbox WHERE seq = ?1"].Bind(1, seq);
        var handled = row.Step() ? row.Int32(0) : 1;
        row.Reset();
        if (handled == 0)
            return null;
        var response = session["SELECT target, request FROM outbox WHERE seq = ?1 AND state = 3"].Bind(1, seq);
        var outcome = response.Step()
            ? new RowOutcome(handled == 2, int.Parse(response.Text(0), CultureInfo.InvariantCulture), sealer.Open(response.Blob(1)))
            : new RowOutcome(handled == 2, null, default);
        response.Reset();
        return outcome;
    }
}
