using CommerceBot.Catalog;
using CommerceBot.Orders;

namespace CommerceBot.Payments;

/// <summary>How much a merchant wants to give back.</summary>
public abstract record RefundRequest
{
    private RefundRequest()
    {
    }

    /// <summary>All that is left.</summary>
    public sealed record Everything : RefundRequest;

    /// <summary>So much of the order's money, shared among its lines and the delivery.</summary>
    public sealed record Amount(Money Money) : RefundRequest;

    /// <summary>These pieces, at what they cost, and the delivery if it is wanted.</summary>
    public sealed record Pieces(IReadOnlyList<StockLine> Lines, bool Delivery) : RefundRequest;
}
