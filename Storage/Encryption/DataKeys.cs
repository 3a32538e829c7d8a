using System.Collections.Concurrent;
using System.Security.Cryptography;
using CommerceBot.Storage.Sqlite;
using Microsoft.AspNetCore.DataProtection;

namespace CommerceBot.Storage.Encryption;

/// <summary>
/// The keys that encrypt rows, each wrapped by Data Protection and kept in the database. A new one is made every
/// <see cref="Lifetime"/>; old ones stay for what they encrypted.
/// </summary>
/// <remarks>
/// What Data Protection wrapped with a key that is old by now is wrapped anew at the next start. A revoked one still
/// opens: losing the shop would help nobody. But a revocation says that it was seen by others, so that a new data key is
/// made at once.
/// </remarks>
internal sealed class DataKeys
{
    public static readonly TimeSpan Lifetime = TimeSpan.FromDays(30);

    private readonly Database _database;
    private volatile KeyWrapper _wrapper;
    private readonly ConcurrentDictionary<int, byte[]> _keys = new();
    private readonly TimeProvider _time;
    private readonly Lock _lock = new();
    private volatile Key _newest;

    /// <exception cref="DataFolderException">A data key cannot be opened: Data Protection's keys are not there.</exception>
    public DataKeys(Database database, IDataProtectionProvider protection, TimeProvider time)
    {
        _database = database;
        _wrapper = new KeyWrapper(database, protection);
        _time = time;
        _newest = Load(time.GetUtcNow(), fresh: false);
    }

    /// <summary>The key to encrypt with now; a new one is made when the last one has served its time.</summary>
    public int Newest
    {
        get
        {
            var newest = _newest;
            return _time.GetUtcNow() - newest.Created <= Lifetime ? newest.Id : Renew();
        }
    }

    /// <exception cref="CryptographicException">There is no such key.</exception>
    public byte[] Find(int id)
    {
        if (_keys.TryGetValue(id, out var key))
            return key;
        using (var session = _database.OpenSession())
            ReadAll(session);
        return _keys.TryGetValue(id, out key)
            ? key
            : throw new CryptographicException($"Data key {id} is not in the database: the row was encrypted by another one.");
    }

    /// <summary>Makes a new key now, and wraps all of them with Data Protection's newest one.</summary>
    /// <param name="protection">One that has looked at its keys just now: a running one may take up a new key later.</param>
    /// <returns>The new key's id.</returns>
    public int Rotate(IDataProtectionProvider protection)
    {
        lock (_lock)
        {
            _wrapper = new KeyWrapper(_database, protection);
            return (_newest = Load(_time.GetUtcNow(), fresh: true)).Id;
        }
    }

    private int Renew()
    {
        lock (_lock)
        {
            var now = _time.GetUtcNow();
            if (now - _newest.Created > Lifetime)
                _newest = Load(now, fresh: false);
            return _newest.Id;
        }
    }

    private Key Load(DateTimeOffset now, bool fresh)
    {
        using var session = _database.OpenSession();
        session.Run("BEGIN IMMEDIATE");
        var newest = ReadAll(session);
        if (newest is null || fresh || newest.WasRevoked || now - newest.Created > Lifetime)
            newest = new Key(Make(session, (newest?.Id ?? 0) + 1, now), now, WasRevoked: false);
        WrapAnew(session, all: fresh);
        session.Run("COMMIT");
        return newest;
    }

    private Key? ReadAll(Session session)
    {
        Key? newest = null;
        foreach (var (id, wrapped, created) in Rows(session))
        {
            var opened = _wrapper.Unwrap(id, wrapped);
            _keys.TryAdd(id, opened.Key);
            newest = new Key(id, created, opened.WasRevoked);
        }

        return newest;
    }

    /// <summary>So that no data key depends for ever on a key that Data Protection has put aside.</summary>
    private void WrapAnew(Session session, bool all)
    {
        foreach (var (id, wrapped, _) in Rows(session))
        {
            var opened = _wrapper.Unwrap(id, wrapped);
            if (all || opened.IsOld || opened.WasRevoked)
                session["UPDATE data_key SET wrapped = ?2 WHERE id = ?1"].Bind(1, id).Bind(2, _wrapper.Wrap(opened.Key)).Execute();
        }
    }

    private static List<(int Id, byte[] Wrapped, DateTimeOffset Created)> Rows(Session session)
    {
        var found = new List<(int, byte[], DateTimeOffset)>();
        var rows = session["SELECT id, wrapped, created FROM data_key ORDER BY id"];
        while (rows.Step())
            found.Add((rows.Int32(0), rows.Blob(1).ToArray(), DateTimeOffset.FromUnixTimeMilliseconds(rows.Int64(2))));
        rows.Reset();
        return found;
    }

    private int Make(Session session, int id, DateTimeOffset now)
    {
        var key = RandomNumberGenerator.GetBytes(32);
        session["INSERT INTO data_key (id, wrapped, created) VALUES (?1, ?2, ?3)"]
            .Bind(1, id).Bind(2, _wrapper.Wrap(key)).Bind(3, now.ToUnixTimeMilliseconds()).Execute();
        _keys[id] = key;
        return id;
    }

    private sealed record Key(int Id, DateTimeOffset Created, bool WasRevoked);
}
