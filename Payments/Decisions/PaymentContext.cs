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

/// <summary>Where the gateway's page sends the shopper to.</summary>
/// <param name="Paid">After paying.</param>
/// <param name="Left">When they leave the page by its way back; which attempt it was is added.</param>
public sealed record CheckoutLinks(Uri Paid, Uri Left)
{
    public static CheckoutLinks Of(Uri baseUrl, CheckoutToken tokens, OrderId order)
    {
        ArgumentNullException.ThrowIfNull(baseUrl);
        ArgumentNullException.ThrowIfNull(tokens);
        var home = baseUrl.AbsoluteUri.TrimEnd('/');
        return new CheckoutLinks(new Uri($"{home}/thanks/{tokens.For(order)}"), new Uri($"{home}/unpaid/{tokens.For(order)}"));
    }

    public Uri LeftAt(int attempt) => new(string.Create(CultureInfo.InvariantCulture, $"{Left.AbsoluteUri}?attempt={attempt}"));
}
