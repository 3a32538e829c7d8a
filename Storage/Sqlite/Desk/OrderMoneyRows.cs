using CommerceBot.Payments;

namespace CommerceBot.Storage.Sqlite.Desk;

/// <summary>What a ledger amounts to, as lists and sums ask for it: written with the ledger, in the same transaction.</summary>
internal sealed class OrderMoneyRows
{
    private readonly PaymentLedger _ledger;
    private readonly IReadOnlyList<MoneyMovement> _movements;
    private readonly int _pending;
    private readonly DateTimeOffset? _due;
    private readonly bool _isDisputed;

    public OrderMoneyRows(PaymentLedger ledger)
    {
        _ledger = ledger;
        _movements = MoneyMovement.Of(ledger);
        _pending = ledger.Refunds.Count(ledger.IsOnItsWay);
        _isDisputed = ledger.State == PaymentState.Disputed;
        _due = _isDisputed ? ledger.Disputes.Min(dispute => dispute.EvidenceDueBy) : null;
    }

    public void Write(Session session)
    {
        var row = session["""
            INSERT INTO order_money (order_id, place, taken, refunded, pending, disputed, evidence_due)
            VALUES (?1, (SELECT place FROM shop_order WHERE id = ?1), ?2, ?3, ?4, ?5, ?6)
            ON CONFLICT (order_id) DO UPDATE SET place = excluded.place, taken = ?2, refunded = ?3, pending = ?4, disputed = ?5,
                evidence_due = ?6
            """]
            .Bind(1, _ledger.Order.Value).Bind(2, _ledger.Taken?.Minor ?? 0).Bind(3, _ledger.WentBack?.Minor ?? 0).Bind(4, _pending)
            .Bind(5, _isDisputed ? 1 : 0);
        (_due is { } due ? row.Bind(6, due.ToUnixTimeMilliseconds()) : row.BindNull(6)).Execute();
        foreach (var moved in _movements)
        {
            // Facts are only ever added, so what is written stays.
            session["INSERT INTO money_movement (order_id, fact, at, amount, currency) VALUES (?1, ?2, ?3, ?4, ?5) ON CONFLICT DO NOTHING"]
                .Bind(1, _ledger.Order.Value).Bind(2, moved.Fact).Bind(3, moved.At.ToUnixTimeMilliseconds())
                .Bind(4, moved.Amount.Minor).Bind(5, moved.Amount.Currency.Code).Execute();
        }
    }
}
