using System.Text.Json;
using CommerceBot.Orders;
using CommerceBot.Payments;
using CommerceBot.Runtime;
using CommerceBot.Storage.Sqlite.Desk;
using CommerceBot.Storage.Sqlite.Rows;
using Microsoft.Bot.Schema;

namespace CommerceBot.Storage.Sqlite.Turns;

/// <summary>Ledgers of one turn, and the objects at the gateway by which an order is found again.</summary>
internal sealed class PaymentStore(TurnBuffer buffer) : IPaymentStore
{
    private readonly Documents<PaymentLedger> _ledgers = new(buffer, "payment", "order_id", PaymentsJson.Default.PaymentLedger,
        StoredLedger.Upgrade);

    private readonly Dictionary<OrderId, PaymentLedger> _latest = [];

    public async Task<PaymentLedger> LedgerAsync(OrderId order, CancellationToken cancellationToken)
    {
        var (ledger, version) = await _ledgers.ReadAsync(order.Value, cancellationToken);
        return (ledger ?? PaymentLedger.Empty(order)) with { Version = version };
    }

    public void Save(PaymentLedger ledger)
    {
        _ledgers.Save(ledger.Order.Value, ledger);
        if (!_latest.TryAdd(ledger.Order, ledger))
            _latest[ledger.Order] = ledger;
        else
            SaveSums(ledger.Order);
        foreach (var reference in References(ledger).Distinct())
        {
            buffer.Add(session =>
            {
                session["INSERT INTO payment_reference (reference, order_id) VALUES (?1, ?2) ON CONFLICT DO NOTHING"]
                    .Bind(1, reference).Bind(2, ledger.Order.Value).Execute();
                return true;
            });
        }
    }

    /// <summary>Once for each ledger, of what it is when the turn ends.</summary>
    private void SaveSums(OrderId order)
    {
        OrderMoneyRows? rows = null;
        buffer.Encrypting(() => rows = new OrderMoneyRows(_latest[order]));
        buffer.Add(session =>
        {
            rows!.Write(session);
            return true;
        });
    }

    private static IEnumerable<string> References(PaymentLedger ledger) =>
        ledger.Attempts.Select(attempt => attempt.SessionId)
            .Concat(ledger.Facts.Where(fact => fact.Kind != PaymentFactKind.StatusUnknown).Select(fact => fact.Reference))
            .Concat(ledger.Facts.Select(fact => fact.Charge))
            .Concat(ledger.Refunds.Select(refund => refund.Reference))
            .OfType<string>();
}

/// <summary>What a turn asks of the payment gateway: one outbox row each, in the order's own queue.</summary>
internal sealed class PaymentCalls(TurnBuffer buffer, ITurnTimers timers) : IPaymentCalls
{
    public void Ask(PaymentCall asked)
    {
        var request = JsonSerializer.SerializeToUtf8Bytes(asked, PaymentsJson.Default.PaymentCall);
        buffer.Send(buffer.NewId(), PaymentCallKinds.Of(asked), asked is IMoneyCall money ? money.Key : asked.Order.Value, request,
            asked.Order.Value);
    }

    public void LookAgainAt(OrderId order, DateTimeOffset due) => timers.Set(
        $"payment:{order}",
        due,
        new Activity { Type = ActivityTypes.Event, Name = PaymentEvents.LookAgain, Value = PaymentEvents.Write(new PaymentLook(order)) });

    public void Alert(MerchantAlert alert) =>
        buffer.Send(
            buffer.NewId(), PaymentCallKinds.Alert, alert.Order.Value,
            JsonSerializer.SerializeToUtf8Bytes(alert, PaymentsJson.Default.MerchantAlert), alert.Order.Value);

    public void Settled(OrderId order, string key) => buffer.Add(session =>
    {
        OutboxStatements.Settle(session, order.Value, key);
        return true;
    });
}
