using System.Text;
using System.Text.Json;
using CommerceBot.Desk.Access;
using CommerceBot.Desk.Identity;
using CommerceBot.Storage.Encryption;
using Dapper;
using Microsoft.Data.Sqlite;

namespace CommerceBot.Storage.Sqlite.Desk;

/// <summary>The people of the desk, each one encrypted document, and the links by which they come in.</summary>
internal sealed class SqliteDeskUsers(DeskReader reader, Database database, FieldEncryptor encryptor, TimeProvider time) : IDeskUsers
{
    public Task<IReadOnlyList<DeskUser>> AllAsync(CancellationToken cancellationToken) =>
        reader.ReadAsync<IReadOnlyList<DeskUser>>(session => All(session.Connection), cancellationToken);

    public Task<DeskUser?> FindAsync(string id, CancellationToken cancellationToken) => reader.ReadAsync(session =>
    {
        var query = session["SELECT version, sealed FROM desk_user WHERE id = ?1"].Bind(1, id);
        var user = query.Step() ? Open(new Row(query.Int64(0), query.Blob(1).ToArray())) : null;
        query.Reset();
        return user;
    }, cancellationToken);

    public Task<bool> TrySaveAsync(DeskUser user, CancellationToken cancellationToken)
    {
        using var session = database.OpenSession();
        using var transaction = session.Connection.BeginTransaction(deferred: false);
        if (IsTaken(All(session.Connection, transaction), user))
            return Task.FromResult(false);
        var saved = session.Connection.Execute(
            "UPDATE desk_user SET version = version + 1, sealed = @box WHERE id = @id AND version = @version",
            new { id = user.Id, version = user.Version, box = Encrypt(user) }, transaction) == 1;
        transaction.Commit();
        if (saved)
            user.Version++;
        return Task.FromResult(saved);
    }

    public Task InviteAsync(byte[] hash, Invitation invitation, CancellationToken cancellationToken)
    {
        using var session = database.OpenSession();
        session.Connection.Execute(
            "INSERT INTO desk_invitation (hash, role, created, expires, actor, sealed) VALUES (@hash, @role, @created, @expires, "
            + "@by, @box)",
            new
            {
                hash, role = invitation.Role.ToString(), created = invitation.Created.ToUnixTimeMilliseconds(),
                expires = invitation.Expires.ToUnixTimeMilliseconds(), by = invitation.By,
                box = invitation.For is { } whom ? encryptor.Encrypt(Encoding.UTF8.GetBytes(whom)) : null,
            });
        return Task.CompletedTask;
    }

    public Task<Invitation?> FindInvitationAsync(byte[] hash, DateTimeOffset now, CancellationToken cancellationToken)
    {
        using var session = database.OpenSession();
        var found = session.Connection.Query<InvitationRow>(
            "SELECT role AS Role, created AS Created, expires AS Expires, actor AS Actor, sealed AS Box FROM desk_invitation "
            + "WHERE hash = @hash AND used IS NULL AND expires > @now",
            new { hash, now = now.ToUnixTimeMilliseconds() }).FirstOrDefault();
        return Task.FromResult(found is null ? null : new Invitation(
            Enum.Parse<DeskRole>(found.Role), At(found.Created), At(found.Expires),
            found.Box is null ? null : Encoding.UTF8.GetString(encryptor.Decrypt(found.Box)), found.Actor));
    }

    public Task<JoinResult> JoinAsync(byte[] hash, DeskUser user, DateTimeOffset now, CancellationToken cancellationToken)
    {
        using var session = database.OpenSession();
        using var transaction = session.Connection.BeginTransaction(deferred: false);
        var used = session.Connection.Execute(
            "UPDATE desk_invitation SET used = @now WHERE hash = @hash AND used IS NULL AND expires > @now",
            new { hash, now = now.ToUnixTimeMilliseconds() }, transaction) == 1;
        if (!used)
            return Task.FromResult(JoinResult.LinkIsDead);
        if (IsTaken(All(session.Connection, transaction), user))
            return Task.FromResult(JoinResult.EmailIsTaken);
        session.Connection.Execute(
            "INSERT INTO desk_user (id, version, sealed) VALUES (@id, 1, @box)", new { id = user.Id, box = Encrypt(user) }, transaction);
        transaction.Commit();
        user.Version = 1;
        return Task.FromResult(JoinResult.Joined);
    }

    public Task AuditAsync(string? actor, string action, string? detail, CancellationToken cancellationToken)
    {
        using var session = database.OpenSession();
        AuditRows.Add(
            session, time.GetUtcNow(), actor, action, null, detail is null ? null : encryptor.Encrypt(Encoding.UTF8.GetBytes(detail)));
        return Task.CompletedTask;
    }

    private List<DeskUser> All(SqliteConnection connection, SqliteTransaction? transaction = null) =>
    [
        .. connection.Query<Row>("SELECT version AS Version, sealed AS Box FROM desk_user", transaction: transaction).Select(Open)
            .OrderBy(user => user.Created),
    ];

    private static bool IsTaken(List<DeskUser> all, DeskUser user) =>
        all.Any(other => other.Id != user.Id && DeskUserStore.Normal(other.Email) == DeskUserStore.Normal(user.Email));

    private byte[] Encrypt(DeskUser user) => encryptor.Encrypt(JsonSerializer.SerializeToUtf8Bytes(user, DeskJson.Default.DeskUser));

    private DeskUser Open(Row row)
    {
        var user = JsonSerializer.Deserialize(encryptor.Decrypt(row.Box), DeskJson.Default.DeskUser)!;
        user.Version = row.Version;
        return user;
    }

    private static DateTimeOffset At(long milliseconds) => DateTimeOffset.FromUnixTimeMilliseconds(milliseconds);

    private sealed record Row(long Version, byte[] Box);

    private sealed record InvitationRow(string Role, long Created, long Expires, string? Actor, byte[]? Box);
}
