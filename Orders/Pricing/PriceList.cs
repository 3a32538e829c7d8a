using CommerceBot.Catalog;

namespace CommerceBot.Orders;

/// <summary>The shop's terms that a quote rests on.</summary>
/// <param name="Vat">The rates that goods have, by their class.</param>
/// <param name="Limits">Of the gateway that takes the money.</param>
public sealed record PriceTerms(Currency Currency, VatRates Vat, IChargeLimits Limits);

/// <summary>Prices come from the catalogue alone: nothing that a shopper sends can make one.</summary>
public static class PriceList
{
    /// <summary>What the lines cost at <paramref name="now"/>, or every reason why they cannot be bought.</summary>
    /// <param name="found">The products that the lines' variants belong to; one that is missing is no longer sold.</param>
    public static Quoted Quote(
        IReadOnlyList<StockLine> wanted,
        IReadOnlyDictionary<Sku, Product> found,
        DeliveryMethod delivery,
        Country country,
        PriceTerms terms,
        DateTimeOffset now)
    {
        var problems = new List<QuoteProblem>();
        var lines = new List<OrderLine>();
        foreach (var group in wanted.GroupBy(line => line.Sku))
            if (Line(group.Key, group.Sum(line => (long)line.Quantity), wanted, found, terms, now, problems) is { } line)
                lines.Add(line);
        if (wanted.Count == 0)
            problems.Add(new QuoteProblem(QuoteProblemKind.NothingToBuy, null, null, 0));
        if (!delivery.Serves(country) || delivery.Price.Currency != terms.Currency)
            problems.Add(new QuoteProblem(QuoteProblemKind.DeliveryNotOffered, null, delivery.Name, 0));
        return problems.Count > 0 ? new Quoted.Refused(problems) : Sum(lines, delivery, terms);
    }

    private static OrderLine? Line(Sku sku, long quantity, IReadOnlyList<StockLine> wanted, IReadOnlyDictionary<Sku, Product> found,
        PriceTerms terms, DateTimeOffset now, List<QuoteProblem> problems)
    {
        var product = found.GetValueOrDefault(sku);
        var variant = product?.Variants.FirstOrDefault(one => one.Sku == sku);
        var price = variant?.PriceAt(now);
        var rate = terms.Vat.Find(product?.VatClass ?? VatClass.Standard);
        QuoteProblemKind? problem = (variant, price) switch
        {
            _ when quantity > Cart.MostPerLine || wanted.Any(line => line.Sku == sku && line.Quantity < 1) =>
                QuoteProblemKind.QuantityOutOfRange,
            (null, _) => QuoteProblemKind.Gone,
            // A class that lost its rate in the settings: which VAT would be inside the price, nobody knows.
            _ when rate is null => QuoteProblemKind.NotForSale,
            (_, { } asked) when asked.Currency != terms.Currency || !terms.Limits.CanCharge(asked) => QuoteProblemKind.NotForSale,
            ({ Available: <= 0 }, _) => QuoteProblemKind.SoldOut,
            _ when variant.Available < quantity => QuoteProblemKind.FewerLeft,
            _ => null,
        };
        if (problem is { } kind)
        {
            problems.Add(new QuoteProblem(kind, sku, product?.Title, Math.Max(0, variant?.Available ?? 0)));
            return null;
        }

        var total = price!.Value * (int)quantity;
        var options = string.Join(
            ", ",
            variant!.Options.OrderBy(option => option.Key, StringComparer.Ordinal).Select(option => option.Value));
        return new OrderLine(
            sku, product!.Title, options, price.Value, (int)quantity, total, rate!.Value, rate.Value.Inside(total),
            variant.Image ?? product.Image);
    }

    private static Quoted Sum(List<OrderLine> lines, DeliveryMethod method, PriceTerms terms)
    {
        var nothing = Money.Zero(terms.Currency);
        var goods = lines.Aggregate(nothing, (sum, line) => sum + line.Total);
        var price = method.PriceFor(goods);
        var delivery = OrderDelivery.Of(method, price, lines, terms.Limits.Step(terms.Currency));
        var total = goods + price;
        if (total.Minor < terms.Limits.LeastMinor(terms.Currency))
            return new Quoted.Refused([new QuoteProblem(QuoteProblemKind.TotalTooSmall, null, null, 0)]);
        if (total.Minor > terms.Limits.MostMinor)
            return new Quoted.Refused([new QuoteProblem(QuoteProblemKind.TotalTooLarge, null, null, 0)]);
        var vat = lines.Aggregate(delivery.Vat, (sum, line) => sum + line.Vat);
        return new Quoted.Priced(new Quote(lines, delivery, goods, total, vat));
    }
}
