using System.Globalization;
using System.Security.Cryptography;
using System.Text;
using System.Text.Json;
using CommerceBot.Orders;
using CommerceBot.Storage.Sqlite.Desk;

namespace CommerceBot.Storage.Sqlite.Turns;

/// <summary>Carts, drafts and orders of one turn.</summary>
internal sealed class OrderStore(TurnBuffer buffer) : IOrderStore
{
    private readonly Documents<Cart> _carts = new(buffer, "cart", "shopper", OrdersJson.Default.Cart);
    private readonly Documents<CheckoutDraft> _drafts = new(buffer, "draft", "shopper", OrdersJson.Default.CheckoutDraft);
    private readonly Documents<Order> _orders = new(buffer, "shop_order", "id", OrdersJson.Default.Order);
    private readonly Dictionary<OrderId, OrderSaving> _savings = [];
    private int _orderIds;

    public LaneId Lane => new(buffer.Row.Lane);

    public async Task<Cart> CartAsync(ShopperId shopper, CancellationToken cancellationToken)
    {
        var (cart, version) = await _carts.ReadAsync(shopper.Value, cancellationToken);
        return (cart ?? Cart.Empty(shopper)) with { Version = version };
    }

    public void Save(Cart cart) => _carts.Save(cart.Shopper.Value, cart);

    public async Task<CheckoutDraft> DraftAsync(ShopperId shopper, CancellationToken cancellationToken)
    {
        var (draft, version) = await _drafts.ReadAsync(shopper.Value, cancellationToken);
        return (draft ?? CheckoutDraft.Empty(shopper)) with { Version = version };
    }

    public void Save(CheckoutDraft draft) => _drafts.Save(draft.Shopper.Value, draft);

    public async Task<Order?> FindAsync(OrderId id, CancellationToken cancellationToken)
    {
        var (order, version) = await _orders.ReadAsync(id.Value, cancellationToken);
        if (order is null)
            return null;
        var found = order with { Version = version };
        _savings.TryAdd(id, new OrderSaving(found));
        return found;
    }

    public async Task<Order?> FindAsync(OrderNumber number, CancellationToken cancellationToken)
    {
        var session = await buffer.SnapshotAsync(cancellationToken);
        var query = session["SELECT id FROM shop_order WHERE number = ?1"].Bind(1, number.Value);
        var id = query.Step() ? query.Text(0) : null;
        query.Reset();
        return id is null ? null : await FindAsync(new OrderId(id), cancellationToken);
    }

    public async Task<IReadOnlyList<Order>> NewestAsync(ShopperId shopper, int take, CancellationToken cancellationToken)
    {
        var session = await buffer.SnapshotAsync(cancellationToken);
        var query = session["SELECT id FROM shop_order WHERE shopper = ?1 ORDER BY created DESC LIMIT ?2"]
            .Bind(1, shopper.Value)
            .Bind(2, take);
        var ids = new List<string>();
        while (query.Step())
            ids.Add(query.Text(0));
        query.Reset();
        var orders = new List<Order>();
        foreach (var id in ids)
        {
            if (await FindAsync(new OrderId(id), cancellationToken) is { } order)
                orders.Add(order);
        }

        return orders;
    }

    public void Save(Order order)
    {
        if (!_savings.TryGetValue(order.Id, out var saving))
            _savings.Add(order.Id, saving = new OrderSaving(null));
        if (saving.Note(order))
            buffer.Encrypting(() => saving.Prepare(buffer.Database));
        _orders.Save(order.Id.Value, order, (session, row, saved) => WriteRow(session, row, saved) && saving.Write(session, buffer.Now));
    }

    public void Record(OrderId order, OrderEvent happened)
    {
        var detail = JsonSerializer.SerializeToUtf8Bytes(happened.Detail, OrderEventsJson.Default.OrderEventDetail);
        byte[]? box = null;
        buffer.Encrypting(() => box = buffer.Encryptor.Encrypt(detail));
        buffer.Add(session =>
        {
            AuditRows.Add(session, happened.At, happened.By, $"order.{happened.Kind}", order.Value, box);
            return true;
        });
    }

    private static bool WriteRow(Session session, Saving saving, Order saved) => saving.Read == 0
        ? session["""
            INSERT INTO shop_order (id, number, shopper, lane, state, total, currency, created, version, sealed, marks)
            VALUES (?1, ?2, ?3, ?4, ?5, ?6, ?7, ?8, ?9, ?10, ?11) ON CONFLICT DO NOTHING
            """]
            .Bind(1, saving.Key).Bind(2, saved.Number.Value).Bind(3, saved.Shopper.Value).Bind(4, saved.Lane.Value)
            .Bind(5, saved.State.ToString()).Bind(6, saved.Total.Minor).Bind(7, saved.Total.Currency.Code)
            .Bind(8, saved.Created.ToUnixTimeMilliseconds()).Bind(9, saving.New).Bind(10, saving.Ciphertext).Bind(11,
                (int)saved.Flags).Execute() == 1
        : session["UPDATE shop_order SET state = ?2, version = ?3, sealed = ?4, marks = ?6 WHERE id = ?1 AND version = ?5"]
            .Bind(1, saving.Key).Bind(2, saved.State.ToString()).Bind(3, saving.New).Bind(4, saving.Ciphertext).Bind(5, saving.Read)
            .Bind(6, (int)saved.Flags).Execute() == 1;

    /// <summary>
    /// The database's own number, by which an order that comes later is known as ours, and a word made for this order of what
    /// a second run of the turn has too. A letter stands in front: no run of digits is taken for a card.
    /// </summary>
    public OrderId NewOrderId()
    {
        var made = SHA256.HashData(
            Encoding.UTF8.GetBytes(string.Create(CultureInfo.InvariantCulture, $"order {_orderIds++} of row {buffer.RowId}")));
        return new OrderId(
            $"{buffer.RowId[..buffer.RowId.IndexOf('-', StringComparison.Ordinal)]}-o{Convert.ToHexStringLower(made.AsSpan(0, 8))}");
    }
}
