using CommerceBot.Catalog;
using CommerceBot.Orders;

namespace CommerceBot.Payments;

/// <summary>Money that goes back. How far it has come is told by the facts of its ledger.</summary>
/// <param name="Id">Ours, <c>{order}-r{n}</c>; the gateway's own when it was made in its dashboard.</param>
/// <param name="Payment">The payment whose money it is.</param>
/// <param name="Reference">The gateway's id of it; null until it answered.</param>
/// <param name="Parts">What of the order it is for; empty for money that never paid the order.</param>
public sealed record Refund(
    string Id,
    string Payment,
    Money Amount,
    RefundCause Cause,
    DateTimeOffset At,
    string? Reference,
    IReadOnlyList<RefundPart> Parts);

/// <summary>The share of one line, or of the delivery, in a refund.</summary>
/// <param name="Sku">Null for the delivery.</param>
/// <param name="Pieces">How many pieces are given up with it; 0 when only money goes back.</param>
/// <param name="Vat">The VAT inside <paramref name="Amount"/>.</param>
/// <param name="Rate">Of the delivery, where it has several rates of VAT: whose share this is; null elsewhere.</param>
public sealed record RefundPart(Sku? Sku, int Pieces, Money Amount, Money Vat, VatRate? Rate = null)
{
    /// <summary>The rate of VAT of what it gives back; null when the order has no such line.</summary>
    internal VatRate? RateIn(Order order) => Sku is { } sku
        ? order.Lines.FirstOrDefault(line => line.Sku == sku)?.VatRate
        : Rate ?? order.Delivery.VatRate;
}

/// <summary>Why money goes back.</summary>
public enum RefundCause
{
    /// <summary>Paid too late: the order was closed, or the goods were sold.</summary>
    Unfillable,

    /// <summary>Money came for an order that was paid.</summary>
    PaidTwice,

    /// <summary>Money came in another amount or currency than agreed.</summary>
    Mispaid,

    /// <summary>The merchant wants it.</summary>
    Merchant,

    /// <summary>Made in the gateway's dashboard, by whoever may.</summary>
    Dashboard,

    /// <summary>The shopper cancelled an order of which nothing had left.</summary>
    Shopper,
}

/// <summary>How far a refund has come.</summary>
public enum RefundState
{
    /// <summary>Asked for; whether it was made the gateway has not said.</summary>
    Requested,

    /// <summary>The gateway has taken it on.</summary>
    Pending,

    /// <summary>The money went back.</summary>
    Done,

    /// <summary>It was never made, or the bank sent it back.</summary>
    Failed,
}
