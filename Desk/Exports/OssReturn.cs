using CommerceBot.Catalog;
using CommerceBot.Desk.Orders;
using CommerceBot.Orders;

namespace CommerceBot.Desk.Exports;

/// <summary>
/// Sales to consumers in other countries of the EU's VAT area, by country and rate: what a return of the one-stop shop asks for. What
/// went back counts in the time in which it did; a return that names earlier periods is filled in from the orders.
/// </summary>
internal sealed class OssReturn(Country home)
{
    private readonly SortedDictionary<(string Country, int Rate, string Currency), TakingsDay> _sums = [];

    public static IReadOnlyList<string> Columns { get; } = ["country", "rate", "came", "back", "sum", "vat", "net", "currency"];

    /// <summary>Adds what of an order's money moved between two moments.</summary>
    public void Add(OrderDetails details, DateTimeOffset from, DateTimeOffset until)
    {
        if (CountryOf(details.Order) is not { } country)
            return;
        foreach (var part in TakingsByRate.Of(details.Order, details.Ledger).Where(part => part.At >= from && part.At < until))
        {
            var key = (country, part.Rate?.Hundredths ?? -1, part.Gross.Currency.Code);
            _sums[key] = (_sums.GetValueOrDefault(key) ?? TakingsDay.Nothing(part.Gross.Currency)).With(part);
        }
    }

    public IEnumerable<object?[]> Rows(DeskTexts texts) => _sums.Select(sum => new object?[]
    {
        sum.Key.Country, sum.Key.Rate < 0 ? texts["export.no-rate"] : sum.Key.Rate / 100m, sum.Value.Came.InMainUnit(),
        sum.Value.Back.InMainUnit(), sum.Value.Sum.InMainUnit(), sum.Value.Vat.InMainUnit(), sum.Value.Net.InMainUnit(), sum.Key.Currency,
    });

    /// <summary>Where the goods went, when that is another country whose VAT is due.</summary>
    private string? CountryOf(Order order)
    {
        var territory = Territory.Of(order.Address.Country, order.Address.Postcode, order.Address.City);
        return territory.InVatArea && territory.Delivery != home ? territory.Delivery.Code : null;
    }
}
