using System.Text.Json;
using CommerceBot.Cards;
using CommerceBot.Catalog;
using CommerceBot.Mails;
using CommerceBot.Orders;
using CommerceBot.Payments;

namespace CommerceBot.Dialogs;

/// <summary>
/// The merchant's commands, carried out in the order's own lane; the shopper hears of each. Whether they could be told, the
/// command sees when the message has left: it is not claimed here. What was done is written down with who did it.
/// </summary>
internal sealed class MerchantCommandHandler(PaymentService payments, ShopSettings shop)
{
    public async Task<OrderCommandAnswer> DoAsync(ShopTurn turn, string name, JsonElement value, CancellationToken cancellationToken)
    {
        var command = OrderCommands.Read(value);
        if (await turn.Orders.FindAsync(new OrderId(command.Order), cancellationToken) is not { } order)
            return new OrderCommandAnswer(false, $"There is no order {command.Order} here.", Code: "unknown");
        turn.UseLanguageOf(order);
        var answer = await DoAsync(turn, order, name, command, cancellationToken);
        if (answer is { Done: true, Code: not MerchantCommandAnswers.Unchanged })
        {
            turn.Orders.Record(order.Id, MerchantCommandAnswers.EventOf(name, order, command, answer, turn.Now));
            await MailAsync(turn, order, name, command, cancellationToken);
        }

        return answer;
    }

    /// <summary>What moves money is mailed where that is decided.</summary>
    private static async Task MailAsync(
        ShopTurn turn, Order before, string name, OrderCommand command, CancellationToken cancellationToken)
    {
        if (await turn.Orders.FindAsync(before.Id, cancellationToken) is not { } order)
            return;
        var last = order.Shipments.Count - 1;
        switch (name)
        {
            case OrderCommands.Ship:
                await OrderMails.SendAsync(
                    turn, order, order.State == OrderState.PartlyShipped ? OrderMailKind.PartlyShipped : OrderMailKind.Shipped,
                    cancellationToken, last);
                break;
            case OrderCommands.Tracking:
                await OrderMails.SendAsync(turn, order, OrderMailKind.TrackingCorrected, cancellationToken, command.Parcel ?? last);
                break;
            case OrderCommands.Deliver:
                await OrderMails.SendAsync(turn, order, OrderMailKind.Delivered, cancellationToken);
                break;
            case OrderCommands.Return:
                await OrderMails.SendAsync(
                    turn, order, command.IsApproved == true ? OrderMailKind.ReturnApproved : OrderMailKind.ReturnDeclined,
                    cancellationToken);
                break;
            case OrderCommands.Contact:
                await OrderMails.SendAgainAsync(turn, order, before.Contact.Email, cancellationToken);
                break;
        }
    }

    private async Task<OrderCommandAnswer> DoAsync(
        ShopTurn turn, Order order, string name, OrderCommand command, CancellationToken cancellationToken)
    {
        Money? limit = command.RefundLimit is { } most ? new Money(most, order.Currency) : null;
        return name switch
        {
            OrderCommands.Ship => await ShipAsync(turn, order, command, cancellationToken),
            OrderCommands.Deliver => await MoveAsync(
                turn, order.Deliver(turn.Now), "delivered", _ => turn.Texts.Get("order.delivered", ("number", order.Number))),
            OrderCommands.Cancel => await DecideAsync(
                turn,
                order,
                new PaymentTrigger.CancelRequested(CancelledBy.Merchant, limit),
                MerchantCommandAnswers.Cancelled,
                cancellationToken),
            OrderCommands.Refund => await DecideAsync(
                turn, order, new PaymentTrigger.RefundRequested(RequestOf(order, command.Refund), command.Refund?.Restock ?? false, limit),
                MerchantCommandAnswers.Refunded, cancellationToken),
            OrderCommands.Replay => await DecideAsync(
                turn, order, new PaymentTrigger.ReplayRequested(command.Call ?? ""),
                (_, decision) => MerchantCommandAnswers.Replayed(decision, command.Call ?? ""), cancellationToken),
            OrderCommands.Tracking => await MoveAsync(
                turn, order.CorrectTracking(command.Parcel, command.Carrier, command.Tracking, turn.Now), "tracking corrected",
                corrected => turn.Texts.Get(
                    "order.tracking.corrected", ("number", order.Number),
                    ("tracking", corrected.Shipments[command.Parcel ?? ^1].Label())),
                corrected => shop.Tracking.Of(corrected.Shipments[command.Parcel ?? ^1], corrected.Address, turn.Language)),
            OrderCommands.Contact => await MoveAsync(
                turn, order.Correct(command.Contact ?? new ContactChange(), shop.Checkout, turn.Now), "corrected",
                corrected => turn.Texts.Get(
                    "order.contact.corrected", ("number", order.Number), ("contact", ContactOf(corrected, turn.Texts)))),
            OrderCommands.Return => await AnswerReturnAsync(turn, order, command),
            OrderCommands.Note => string.IsNullOrWhiteSpace(command.Text)
                ? new OrderCommandAnswer(false, "A note without words is none.", Code: "refused.WrongEntry")
                : new OrderCommandAnswer(true, $"The note is kept with order {order.Number}.", Code: "noted"),
            OrderCommands.Invoice => Keep(turn, command.Invoice switch
            {
                { Number: { } made } => order.MakeInvoice(made, turn.Now),
                { } data => order.AskInvoice(data, turn.Now),
                null => new TransitionResult.Refused(TransitionRefusal.WrongEntry, "There is nothing to keep."),
            }),
            OrderCommands.Receipt => await payments.SendReceiptAsync(turn, order, cancellationToken)
                ? new OrderCommandAnswer(true, $"The receipt of order {order.Number} is sent again.", Tells: true, Code: "receipt")
                : new OrderCommandAnswer(false, $"Order {order.Number} was never paid: it has no receipt.", Code: "refused.WrongState"),
            _ => throw new ArgumentOutOfRangeException(nameof(name), name, "No such command."),
        };
    }

