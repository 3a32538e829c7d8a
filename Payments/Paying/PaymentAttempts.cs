using CommerceBot.Orders;

namespace CommerceBot.Payments;

/// <summary>How long an attempt to pay may take, and what is asked of the gateway for it.</summary>
public static class PaymentAttempts
{
    /// <summary>How long a shopper may take. Gateways have a least time of their own, half an hour with some.</summary>
    public static TimeSpan TimeToPay { get; } = TimeSpan.FromMinutes(60);

    /// <summary>How long goods stay set aside after that, for events that come late.</summary>
    public static TimeSpan Grace { get; } = TimeSpan.FromMinutes(10);

    /// <summary>An attempt without an answer for so long ends, and a new one has a new key.</summary>
    public static TimeSpan TimeToAnswer { get; } = TimeSpan.FromMinutes(25);

    /// <summary>Everything that the gateway is asked, frozen, the time of expiry included.</summary>
    public static OpenSession Call(Order order, int attempt, CheckoutLinks links, DateTimeOffset now)
    {
        ArgumentNullException.ThrowIfNull(order);
        ArgumentNullException.ThrowIfNull(links);
        return new OpenSession(
            order.Id, order.Number, order.Lane, attempt,
            [.. order.Lines.Select(line => new SessionLine(line.Title, line.Options.Length == 0 ? null : line.Options, line.UnitPrice,
                line.Quantity, line.Image))],
            new SessionDelivery(order.Delivery.Name, order.Delivery.Price),
            order.Total,
            order.Contact.Email,
            order.Language.Code == "it" ? "it" : "en",
            links.Paid(order.Id),
            links.Left(order.Id, attempt),
            Second(now + TimeToPay),
            order.Live)
        {
            ShipTo = ShippingOf(order),
        };
    }

    private static SessionShipping ShippingOf(Order order) => new(
        order.Address.Name, order.Contact.Phone, order.Address.Street, order.Address.WrittenPostcode, order.Address.City,
        order.Address.Province, order.Address.Country.Code);

    /// <summary>Gateways count in whole seconds; what is kept is what is sent.</summary>
    private static DateTimeOffset Second(DateTimeOffset at) => DateTimeOffset.FromUnixTimeSeconds(at.ToUnixTimeSeconds());
}
