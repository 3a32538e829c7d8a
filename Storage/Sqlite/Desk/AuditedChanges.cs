using System.Text;
using CommerceBot.Storage.Encryption;

namespace CommerceBot.Storage.Sqlite.Desk;

/// <summary>Changes that people make at the desk: each and its line of the audit are one transaction.</summary>
internal sealed class AuditedChanges(Database database, FieldEncryptor encryptor, TimeProvider time)
{
    /// <summary>What changed nothing is not written down.</summary>
    /// <param name="change">Answers whether it changed anything.</param>
    public Task<bool> TryAsync(Func<Session, bool> change, string by, string action, string detail)
    {
        using var session = database.OpenSession();
        session.Run("BEGIN IMMEDIATE");
        try
        {
            var changed = change(session);
            if (changed)
                AuditRows.Add(session, time.GetUtcNow(), by, action, null, encryptor.Encrypt(Encoding.UTF8.GetBytes(detail)));
            session.Run("COMMIT");
            return Task.FromResult(changed);
        }
        catch
        {
            session.Run("ROLLBACK");
            throw;
        }
    }
}
