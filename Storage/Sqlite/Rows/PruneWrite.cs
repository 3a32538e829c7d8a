namespace CommerceBot.Storage.Sqlite.Rows;

/// <summary>Forgets handled rows past their time, a few at a time; dead ones stay for the operator. Answers whether there were more.</summary>
internal sealed class PruneWrite(DateTimeOffset before) : Write<bool>
{
    private const int Most = 1000;

    private bool _more;

    protected override bool Result => _more;

    protected override bool Apply(Session session)
    {
        var limit = before.ToUnixTimeMilliseconds();
        // The newest row stays whatever its age: its number must not be given again.
        var rows = session["DELETE FROM inbox WHERE seq IN (SELECT seq FROM inbox WHERE received < ?1 AND handled = 1 AND seq < (SELECT max(seq) FROM inbox) ORDER BY seq LIMIT ?2)"]
            .Bind(1, limit).Bind(2, Most).Execute();
        var calls = session["DELETE FROM outbox WHERE (seq, n) IN (SELECT seq, n FROM outbox WHERE created < ?1 AND state IN (1, 3) ORDER BY seq LIMIT ?2)"]
            .Bind(1, limit).Bind(2, Most).Execute();
        _more = rows == Most || calls == Most;
        return true;
    }
}
