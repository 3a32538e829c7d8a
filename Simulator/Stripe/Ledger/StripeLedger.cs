using CommerceBot.Simulator.Hosting;

namespace CommerceBot.Simulator.Stripe.Ledger;

/// <summary>The stand-in's durable books. One piece of work at a time reads them and says what becomes of them.</summary>
internal sealed class StripeLedger : IDisposable
{
    private const long KeyLifeSeconds = 24 * 60 * 60;

    private readonly Lock gate = new();
    private readonly Books books = new();
    private readonly LedgerFile file;
    private readonly TimeProvider time;

    public StripeLedger(SimulatorOptions options, TimeProvider time)
    {
        this.time = time;
        file = new LedgerFile(options.DataFolder);
        foreach (var fact in file.ReadAll().SelectMany(commit => commit)) books.Apply(fact);
    }

    /// <summary>Raised within the lock, so in the order of the commits: handlers only take note.</summary>
    public event Action<IReadOnlyList<StripeEvent>>? EventsRaised;

    /// <summary>Raised within the lock after a commit that opened or closed sessions.</summary>
    public event Action? SessionsChanged;

    public long Now => time.GetUtcNow().ToUnixTimeSeconds();

    public T Read<T>(Func<Books, T> look)
    {
        lock (gate)
        {
            ExpireDue();
            return look(books);
        }
    }

    /// <summary>Runs the work alone; what it notes is on the disk when this returns, and then only part of the books.</summary>
    public T Write<T>(Func<Books, Note, T> work)
    {
        lock (gate)
        {
            ExpireDue();
            books.ForgetAnswersBefore(Now - KeyLifeSeconds);
            var note = new Note();
            var result = work(books, note);
            Commit(note.Facts);
            return result;
        }
    }

    public void Dispose() => file.Dispose();

    /// <summary>Sessions end by the clock, whoever looks first.</summary>
    private void ExpireDue()
    {
        var now = Now;
        var due = books.OpenSessions.Where(session => session.ExpiresAt <= now).ToArray();
        if (due.Length == 0) return;
        var note = new Note();
        foreach (var session in due) Till.Expiring.Expire(books, note, session, session.ExpiresAt, by: null);
        Commit(note.Facts);
    }

    private void Commit(IReadOnlyList<Fact> facts)
    {
        if (facts.Count == 0) return;
        file.Append(facts);
        foreach (var fact in facts) books.Apply(fact);
        if (facts.Any(fact => fact is SessionSaved)) SessionsChanged?.Invoke();
        var raised = facts.OfType<EventRaised>().Select(fact => fact.Event).ToArray();
        if (raised.Length > 0) EventsRaised?.Invoke(raised);
    }
}
