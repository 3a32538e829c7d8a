using CommerceBot.Simulator.Hosting;

namespace CommerceBot.Simulator.Stripe.Ledger;

/// <summary>The simulator's durable ledger. One piece of work at a time reads it and says what becomes of it.</summary>
internal sealed class StripeLedger : IDisposable
{
    private const long KeyLifeSeconds = 24 * 60 * 60;

    private readonly Lock gate = new();
    private readonly LedgerTables tables = new();
    private readonly LedgerFile file;
    private readonly TimeProvider time;

    public StripeLedger(SimulatorOptions options, TimeProvider time)
    {
        this.time = time;
        file = new LedgerFile(options.DataFolder);
        foreach (var fact in file.ReadAll().SelectMany(commit => commit)) tables.Apply(fact);
    }

    /// <summary>Raised within the lock, so in the order of the commits: handlers only take note.</summary>
    public event Action<IReadOnlyList<StripeEvent>>? EventsRaised;

    /// <summary>Raised within the lock after a commit that opened or closed sessions.</summary>
    public event Action? SessionsChanged;

    public long Now => time.GetUtcNow().ToUnixTimeSeconds();

    public T Read<T>(Func<LedgerTables, T> look)
    {
        lock (gate)
        {
            ExpireDue();
            return look(tables);
        }
    }

    /// <summary>Runs the work alone; what it notes is on the disk when this returns, and then only part of the tables.</summary>
    public T Write<T>(Func<LedgerTables, Note, T> work)
    {
        lock (gate)
        {
            ExpireDue();
            tables.ForgetAnswersBefore(Now - KeyLifeSeconds);
            var note = new Note();
            var result = work(tables, note);
            Commit(note.Facts);
            return result;
        }
    }

    public void Dispose() => file.Dispose();

    /// <summary>Sessions end by the clock, whoever looks first.</summary>
    private void ExpireDue()
    {
        var now = Now;
        var due = tables.OpenSessions.Where(session => session.ExpiresAt <= now).ToArray();
        if (due.Length == 0) return;
        var note = new Note();
        foreach (var session in due) Processing.Expiring.Expire(tables, note, session, session.ExpiresAt, by: null);
        Commit(note.Facts);
    }

    private void Commit(IReadOnlyList<Fact> facts)
    {
        if (facts.Count == 0) return;
        file.Append(facts);
        foreach (var fact in facts) tables.Apply(fact);
        if (facts.Any(fact => fact is SessionSaved)) SessionsChanged?.Invoke();
        var raised = facts.OfType<EventRaised>().Select(fact => fact.Event).ToArray();
        if (raised.Length > 0) EventsRaised?.Invoke(raised);
    }
}
