using System.Text;
using CommerceBot.Desk.Health;
using CommerceBot.Storage.Encryption;

namespace CommerceBot.Storage.Sqlite.Desk;

internal sealed class SqliteUnclearQueries(DeskReader reader, FieldEncryptor encryptor) : IUnclearQueries
{
    private const string Columns = "SELECT id, at, sealed, language, guess FROM unclear_utterance";

    public Task<IReadOnlyList<UnclearText>> LastAsync(int take, CancellationToken cancellationToken) =>
        reader.ReadAsync<IReadOnlyList<UnclearText>>(
            session => Read(session[$"{Columns} ORDER BY id DESC LIMIT ?1"].Bind(1, take)), cancellationToken);

    public Task<UnclearText?> FindAsync(long id, CancellationToken cancellationToken) => reader.ReadAsync(
        session => Read(session[$"{Columns} WHERE id = ?1"].Bind(1, id)).SingleOrDefault(), cancellationToken);

    private List<UnclearText> Read(PreparedStatement query)
    {
        var found = new List<UnclearText>();
        while (query.Step())
            found.Add(new UnclearText(
                query.Int64(0), DateTimeOffset.FromUnixTimeMilliseconds(query.Int64(1)),
                Encoding.UTF8.GetString(encryptor.Decrypt(query.Blob(2))), query.Text(3), query.Text(4)));
        query.Reset();
        return found;
    }
}
