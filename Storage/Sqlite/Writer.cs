using CommerceBot.Runtime;

namespace CommerceBot.Storage.Sqlite;

/// <summary>
/// The only one who writes while the host runs. Takes whatever has piled up, commits it in one transaction with one
/// sync, and only then tells each caller: group commit. A write that fails is undone alone.
/// </summary>
internal sealed class Writer : IAsyncDisposable
{
    private const int Group = 512;
    private const int MostYields = 4;

    private readonly Lock _lock = new();
    private readonly SemaphoreSlim _work = new(0);
    private readonly Session _session;
    private readonly Thread _thread;
    private readonly TaskCompletionSource _ended = new(TaskCreationOptions.RunContinuationsAsynchronously);
    private List<Write> _waiting = new(Group);
    private bool _stopped;

    public Writer(Database database)
    {
        _session = database.OpenSession();
        // A thread of its own: it waits for the disk, and would take one of the few that run turns.
        _thread = new Thread(Run) { Name = "writer", IsBackground = true };
        _thread.Start();
    }

    public Task<T> WriteAsync<T>(Write<T> write)
    {
        bool first;
        lock (_lock)
        {
            ObjectDisposedException.ThrowIf(_stopped, this);
            first = _waiting.Count == 0;
            _waiting.Add(write);
        }

        if (first)
            _work.Release();
        return write.Completed;
    }

    /// <summary>What was asked for is still written.</summary>
    public async ValueTask DisposeAsync()
    {
        lock (_lock)
        {
            if (_stopped)
                return;
            _stopped = true;
        }

        _work.Release();
        await _ended.Task;
        _session.Dispose();
        _work.Dispose();
    }

    private void Run()
    {
        var group = new List<Write>(Group);
        var last = false;
        while (!last)
        {
            _work.Wait();
            LetOthersCatchUp();
            lock (_lock)
            {
                (group, _waiting) = (_waiting, group);
                last = _stopped;
            }

            if (group.Count > 0)
                Commit(group);
            group.Clear();
        }

        _ended.SetResult();
    }

    /// <summary>
    /// Where turns wait for this core they go first, while that brings more to write: a sync costs the same for many.
    /// With a core to spare this takes no time.
    /// </summary>
    private void LetOthersCatchUp()
    {
        for (var (yields, seen) = (0, 0); yields < MostYields && Waiting > seen; yields++)
        {
            seen = Waiting;
            Thread.Yield();
        }
    }

    private int Waiting
    {
        get
        {
            lock (_lock)
                return _waiting.Count;
        }
    }

    private void Commit(List<Write> group)
    {
        Exception? failure = null;
        try
        {
            if (!TryApplyPlainly(group))
                ApplyInSavepoints(group);
            CrashPoints.Reach(CrashPoints.BeforeCommit, group.Any(write => write.IsTurn));
            _session.Run("COMMIT");
        }
        catch (Exception problem)
        {
            failure = problem;
            Abandon();
        }

        foreach (var write in group)
            write.Finish(failure);
    }

    /// <summary>Nearly always every write of a group succeeds, and savepoints would only cost. False leaves nothing behind.</summary>
    private bool TryApplyPlainly(List<Write> group)
    {
        _session.Run("BEGIN IMMEDIATE");
        foreach (var write in group)
        {
            if (write.TryApply(_session))
                continue;
            _session.Run("ROLLBACK");
            return false;
        }

        return true;
    }

    /// <summary>Applies the group anew, each write undone by itself when it fails.</summary>
    private void ApplyInSavepoints(List<Write> group)
    {
        _session.Run("BEGIN IMMEDIATE");
        foreach (var write in group)
        {
            _session.Run("SAVEPOINT one");
            if (!write.TryApply(_session))
                _session.Run("ROLLBACK TO one");
            _session.Run("RELEASE one");
        }
    }

    private void Abandon()
    {
        if (SQLitePCL.raw.sqlite3_get_autocommit(_session.Connection.Handle!) == 0)
            _session.Run("ROLLBACK");
    }
}

/// <summary>One caller's part of a group.</summary>
internal abstract class Write
{
    /// <summary>Whether this commits a turn.</summary>
    public virtual bool IsTurn => false;

    /// <summary>
    /// Runs the statements; false undoes them, and the caller hears of it from <see cref="Finish"/>. May be run a second
    /// time after everything was undone, when a neighbour failed.
    /// </summary>
    public abstract bool TryApply(Session session);

    /// <summary>After the group's commit, or its failure. Runs on the writer's thread, in order.</summary>
    public abstract void Finish(Exception? failure);
}

internal abstract class Write<T> : Write
{
    private readonly TaskCompletionSource<T> _completed = new(TaskCreationOptions.RunContinuationsAsynchronously);
    private Exception? _problem;

    public Task<T> Completed => _completed.Task;

    public sealed override bool TryApply(Session session)
    {
        _problem = null;
        try
        {
            return Apply(session);
        }
        catch (Exception problem) when (problem is not OutOfMemoryException)
        {
            // Its own fault must not fail its neighbours; the caller gets the exception.
            _problem = problem;
            return false;
        }
    }

    public sealed override void Finish(Exception? failure)
    {
        if ((failure ?? _problem) is { } problem)
        {
            _completed.SetException(problem);
            return;
        }

        Committed();
        _completed.SetResult(Result);
    }

    protected abstract bool Apply(Session session);

    protected abstract T Result { get; }

    /// <summary>Tells others what is now durable. Runs on the writer's thread: only hand things over.</summary>
    protected virtual void Committed()
    {
    }
}
