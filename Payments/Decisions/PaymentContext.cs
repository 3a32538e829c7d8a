using System.Globalization;
using CommerceBot.Orders;

namespace CommerceBot.Payments;

/// <summary>Everything that a decision looks at, beside what was asked or told.</summary>
/// <param name="StockHeld">Whether the order can still have what was set aside for it.</param>
/// <param name="Limits">Of the gateway that moves the money.</param>
public sealed record PaymentContext(
    Order Order,
    PaymentLedger Ledger,
    bool StockHeld,
    CheckoutLinks Links,
    IChargeLimits Limits,
    DateTimeOffset Now);

/// <summary>
/// Where the gateway's page sends the shopper to. The shop's own address is asked for only when a page is: a shop on a port
/// of the machine's choice knows it once it listens, and payments are heard of before.
/// </summary>
public sealed class CheckoutLinks(Func<Uri> baseUrl, CheckoutToken tokens)
{
    /// <summary>After paying.</summary>
    public Uri Paid(OrderId order) => new($"{Home}/thanks/{tokens.For(order)}");

    /// <summary>When they leave the page of this attempt by its way back.</summary>
    public Uri Left(OrderId order, int attempt) =>
        new(string.Create(CultureInfo.InvariantCulture, $"{Home}/unpaid/{tokens.For(order)}?attempt={attempt}"));

    private string Home => baseUrl().AbsoluteUri.TrimEnd('/');
}
