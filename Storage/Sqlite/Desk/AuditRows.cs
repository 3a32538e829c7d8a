namespace CommerceBot.Storage.Sqlite.Desk;

/// <summary>Adds to the audit. Its caller holds a transaction, or lets each row be one.</summary>
internal static class AuditRows
{
    /// <param name="actor">A person of the desk; null for the command line and for the shop itself.</param>
    /// <param name="ciphertext">What was done more exactly, encrypted; null where the action says it all.</param>
    public static void Add(Session session, DateTimeOffset at, string? actor, string action, string? order, byte[]? ciphertext)
    {
        var insert = session["INSERT INTO audit_event (at, actor, action, order_id, sealed) VALUES (?1, ?2, ?3, ?4, ?5)"]
            .Bind(1, at.ToUnixTimeMilliseconds()).Bind(2, actor).Bind(3, action).Bind(4, order);
        (ciphertext is null ? insert.BindNull(5) : insert.Bind(5, ciphertext)).Execute();
    }
}
