using CommerceBot.Catalog;
using CommerceBot.Desk.Orders;

namespace CommerceBot.Desk.Exports;

/// <summary>Who has paid for an order, a row for each e-mail address and currency; who never paid is left out.</summary>
internal sealed class CustomerExport(TimeZoneInfo zone)
{
    private readonly Dictionary<(string Email, string Currency), Customer> _customers = [];

    public static IReadOnlyList<string> Columns { get; } =
    [
        "email", "name", "phone", "city", "postcode", "country", "language", "orders", "first", "last", "paid", "refunded", "currency",
    ];

    /// <summary>Orders come the oldest first: the newest one knows best where somebody lives.</summary>
    public void Add(OrderDetails details)
    {
        if (details.Ledger.Taken is not { Minor: > 0 } taken)
            return;
        var key = (details.Order.Contact.Email.ToUpperInvariant(), taken.Currency.Code);
        var back = details.Ledger.WentBack ?? Money.Zero(taken.Currency);
        var known = _customers.GetValueOrDefault(key);
        _customers[key] = new Customer(
            details, (known?.Orders ?? 0) + 1, known?.First ?? details.Order.Created, (known?.Paid ?? Money.Zero(taken.Currency)) + taken,
            (known?.Back ?? Money.Zero(taken.Currency)) + back);
    }

    public IEnumerable<object?[]> Rows() => _customers.Values.Select(one =>
    {
        var order = one.Newest.Order;
        return new object?[]
        {
            order.Contact.Email, order.Contact.Name, order.Contact.Phone, order.Address.City, order.Address.Postcode,
            order.Address.Country.Code, order.Language.Code, one.Orders, TimeZoneInfo.ConvertTime(one.First, zone),
            TimeZoneInfo.ConvertTime(order.Created, zone), one.Paid.InMainUnit(), one.Back.InMainUnit(), one.Paid.Currency.Code,
        };
    });

    private sealed record Customer(OrderDetails Newest, int Orders, DateTimeOffset First, Money Paid, Money Back);
}
