using System.Collections.Concurrent;
using System.Security.Cryptography;
using CommerceBot.Storage.Sqlite;
using Microsoft.AspNetCore.DataProtection;

namespace CommerceBot.Storage.Sealing;

/// <summary>
/// The keys that seal rows, each wrapped by Data Protection and kept in the database. A new one is made every
/// <see cref="Lifetime"/>; old ones stay for what they sealed.
/// </summary>
internal sealed class DataKeys
{
    public static readonly TimeSpan Lifetime = TimeSpan.FromDays(30);

    private readonly Database _database;
    private readonly IDataProtector _wrapper;
    private readonly ConcurrentDictionary<int, byte[]> _keys = new();
    private readonly TimeProvider _time;
    private readonly Lock _lock = new();
    private volatile Key _newest;

    public DataKeys(Database database, IDataProtectionProvider protection, TimeProvider time)
    {
        _database = database;
        _wrapper = protection.CreateProtector("CommerceBot.Storage.DataKeys.v1");
        _time = time;
        _newest = Load(time.GetUtcNow());
    }

    /// <summary>The key to seal with now; a new one is made when the last one has served its time.</summary>
    public int Newest
    {
        get
        {
            var newest = _newest;
            return _time.GetUtcNow() - newest.Created <= Lifetime ? newest.Id : Renew();
        }
    }

    public byte[] Find(int id)
    {
        if (_keys.TryGetValue(id, out var key))
            return key;
        using (var session = _database.OpenSession())
            ReadAll(session);
        return _keys.TryGetValue(id, out key)
            ? key
            : throw new CryptographicException($"Data key {id} is not in the database: the row was sealed by another one.");
    }

    private int Renew()
    {
        lock (_lock)
        {
            var now = _time.GetUtcNow();
            if (now - _newest.Created > Lifetime)
                _newest = Load(now);
            return _newest.Id;
        }
    }

    private Key Load(DateTimeOffset now)
    {
        using var session = _database.OpenSession();
        session.Run("BEGIN IMMEDIATE");
        var newest = ReadAll(session);
        if (newest is null || now - newest.Created > Lifetime)
            newest = new Key(Make(session, (newest?.Id ?? 0) + 1, now), now);
        session.Run("COMMIT");
        return newest;
    }

    private Key? ReadAll(Session session)
    {
        Key? newest = null;
        var rows = session["SELECT id, wrapped, created FROM data_key ORDER BY id"];
        while (rows.Step())
        {
            var id = rows.Int32(0);
            if (!_keys.ContainsKey(id))
                _keys[id] = Unwrap(id, rows.Blob(1).ToArray());
            newest = new Key(id, DateTimeOffset.FromUnixTimeMilliseconds(rows.Int64(2)));
        }

        rows.Reset();
        return newest;
    }

    private byte[] Unwrap(int id, byte[] wrapped)
    {
        try
        {
            return _wrapper.Unprotect(wrapped);
        }
        catch (CryptographicException problem)
        {
            throw new InvalidOperationException(
                $"Data key {id} of {_database.Path} cannot be opened: its Data Protection keys are missing. "
                + "Put the 'keys' folder back that was beside it in the data folder, or start with an empty data folder.", problem);
        }
    }

    private int Make(Session session, int id, DateTimeOffset now)
    {
        var key = RandomNumberGenerator.GetBytes(32);
        session["INSERT INTO data_key (id, wrapped, created) VALUES (?1, ?2, ?3)"]
            .Bind(1, id).Bind(2, _wrapper.Protect(key)).Bind(3, now.ToUnixTimeMilliseconds()).Execute();
        _keys[id] = key;
        return id;
    }

    private sealed record Key(int Id, DateTimeOffset Created);
}
