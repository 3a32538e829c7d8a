using CommerceBot.Catalog;
using CommerceBot.Desk.Orders;
using CommerceBot.Orders;
using CommerceBot.Payments;

namespace CommerceBot.Desk.Exports;

/// <summary>
/// Orders as a spreadsheet: a row for each line and one for each rate of the delivery, with net, VAT and what went back of it.
/// </summary>
internal sealed class OrderExport(CsvText csv, DeskTexts texts, TimeZoneInfo zone)
{
    private static readonly string[] Columns =
    [
        "order", "placed", "state", "name", "email", "city", "postcode", "country", "sku", "title", "options", "pieces", "gross", "rate",
        "vat", "net", "refunded-pieces", "refunded-gross", "refunded-vat", "currency", "tracking",
        "invoice-name", "vat-number", "tax-code", "pec", "recipient-code", "invoice-number",
    ];

    public string Head() => csv.Row(Columns.Select(column => texts[$"export.{column}"]));

    public string Rows(OrderDetails details)
    {
        var order = details.Order;
        var back = details.Ledger.Refunds.Where(refund => details.Ledger.StateOf(refund) == RefundState.Done)
            .SelectMany(refund => refund.Parts).ToLookup(part => part.Sku);
        return string.Concat(order.Lines.Select(line => Row(
                order, line.Sku.Value, line.Title, line.Options, line.Quantity, line.Total, line.VatRate, line.Vat, back[line.Sku])))
            + string.Concat(order.Delivery.Shares.Select(share => Row(
                order, "", order.Delivery.Name, "", 1, share.Gross, share.Rate, share.Vat,
                back[null].Where(part => part.RateIn(order) == share.Rate))));
    }

    private string Row(
        Order order, string sku, string title, string options, int pieces, Money gross, VatRate rate, Money vat,
        IEnumerable<RefundPart> back)
    {
        var parts = back.ToList();
        var zero = Money.Zero(order.Currency);
        return csv.Row(
            order.Number.Value, TimeZoneInfo.ConvertTime(order.Created, zone), texts[$"state.{order.State}"], order.Address.Name,
            order.Contact.Email, order.Address.City, order.Address.Postcode, order.Address.Country.Code, sku, title, options, pieces,
            gross.InMainUnit(), rate.Hundredths / 100m, vat.InMainUnit(), (gross - vat).InMainUnit(), parts.Sum(part => part.Pieces),
            parts.Aggregate(zero, (sum, part) => sum + part.Amount).InMainUnit(),
            parts.Aggregate(zero, (sum, part) => sum + part.Vat).InMainUnit(), order.Currency.Code, order.Tracking,
            order.Invoice?.Name, order.Invoice?.VatNumber, order.Invoice?.TaxCode, order.Invoice?.Pec, order.Invoice?.RecipientCode,
            order.Invoice?.Number);
    }
}
