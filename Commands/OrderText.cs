using System.Globalization;
using CommerceBot.Cards;
using CommerceBot.Catalog;
using CommerceBot.Mails;
using CommerceBot.Orders;
using CommerceBot.Payments;
using Spectre.Console;

namespace CommerceBot.Commands;

/// <summary>Orders as a merchant reads them in a terminal.</summary>
internal static class OrderText
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
        Terminal.Say($"{order.Address.Name}, {order.Address.Street}, {order.Address.Place}, {order.Address.Country}");
        if (order.Address.CourierNote is { } note)
            Terminal.Say($"Note for the courier: {note}");
        if (order.Tracking is { } tracking)
            Terminal.Say($"Tracking {tracking}");
        if (order.Invoice is { } invoice)
            Terminal.Say($"Invoice {invoice.Number ?? "asked for"}: {string.Join(", ", InvoiceOf(invoice))}");
        AnsiConsole.Write(LinesOf(order));
        foreach (var trouble in Troubles(order))
            Terminal.Say($"[red]{trouble}[/]");
        foreach (var said in order.Withdrawals)
        {
            Terminal.Say($"Withdrawal received {At(said.At)} from {said.Name}, {said.Email}: {PiecesOf(order, said)}");
            Terminal.Say($"  The money for it is due by {At(DueOf(said))}");
        }

        Terminal.Say($"Payment: {ledger.State}");
        foreach (var fact in ledger.Facts)
            Terminal.Say($"  {At(fact.At)}  {fact.Kind}  {(fact.Amount is { } amount ? Price(amount) : "")}  [grey]{fact.Reference}[/]");
        foreach (var dispute in ledger.Disputes)
            Terminal.Say($"  Dispute [grey]{dispute.Id}[/] is {dispute.Word ?? dispute.Status.ToString()}{DueIn(dispute)}");
        foreach (var refund in ledger.Refunds)
            AnsiConsole.Write(PartsOf(order, refund, ledger));
        foreach (var (at, reason) in undelivered)
            Terminal.Say($"[yellow]  {At(at)}  The shopper could not be told in the chat: {reason}[/]");
    }

    public static void Write(IReadOnlyList<MailFate> mails)
    {
        foreach (var mail in mails)
        {
            var name =
                mail.Version == 1 ? mail.Kind.ToString() : string.Create(CultureInfo.InvariantCulture, $"{mail.Kind} {mail.Version}");
            if (mail.State == MailState.Sent)
                Terminal.Say($"  {At(mail.At)}  Mail {name}: sent");
            else
            {
                var fate = mail.State switch
                {
                    MailState.Failed => "not sent",
                    MailState.Bounced => "came back from",
                    MailState.Delayed => "is late to",
                    _ => "waits",
                };
                Terminal.Say($"[yellow]  {At(mail.At)}  Mail {name}: {fate} {mail.Reason ?? ""}[/]");
            }
        }
    }

    private static IEnumerable<string> InvoiceOf(Invoice invoice) =>
        new[] { invoice.Name, invoice.VatNumber, invoice.TaxCode, invoice.Pec, invoice.RecipientCode }.OfType<string>();

    private static string DueIn(Dispute dispute) => dispute.EvidenceDueBy is { } due ? $", answer by {At(due)}" : "";

    private static IEnumerable<string> Troubles(Order order)
    {
        if (order.Has(OrderFlags.PaidUnfilled) || order.Has(OrderFlags.PaidTwice))
            yield return "Money came that is owed back to the shopper, and is not all back yet.";
        if (order.Has(OrderFlags.RefundStuck))
            yield return "A refund came to nothing: try 'orders refund' again, or give the money back in another way.";
        if (order.Has(OrderFlags.Disputed))
            yield return "The payment is disputed at the bank: do not ship, and answer in the payment gateway's dashboard.";
        if (order.Has(OrderFlags.ReturnAsked))
            yield return "The shopper asks to send goods back: say yes or no on the order's page at the desk.";
        if (order.Has(OrderFlags.Withdrawn))
            yield return "The shopper withdrew from the contract: give the money back in time with 'orders refund'; see below.";
    }

    private static DateTimeOffset DueOf(Withdrawal said) => said.At.AddDays(WithdrawalPeriod.RefundDays);

    private static string PiecesOf(Order order, Withdrawal said) => string.Join(", ", said.Lines.Select(piece =>
        string.Create(
            CultureInfo.InvariantCulture,
            $"{piece.Quantity} x {order.Lines.FirstOrDefault(line => line.Sku == piece.Sku)?.Title ?? piece.Sku.Value}")));

    /// <summary>What a credit note needs: the share of each line and of the delivery, with its VAT.</summary>
    private static Table PartsOf(Order order, Refund refund, PaymentLedger ledger)
    {
        var table = new Table()
            .Border(TableBorder.Rounded)
            .AddColumns($"Refund {Markup.Escape(refund.Reference ?? refund.Id)}", "Pieces", "Amount", "VAT in it");
        foreach (var part in refund.Parts)
            table.AddRow(
                Markup.Escape(
                    part.Sku is { } sku ? order.Lines.FirstOrDefault(line => line.Sku == sku)?.Title ?? sku.Value : order.Delivery.Name),
                part.Pieces == 0 ? "" : part.Pieces.ToString(CultureInfo.InvariantCulture),
                Markup.Escape(Price(part.Amount)),
                Markup.Escape(Price(part.Vat)));
        table.AddRow(
            $"[bold]{ledger.StateOf(refund)}[/] ({refund.Cause}, {At(refund.At)})", "", $"[bold]{Markup.Escape(Price(refund.Amount))}[/]",
            "");
        return table;
    }

    private static Table LinesOf(Order order)
    {
        var table = new Table().Border(TableBorder.Rounded).AddColumns("SKU", "Goods", "Pieces", "Price");
        foreach (var line in order.Lines)
            table.AddRow(
                Markup.Escape(line.Sku.Value), Markup.Escape(line.Options.Length == 0 ? line.Title : $"{line.Title} ({line.Options})"),
                line.Quantity.ToString(CultureInfo.InvariantCulture), Markup.Escape(Price(line.Total)));
        table.AddRow("", Markup.Escape(order.Delivery.Name), "", Markup.Escape(Price(order.Delivery.Price)));
        table.AddRow("", "VAT included", "", Markup.Escape(Price(order.Vat)));
        table.AddRow("", "[bold]Total[/]", "", $"[bold]{Markup.Escape(Price(order.Total))}[/]");
        return table;
    }

    private static string StateOf(Order order) =>
        order.Flags == OrderFlags.None ? order.State.ToString() : $"{order.State} ({order.Flags})";

    private static string Price(Money money) => money.Show(Texts.Of(Language.English));

    private static string At(DateTimeOffset at) => at.ToString("yyyy-MM-dd HH:mm'Z'", CultureInfo.InvariantCulture);
}