    private async Task<OrderCommandAnswer> DecideAsync(
        ShopTurn turn, Order order, PaymentTrigger trigger, Func<Order, PaymentDecision, OrderCommandAnswer> say,
            CancellationToken cancellationToken)
    {
        var decision = await payments.DecideAsync(turn, order, trigger, cancellationToken);
        if (decision.Refusal is { } refusal)
            return new OrderCommandAnswer(false, refusal.Detail, Code: $"refused.{refusal.Reason}");
        var completed = decision.Order.CompletedBy(decision.Ledger.RefundedPieces(), turn.Now);
        if (!ReferenceEquals(completed, decision.Order))
            turn.Orders.Save(completed);
        return say(order, decision) with { Tells = decision.Notices.Count > 0 };
    }

    private async Task<OrderCommandAnswer> ShipAsync(
        ShopTurn turn, Order order, OrderCommand command, CancellationToken cancellationToken)
    {
        var ledger = await turn.Payments.LedgerAsync(order.Id, cancellationToken);
        var lines = command.Lines?.Select(line => new StockLine(new Sku(line.Sku), line.Quantity)).ToList();
        var result = order.Ship(new Parcel(command.Carrier, command.Tracking, lines), ledger.RefundedPieces(), turn.Now);
        var isPart = result is TransitionResult.Accepted { Order.State: OrderState.PartlyShipped };
        return await MoveAsync(turn, result, isPart ? "partly shipped" : "shipped", shipped => Shipped(turn, shipped, isPart),
            shipped => shop.Tracking.Of(shipped.Shipments[^1], shipped.Address, turn.Language));
    }

    private Task<OrderCommandAnswer> AnswerReturnAsync(ShopTurn turn, Order order, OrderCommand command)
    {
        var isApproved = command.IsApproved == true;
        var word = string.IsNullOrWhiteSpace(command.Text) ? null : command.Text.Trim();
        return MoveAsync(
            turn, order.AnswerReturn(new ReturnAnswer(turn.Now, isApproved, word)), isApproved ? "return approved" : "return declined",
            answered => ReturnHandler.AnswerOf(answered, answered.Returns[^1].Answer!, shop, turn.Texts));
    }

    private static string Shipped(ShopTurn turn, Order order, bool isPart)
    {
        var parcel = order.Shipments[^1];
        var key = isPart ? "order.shipped.part" : "order.shipped";
        var goods = string.Join(", ", parcel.Lines.Select(piece => turn.Texts.Get(
            "order.parcel.line", ("quantity", piece.Quantity),
            ("product", CheckoutCards.Goods(order.Lines.First(line => line.Sku == piece.Sku))))));
        return parcel.Label() is { Length: > 0 } tracking
            ? turn.Texts.Get($"{key}.tracking", ("number", order.Number), ("goods", goods), ("tracking", tracking))
            : turn.Texts.Get(key, ("number", order.Number), ("goods", goods));
    }

    private static string ContactOf(Order order, Texts texts) =>
        $"{order.Contact.Email}, {order.Contact.Phone}, {CheckoutCards.OneLine(order.Address, texts)}";

    /// <param name="track">The carrier's page about what was told; null where it is about no parcel.</param>
    private static async Task<OrderCommandAnswer> MoveAsync(
        ShopTurn turn, TransitionResult result, string done, Func<Order, string> told, Func<Order, Uri?>? track = null)
    {
        switch (result)
        {
            case TransitionResult.Accepted accepted:
                turn.Orders.Save(accepted.Order);
                await turn.SendAsync(track?.Invoke(accepted.Order) is { } page
                    ? Reply.Card(null, OrderCards.Notice(told(accepted.Order), page, turn.Texts))
                    : Reply.Text(told(accepted.Order)));
                return new OrderCommandAnswer(true, $"Order {accepted.Order.Number} is {done}.", Tells: true, Code: done);
            case TransitionResult.AlreadySo already:
                return new OrderCommandAnswer(
                    true, $"Order {already.Order.Number} was {done} before; nothing changed.", Code: MerchantCommandAnswers.Unchanged);
            case TransitionResult.Refused refused:
                return new OrderCommandAnswer(false, refused.Detail, Code: $"refused.{refused.Reason}");
            default:
                throw new InvalidOperationException($"{result} is no answer.");
        }
    }

    /// <summary>What concerns the merchant alone is told to nobody.</summary>
    private static OrderCommandAnswer Keep(ShopTurn turn, TransitionResult result)
    {
        switch (result)
        {
            case TransitionResult.Accepted accepted:
                turn.Orders.Save(accepted.Order);
                return new OrderCommandAnswer(true, $"It is kept with order {accepted.Order.Number}.", Code: "invoice");
            case TransitionResult.Refused refused:
                return new OrderCommandAnswer(false, refused.Detail, Code: $"refused.{refused.Reason}");
            default:
                return new OrderCommandAnswer(true, "It was so before; nothing changed.", Code: MerchantCommandAnswers.Unchanged);
        }
    }

    private static RefundRequest RequestOf(Order order, RefundTerms? terms) => terms switch
    {
        { Amount: { } amount } => new RefundRequest.Amount(new Money(amount, order.Currency)),
        { Lines.Count: > 0 } or { Delivery: true } =>
            new RefundRequest.Pieces([.. terms.Lines.Select(line => new StockLine(new Sku(line.Sku), line.Quantity))], terms.Delivery),
        _ => new RefundRequest.Everything(),
    };
}
