using CommerceBot.Runtime;
using CommerceBot.Storage.Sqlite;
using Microsoft.Bot.Schema;
using Microsoft.Extensions.DependencyInjection;

namespace CommerceBot.Tests.Support;

/// <summary>The host's own store, but some of its writes fail when a test says so.</summary>
internal sealed class FlakyStore(IRuntimeStore store) : IRuntimeStore
{
    private readonly Dictionary<string, int> _failures = new(StringComparer.Ordinal);
    private readonly Lock _lock = new();

    public string DatabaseId => store.DatabaseId;

    /// <summary>Puts one between the host and its store, and tells the test which.</summary>
    public static void PutInto(IServiceCollection services, Action<FlakyStore> made) => services.AddSingleton<IRuntimeStore>(all =>
    {
        var flaky = new FlakyStore(all.GetRequiredService<SqliteRuntimeStore>());
        made(flaky);
        return flaky;
    });

    /// <summary>The next calls of a method fail, as they do when a disk is full.</summary>
    public void Fail(string method, int times = 1)
    {
        lock (_lock)
            _failures[method] = times;
    }

    public Task StartAsync(IRowObserver observer, CancellationToken cancellationToken) => store.StartAsync(observer, cancellationToken);

    public Task<AppendResult[]> AppendAsync(IReadOnlyList<NewInboxRow> messages, CancellationToken cancellationToken) =>
        Or(nameof(AppendAsync), () => store.AppendAsync(messages, cancellationToken));

    public Task EchoAsync(MessageEcho echo, DateTimeOffset now, CancellationToken cancellationToken) =>
        Or(nameof(EchoAsync), () => store.EchoAsync(echo, now, cancellationToken));

    public Task<IUnitOfWork> BeginAsync(InboxRow row, string messageKind, CancellationToken cancellationToken) =>
        Or(nameof(BeginAsync), () => store.BeginAsync(row, messageKind, cancellationToken));

    public Task<ConversationReference?> ReferenceAsync(string lane, CancellationToken cancellationToken) =>
        store.ReferenceAsync(lane, cancellationToken);

    public Task<string?> ChannelIdAsync(OutboxId id, CancellationToken cancellationToken) =>
        Or(nameof(ChannelIdAsync), () => store.ChannelIdAsync(id, cancellationToken));

    public Task CountAttemptAsync(long seq, CancellationToken cancellationToken) =>
        Or(nameof(CountAttemptAsync), () => store.CountAttemptAsync(seq, cancellationToken));

    public Task DeadLetterAsync(long seq, string reason, DateTimeOffset now, CancellationToken cancellationToken) =>
        store.DeadLetterAsync(seq, reason, now, cancellationToken);

    public Task CompleteAsync(OutboxCompletion closing, CancellationToken cancellationToken) =>
        Or(nameof(CompleteAsync), () => store.CompleteAsync(closing, cancellationToken));

    public Task PostponeAsync(OutboxId id, int attempts, DateTimeOffset notBefore, string reason, CancellationToken cancellationToken) =>
        Or(nameof(PostponeAsync), () => store.PostponeAsync(id, attempts, notBefore, reason, cancellationToken));

    public Task<DateTimeOffset?> MoveDueTimersAsync(DateTimeOffset now, TimeSpan setBack, CancellationToken cancellationToken) =>
        Or(nameof(MoveDueTimersAsync), () => store.MoveDueTimersAsync(now, setBack, cancellationToken));

    public Task PruneAsync(Retention retention, DateTimeOffset now, CancellationToken cancellationToken) =>
        store.PruneAsync(retention, now, cancellationToken);

    public Task CheckWritableAsync(CancellationToken cancellationToken) =>
        Or(nameof(CheckWritableAsync), () => store.CheckWritableAsync(cancellationToken));

    public Task PollExternalRowsAsync(CancellationToken cancellationToken) => store.PollExternalRowsAsync(cancellationToken);

    public Task<RowOutcome?> OutcomeAsync(long seq, CancellationToken cancellationToken) => store.OutcomeAsync(seq, cancellationToken);

    private T Or<T>(string method, Func<T> act)
        where T : Task
    {
        lock (_lock)
        {
            if (_failures.TryGetValue(method, out var left) && left > 0)
            {
                _failures[method] = left - 1;
                throw new IOException($"No space left on device: {method}");
            }
        }

        return act();
    }
}
