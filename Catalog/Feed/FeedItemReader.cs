using CommerceBot.Catalog.Amounts;

namespace CommerceBot.Catalog.Feed;

/// <summary>Checks a row of the main feed. What Meta would refuse is an error and leaves the row out; the rest is a warning.</summary>
internal sealed class FeedItemReader(
    Currency currency, IReadOnlyCollection<VatClass> vatClasses, ImportProblems problems)
{
    /// <summary>Null when the row cannot be sold; the problems say why.</summary>
    public FeedItem? Read(FeedRow row)
    {
        var errors = problems.Errors;
        var sku = FeedTexts.Id(row, problems);
        var title = FeedTexts.Title(row, problems, required: true);
        var price = Price(row);
        var availability = Availability(row);
        var quantity = Quantity(row, availability);
        var image = Link(row, Column.ImageLink, "the product will be shown without a picture");
        var link = Link(row, Column.Link, "");
        var group = Group(row, sku);
        var vatClass = FeedVatClass.Read(row, vatClasses, problems);
        if (problems.Errors > errors)
            return null;

        Condition(row);
        return new FeedItem(
            row.Line, sku, group, title, FeedTexts.Description(row, problems, required: true), FeedTexts.Brand(row, problems),
            FeedCategory.Read(row), image, link, FeedChoices.Read(row), price, Sale(row, price), quantity,
            FeedSelling.IsHidden(row) || availability == FeedSelling.Availability.Withdrawn)
        {
            Facts = FeedFacts.Read(row),
            Labels = FeedFacts.Labels(row),
            Safety = FeedSafety.Read(row),
            VatClass = vatClass,
        };
    }

    private Money Price(FeedRow row)
    {
        var text = row[Column.Price];
        if (text.Length == 0)
            Error(row, Column.Price, "the price is missing: write one, such as 19.90 EUR");
        else if (!AmountParser.TryParse(text, currency, out var price, out var advice))
            Error(row, Column.Price, $"this is no clear price: {advice}");
        else if (price.Currency != currency)
            Error(
                row, Column.Price,
                $"the shop sells in {currency}: give the price in it, or set Shop:Currency to {price.Currency} in appsettings.json");
        else if (price.Minor <= 0)
            Error(row, Column.Price, "the price must be above zero");
        else
            return price;
        return default;
    }

    private Sale? Sale(FeedRow row, Money price)
    {
        var text = row[Column.SalePrice];
        if (text.Length == 0)
            return null;
        if (!AmountParser.TryParse(text, currency, out var reduced, out var advice))
            return NoSale(row, Column.SalePrice, $"this is no clear price: {advice}; sold at the ordinary price");
        if (reduced.Minor == 0)
            return null; // Meta's way to end a sale
        if (reduced.Currency != price.Currency || reduced.Minor < 0 || reduced >= price)
            return NoSale(row, Column.SalePrice, "a sale price must be below the price and in its currency; sold at the ordinary price");
        return FeedSaleDates.TryRead(row[Column.SaleDates], out var from, out var to)
            ? new Sale(reduced, from, to)
            : NoSale(
                row, Column.SaleDates, "write begin/end such as 2026-01-01T00:00+01:00/2026-02-01T00:00+01:00; sold at the ordinary price");
    }

    private Sale? NoSale(FeedRow row, Column column, string advice)
    {
        problems.Warn(row.Line, column.Name(), row[column], advice);
        return null;
    }

    private FeedSelling.Availability Availability(FeedRow row)
    {
        if (FeedSelling.ReadAvailability(row[Column.Availability]) is { } availability)
            return availability;
        Error(row, Column.Availability, "write 'in stock' or 'out of stock'");
        return FeedSelling.Availability.SoldOut;
    }

    private int Quantity(FeedRow row, FeedSelling.Availability availability)
    {
        var text = row[Column.Quantity];
        if (text.StartsWith('-') && availability == FeedSelling.Availability.InStock)
            problems.Warn(row.Line, Column.Quantity.Name(), text, "counted as 0: stock cannot be below nothing");
        if (FeedSelling.ReadQuantity(text, availability, out var advice) is { } quantity)
            return quantity;
        Error(row, Column.Quantity, $"{advice}, or nothing when stock is not counted");
        return 0;
    }

    private Uri? Link(FeedRow row, Column column, string whenMissing)
    {
        if (row[column].Length == 0 && whenMissing.Length > 0)
            problems.Warn(row.Line, column.Name(), "", $"missing: {whenMissing}");
        if (FeedLink.TryRead(row[column], out var link))
            return link;
        Error(row, column, "write a whole web address that begins with https:// or http://");
        return null;
    }

    private ProductId Group(FeedRow row, Sku sku)
    {
        var group = row[Column.Group];
        if (group.Length > FeedTexts.LongestId)
            Error(row, Column.Group, $"at most {FeedTexts.LongestId} characters");
        return new ProductId(group.Length > 0 ? group : sku.Value);
    }

    private void Condition(FeedRow row)
    {
        if (row[Column.Condition].ToLowerInvariant().Replace('_', ' ')
            is not ("" or "new" or "used" or "refurbished" or "used like new" or "used good" or "used fair" or "open box new"))
            problems.Warn(row.Line, Column.Condition.Name(), row[Column.Condition], "write new, refurbished or used");
    }

    private void Error(FeedRow row, Column column, string advice) => problems.Error(row.Line, column.Name(), row[column], advice);
}
