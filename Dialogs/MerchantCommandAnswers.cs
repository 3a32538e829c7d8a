using CommerceBot.Catalog;
using CommerceBot.Orders;
using CommerceBot.Payments;

namespace CommerceBot.Dialogs;

/// <summary>What a merchant is answered, and what is written down of what they did.</summary>
internal static class MerchantCommandAnswers
{
    /// <summary>The code of an answer when it was so before.</summary>
    public const string Unchanged = "unchanged";

    public static OrderCommandAnswer Cancelled(Order before, PaymentDecision decision) =>
        decision switch
        {
            _ when RefundOf(decision) is not null => Refunded(before, decision),
            { Order.State: OrderState.Cancelled } when before.State != OrderState.Cancelled => new(
                true, $"Order {before.Number} is cancelled.", Code: "cancelled"),
            _ when decision.Order.Has(OrderFlags.Cancelling) => new(
                true,
                $"The payment gateway is asked to close the payment of order {before.Number}; it is cancelled as soon as the gateway says "
                + "so, unless it was paid meanwhile.",
                Code: "cancelling"
            ),
            _ => new(true, $"Order {before.Number} was closed before; nothing changed.", Code: Unchanged),
        };

    public static OrderCommandAnswer Refunded(Order before, PaymentDecision decision)
    {
        var asked =
            RefundOf(decision)
            ?? throw new InvalidOperationException($"A refund of order {before.Number} was neither asked for nor refused.");
        return decision.Order.State == OrderState.Cancelled && before.State != OrderState.Cancelled
            ? new(
                true,
                $"Order {before.Number} is cancelled, its goods are for sale again, and the payment gateway is asked to give back "
                + $"{asked.Amount.Plain()}.",
                Code: "cancelled.refund",
                Amount: asked.Amount.Plain()
            )
            : new(
                true,
                $"The payment gateway is asked to give back {asked.Amount.Plain()} of order "
                + $"{before.Number}{(asked.Cause == RefundCause.Merchant ? "" : ", which was owed")}; you are told when it has.",
                Code: "refunded",
                Amount: asked.Amount.Plain()
            );
    }

    public static OrderCommandAnswer Replayed(PaymentDecision decision, string key) =>
        decision switch
        {
            _ when decision.Settled.Contains(key) => new(
                true, $"Call {key} of order {decision.Order.Number} is settled: {decision.Ledger.FateOf(key)}. It is not made again.",
                Code: "replay.settled"),
            _ => new(
                true,
                $"The payment gateway is asked what it has of call {key} of order {decision.Order.Number}, before anything is made again.",
                Code: "replay.asked"),
        };

    /// <summary>What is written down of a command that was carried out.</summary>
    public static OrderEvent EventOf(string name, Order order, OrderCommand command, OrderCommandAnswer answer, DateTimeOffset now)
    {
        var lines = (command.Lines ?? command.Refund?.Lines)?.Select(line => new StockLine(new Sku(line.Sku), line.Quantity)).ToList();
        return name switch
        {
            OrderCommands.Ship => Of(
                OrderEventKind.Shipped, new(Carrier: command.Carrier, Tracking: command.Tracking, Lines: lines)),
            OrderCommands.Deliver => Of(OrderEventKind.Delivered, new()),
            OrderCommands.Cancel => Of(OrderEventKind.CancelRequested, new(command.Text, answer.Amount)),
            OrderCommands.Refund => Of(
                OrderEventKind.RefundRequested,
                new(command.Text, answer.Amount, Lines: lines, Restock: command.Refund?.Restock ?? false)),
            OrderCommands.Replay => Of(OrderEventKind.CallReplayed, new(command.Call)),
            OrderCommands.Tracking => Of(OrderEventKind.TrackingCorrected, new(Carrier: command.Carrier, Tracking: command.Tracking)),
            OrderCommands.Note => Of(OrderEventKind.NoteAdded, new(command.Text)),
            OrderCommands.Contact => Of(OrderEventKind.ContactCorrected, new(Changes(order, command.Contact!))),
            OrderCommands.Return => Of(
                command.IsApproved == true ? OrderEventKind.ReturnApproved : OrderEventKind.ReturnDeclined, new(command.Text)),
            OrderCommands.Invoice when command.Invoice is { Number: { } made } => Of(
                OrderEventKind.InvoiceMade, new(made.Length == 0 ? null : made)),
            OrderCommands.Invoice => Of(OrderEventKind.InvoiceAsked, new(Changes(order.Invoice, command.Invoice!))),
            OrderCommands.Receipt => Of(OrderEventKind.ReceiptResent, new()),
            _ => throw new ArgumentOutOfRangeException(nameof(name), name, "No such command."),
        };

        OrderEvent Of(OrderEventKind kind, OrderEventDetail detail) => new(kind, now, command.By, detail);
    }

    /// <summary>What stood there, and what stands there now, as it was typed.</summary>
    private static string Changes(Order order, ContactChange change) =>
        string.Join("; ", new[]
        {
            Change(order.Contact.Email, change.Email), Change(order.Contact.Phone, change.Phone),
            Change(order.Address.Name, change.Name), Change(order.Address.Street, change.Street),
            Change(order.Address.Postcode, change.Postcode), Change(order.Address.City, change.City),
            Change(order.Address.CourierNote ?? "", change.CourierNote),
        }.OfType<string>());

    private static string Changes(Invoice? before, InvoiceChange after) =>
        string.Join("; ", new[]
        {
            Change(before?.Name ?? "", after.Name), Change(before?.VatNumber ?? "", after.VatNumber),
            Change(before?.TaxCode ?? "", after.TaxCode), Change(before?.Pec ?? "", after.Pec),
            Change(before?.RecipientCode ?? "", after.RecipientCode),
        }.OfType<string>());

    private static string? Change(string before, string? after) =>
        after is null || after == before ? null : before.Length == 0 ? after : $"{before} → {after}";

    private static RefundPayment? RefundOf(PaymentDecision decision) => decision.Calls.OfType<RefundPayment>().FirstOrDefault();
}
