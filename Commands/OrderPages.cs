using System.Globalization;
using CommerceBot.Cards;
using CommerceBot.Catalog;
using CommerceBot.Orders;
using CommerceBot.Payments;
using Spectre.Console;

namespace CommerceBot.Commands;

/// <summary>Orders as a merchant reads them in a terminal.</summary>
internal static class OrderPages
{
    public static void Write(IReadOnlyList<Order> orders)
    {
        var table = new Table().Border(TableBorder.Rounded).AddColumns("Number", "State", "Total", "To", "Ordered");
        foreach (var order in orders)
        {
            table.AddRow(
                Markup.Escape(order.Number.Value),
                Markup.Escape(StateOf(order)),
                Markup.Escape(Price(order.Total)),
                Markup.Escape($"{order.Address.City}, {order.Address.Country}"),
                At(order.Created));
        }

        AnsiConsole.Write(table);
    }

    public static void Write(Order order, PaymentLedger ledger, IReadOnlyList<(DateTimeOffset At, string Reason)> undelivered)
    {
        Terminal.Say($"[bold]{order.Number}[/]  {StateOf(order)}{(order.Live ? "" : "  (test)")}  {At(order.Created)}");
        Terminal.Say($"{order.Contact.Name}, {order.Contact.Email}, {order.Contact.Phone}");
        Terminal.Say($"{order.Address.Name}, {order.Address.Street}, {order.Address.Postcode} {order.Address.City}, {order.Address.Country}");
        if (order.Tracking is { } tracking)
            Terminal.Say($"Tracking {tracking}");
        AnsiConsole.Write(LinesOf(order));
        foreach (var trouble in Troubles(order))
            Terminal.Say($"[red]{trouble}[/]");
        Terminal.Say($"Payment: {ledger.State}");
        foreach (var fact in ledger.Facts)
            Terminal.Say($"  {At(fact.At)}  {fact.Kind}  {(fact.Amount is { } amount ? Price(amount) : "")}  [grey]{fact.Reference}[/]");
        foreach (var dispute in ledger.Disputes)
            Terminal.Say($"  Dispute [grey]{dispute.Id}[/] is {dispute.Word ?? dispute.Status.ToString()}{DueIn(dispute)}");
        foreach (var refund in ledger.Refunds)
            AnsiConsole.Write(PartsOf(order, refund, ledger));
        foreach (var (at, reason) in undelivered)
            Terminal.Say($"[yellow]  {At(at)}  The shopper could not be told: {reason}[/]");
    }

    private static string DueIn(Dispute dispute) => dispute.EvidenceDueBy is { } due ? $", answer by {At(due)}" : "";

    private static IEnumerable<string> Troubles(Order order)
    {
        if (order.Has(OrderFlags.PaidUnfilled) || order.Has(OrderFlags.PaidTwice))
            yield return "Money came that is owed back to the shopper, and is not all back yet.";
        if (order.Has(OrderFlags.RefundStuck))
            yield return "A refund came to nothing: try 'orders refund' again, or give the money back in another way.";
        if (order.Has(OrderFlags.Disputed))
            yield return "The payment is disputed at the bank: do not ship, and answer in the payment gateway's dashboard.";
    }

    /// <summary>What a credit note needs: the share of each line and of the delivery, with its VAT.</summary>
    private static Table PartsOf(Order order, Refund refund, PaymentLedger ledger)
    {
        var table = new Table().Border(TableBorder.Rounded).AddColumns($"Refund {Markup.Escape(refund.Reference ?? refund.Id)}", "Pieces", "Amount", "VAT in it");
        foreach (var part in refund.Parts)
            table.AddRow(
                Markup.Escape(part.Sku is { } sku ? order.Lines.FirstOrDefault(line => line.Sku == sku)?.Title ?? sku.Value : order.Delivery.Name),
                part.Pieces == 0 ? "" : part.Pieces.ToString(CultureInfo.InvariantCulture), Markup.Escape(Price(part.Amount)), Markup.Escape(Price(part.Vat)));
        table.AddRow($"[bold]{ledger.StateOf(refund)}[/] ({refund.Cause}, {At(refund.At)})", "", $"[bold]{Markup.Escape(Price(refund.Amount))}[/]", "");
        return table;
    }

    private static Table LinesOf(Order order)
    {
        var table = new Table().Border(TableBorder.Rounded).AddColumns("SKU", "Goods", "Pieces", "Price");
        foreach (var line in order.Lines)
            table.AddRow(Markup.Escape(line.Sku.Value), Markup.Escape(line.Options.Length == 0 ? line.Title : $"{line.Title} ({line.Options})"), line.Quantity.ToString(CultureInfo.InvariantCulture), Markup.Escape(Price(line.Total)));
        table.AddRow("", Markup.Escape(order.Delivery.Name), "", Markup.Escape(Price(order.Delivery.Price)));
        table.AddRow("", "VAT included", "", Markup.Escape(Price(order.Vat)));
        table.AddRow("", "[bold]Total[/]", "", $"[bold]{Markup.Escape(Price(order.Total))}[/]");
        return table;
    }

    private static string StateOf(Order order) => order.Flags == OrderFlags.None ? order.State.ToString() : $"{order.State} ({order.Flags})";

    private static string Price(Money money) => money.Show(Words.Of(Language.English));

    private static string At(DateTimeOffset at) => at.ToString("yyyy-MM-dd HH:mm'Z'", CultureInfo.InvariantCulture);
}
