using CommerceBot.Storage.Sqlite;
using Dapper;
using Microsoft.AspNetCore.DataProtection;
using Microsoft.AspNetCore.DataProtection.KeyManagement;

namespace CommerceBot.Storage.Encryption;

/// <summary>A data key, as <c>keys list</c> shows it.</summary>
/// <param name="WrappedBy">Which of Data Protection's keys opens it.</param>
/// <param name="Ciphertexts">How many encrypted values need it.</param>
internal sealed record DataKeyFacts(int Id, DateTimeOffset Created, Guid? WrappedBy, long Ciphertexts);

/// <summary>What a rotation did.</summary>
/// <param name="DataKey">The new data key.</param>
/// <param name="Wrapper">Data Protection's new key.</param>
internal sealed record Rotated(int DataKey, Guid Wrapper, long Reencrypted, int Dropped, int Revoked);

/// <summary>
/// Makes every key new, for a leak that is suspected: what was copied before is lost to the copier, but no key of that
/// time opens anything afterwards. Runs alone on the data folder; broken off, it is simply run again.
/// </summary>
internal sealed class KeyRotation(
    Database database, DataKeys keys, EncryptedRows rows, IKeyManager manager, Func<IDataProtectionProvider> protection, TimeProvider time)
{
    private static readonly TimeSpan WrapperLives = TimeSpan.FromDays(90);

    /// <summary>Oldest first.</summary>
    public IReadOnlyList<DataKeyFacts> DataKeys()
    {
        var ciphertexts = rows.Count();
        using var session = database.OpenSession();
        return
        [
            .. session
                .Connection.Query<(long Id, byte[] Wrapped, long Created)>("SELECT id, wrapped, created FROM data_key ORDER BY id")
                .Select(row => new DataKeyFacts(
                    (int)row.Id, DateTimeOffset.FromUnixTimeMilliseconds(row.Created), KeyWrapper.WrappedBy(row.Wrapped),
                    ciphertexts.GetValueOrDefault((int)row.Id))),
        ];
    }

    /// <summary>Data Protection's keys, oldest first.</summary>
    public IReadOnlyList<IKey> Wrappers() => [.. manager.GetAllKeys().OrderBy(key => key.CreationDate)];

    public Rotated Rotate()
    {
        var now = time.GetUtcNow();
        // Of the keys that are valid Data Protection takes the one whose time began last.
        var wrapper = manager.CreateNewKey(now, now + WrapperLives);
        var dataKey = keys.Rotate(protection());
        CheckWrapped(wrapper.KeyId);
        var reencrypted = rows.EncryptUnder(dataKey);
        var dropped = DropUnused(dataKey);
        // Whoever saw the keys could tell names by their hashes: the index of words is made anew at the next start.
        KeyFiles.Drop(Path.GetDirectoryName(database.Path)!, KeyFiles.SearchKey);
        var old = Wrappers().Where(key => key.KeyId != wrapper.KeyId && !key.IsRevoked).ToList();
        foreach (var key in old)
            manager.RevokeKey(key.KeyId, "Rotated: every data key is wrapped by a newer one.");
        Compact();
        return new Rotated(dataKey, wrapper.KeyId, reencrypted, dropped, old.Count);
    }

    /// <summary>The old keys are put away only when nothing hangs on them.</summary>
    private void CheckWrapped(Guid wrapper)
    {
        if (DataKeys().FirstOrDefault(key => key.WrappedBy != wrapper) is { } other)
            throw new InvalidOperationException(
                $"Data key {other.Id} is wrapped by {other.WrappedBy} and not by the new key {wrapper}: nothing was dropped.");
    }

    private int DropUnused(int newest)
    {
        var used = rows.Count();
        using var session = database.OpenSession();
        return DataKeys().Where(key => key.Id != newest && !used.ContainsKey(key.Id)).Sum(key =>
            session.Connection.Execute("DELETE FROM data_key WHERE id = @Id", new { key.Id }));
    }

    /// <summary>What the old keys encrypted still lies in the file's free pages and in the log; no longer after this.</summary>
    private void Compact()
    {
        using var session = database.OpenSession();
        session.Connection.Execute("VACUUM");
        session.Connection.Execute("PRAGMA wal_checkpoint(TRUNCATE)");
    }
}
