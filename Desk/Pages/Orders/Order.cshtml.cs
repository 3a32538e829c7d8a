using CommerceBot.Desk.Orders;
using CommerceBot.Orders;
using CommerceBot.Payments;
using Microsoft.AspNetCore.Mvc;

namespace CommerceBot.Desk.Pages;

/// <summary>Everything about one order.</summary>
internal sealed class OrderModel(IOrderQueries queries, DeskCommands commands) : OrderPageModel(queries, commands)
{
    private IReadOnlyList<StockLine> _refunded = [];

    public IReadOnlyList<TimelineEntry> Timeline { get; private set; } = [];

    public bool MayRefund => Ledger.State is PaymentState.Paid or PaymentState.PartlyRefunded or PaymentState.Owing
        && Ledger.Facts.Any(fact => fact.IsReceipt && Ledger.LeftOf(fact).Minor > 0);

    /// <summary>What is paid is cancelled by giving its money back.</summary>
    public bool MayCancel => Order.State is OrderState.AwaitingPayment or OrderState.Paid && !Order.Has(OrderFlags.Disputed);

    /// <summary>Guests have no chat.</summary>
    public bool HasChat => !Order.Lane.Value.StartsWith("order:", StringComparison.Ordinal);

    public IEnumerable<string> Troubles
    {
        get
        {
            if (Order.Has(OrderFlags.Disputed))
                yield return T["trouble.disputed"];
            if (Order.Has(OrderFlags.RefundStuck))
                yield return T["trouble.refund-stuck"];
            if (Order.Has(OrderFlags.PaidUnfilled) || Order.Has(OrderFlags.PaidTwice))
                yield return T["trouble.owed"];
            if (Order.OpenReturn() is { } request)
                yield return T.Get(
                    "trouble.return", ("pieces", NamesOf(request.Lines)), ("reason", T[$"return.reason.{request.Reason}"]));
            if (Order.Has(OrderFlags.Withdrawn))
                foreach (var said in Order.Withdrawals)
                    yield return T.Get(
                        "trouble.withdrawn", ("pieces", NamesOf(said.Lines)), ("when", Day(said.At)),
                        ("due", Day(said.At.AddDays(WithdrawalPeriod.RefundDays))));
        }
    }

    public async Task<IActionResult> OnGetAsync(CancellationToken cancellationToken)
    {
        if (await LoadAsync(cancellationToken) is { } absent)
            return absent;
        Heading = T.Get("order", ("number", Order.Number));
        Timeline = CommerceBot.Desk.Orders.Timeline.Of(Details, T);
        _refunded = Ledger.RefundedPieces();
        return Page();
    }

    public int RefundedOf(OrderLine line) => _refunded.Where(piece => piece.Sku == line.Sku).Sum(piece => piece.Quantity);

    public string GoodsOf(Shipment parcel) => NamesOf(parcel.Lines);

    private string NamesOf(IEnumerable<StockLine> pieces) => string.Join(
        ", ", pieces.Select(piece =>
            $"{piece.Quantity} × {Order.Lines.FirstOrDefault(line => line.Sku == piece.Sku)?.Title ?? piece.Sku.Value}"));
}
