using CommerceBot.Catalog;
using CommerceBot.Orders;

namespace CommerceBot.Payments;

/// <summary>How much a merchant wants to give back.</summary>
public abstract record RefundWish
{
    private RefundWish()
    {
    }

    /// <summary>All that is left.</summary>
    public sealed record Everything : RefundWish;

    public sealed record Amount(Money Money) : RefundWish;

    /// <summary>These pieces, at what they cost, and the delivery if it is wanted.</summary>
    public sealed record Pieces(IReadOnlyList<StockLine> Lines, bool Delivery) : RefundWish;
}

/// <summary>The answer to a wish.</summary>
public abstract record RefundAnswer
{
    private RefundAnswer()
    {
    }

    /// <summary>Stripe is asked.</summary>
    /// <param name="CalledOff">Whether the order is called off with it: nothing of its money will be left, and it has not shipped.</param>
    public sealed record Asked(Order Order, PaymentLedger Ledger, RefundPayment Call, IReadOnlyList<StockLine> Restock, bool CalledOff) : RefundAnswer;

    public sealed record Refused(string Reason) : RefundAnswer;
}
