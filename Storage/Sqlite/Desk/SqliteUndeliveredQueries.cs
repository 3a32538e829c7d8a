using System.Globalization;
using CommerceBot.Desk.Alerts;
using CommerceBot.Mails;
using CommerceBot.Orders;

namespace CommerceBot.Storage.Sqlite.Desk;

internal sealed class SqliteUndeliveredQueries(DeskReader reader, Database database) : IUndeliveredQueries
{
    private const string Name = "undelivered-told";

    private const string Paid = "('Paid', 'PartlyShipped', 'Shipped', 'Delivered')";

    /// <summary>The state stands in the text: the index over dead rows alone is not found for one that is bound.</summary>
    private const string DeadMails = $"""
        SELECT o.number, x.reason, x.closed FROM outbox x JOIN shop_order o ON o.id = x.order_id
        WHERE x.state = 2 AND x.kind = '{MailKinds.Shopper}' AND x.closed > ?1 AND x.closed <= ?2 AND o.state IN {Paid} LIMIT 100
        """;

    private const string DeadMessages = """
        SELECT lane, seq, n, created, reason, closed FROM outbox
        WHERE state = 2 AND order_id IS NULL AND closed > ?1 AND closed <= ?2 LIMIT 100
        """;

    /// <summary>Orders have no index by lane: one walk over all of them finds those of every dead message.</summary>
    private const string OfMessages = $"""
        WITH dead AS MATERIALIZED ({DeadMessages})
        SELECT o.number, d.reason, d.closed, max(o.created) FROM shop_order o CROSS JOIN dead d
            ON d.lane = o.lane AND o.created <= d.created
        WHERE o.state IN {Paid} GROUP BY d.seq, d.n
        """;

    public Task<IReadOnlyList<UndeliveredNotice>> BetweenAsync(
        DateTimeOffset after, DateTimeOffset until, CancellationToken cancellationToken) =>
        reader.ReadAsync<IReadOnlyList<UndeliveredNotice>>(session =>
        {
            var found = Read(Between(session[DeadMails]), isMail: true);
            var messages = Between(session[DeadMessages]);
            var hasMessages = messages.Step();
            messages.Reset();
            if (hasMessages)
                found.AddRange(Read(Between(session[OfMessages]), isMail: false));
            return [.. found.OrderBy(one => one.Closed).Select(one => one.Notice)];

            PreparedStatement Between(PreparedStatement query) =>
                query.Bind(1, after.ToUnixTimeMilliseconds()).Bind(2, until.ToUnixTimeMilliseconds());
        }, cancellationToken);

    public async Task<ToldUntil?> ReadAsync(CancellationToken cancellationToken)
    {
        using var loan = await database.BorrowAsync(cancellationToken);
        return Database.ReadMeta(loan.Session, Name)?.Split(' ') is [var until, var at] ? new ToldUntil(Of(until), Of(at)) : null;
    }

    public Task SaveAsync(ToldUntil told, CancellationToken cancellationToken)
    {
        using var session = database.OpenSession();
        Database.WriteMeta(session, Name, string.Create(
            CultureInfo.InvariantCulture, $"{told.Until.ToUnixTimeMilliseconds()} {told.At.ToUnixTimeMilliseconds()}"));
        return Task.CompletedTask;
    }

    private static List<(long Closed, UndeliveredNotice Notice)> Read(PreparedStatement query, bool isMail)
    {
        var found = new List<(long, UndeliveredNotice)>();
        while (query.Step())
            found.Add((query.Int64(2), new UndeliveredNotice(new OrderNumber(query.Text(0)), isMail, query.TextOrNull(1) ?? "")));
        query.Reset();
        return found;
    }

    private static DateTimeOffset Of(string milliseconds) =>
        DateTimeOffset.FromUnixTimeMilliseconds(long.Parse(milliseconds, CultureInfo.InvariantCulture));
}
