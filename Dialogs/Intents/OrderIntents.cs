using CommerceBot.Cards;
using CommerceBot.Chats;
using CommerceBot.Orders;
using CommerceBot.Recognition;
using CommerceBot.Recognition.Entities;
using Microsoft.Bot.Schema;
using Intent = CommerceBot.Recognition.Intent;

namespace CommerceBot.Dialogs;

/// <summary>Sentences about orders: where one is, calling one off, sending one back, something that went wrong.</summary>
internal sealed class OrderIntents(TopicAnswers topics, Welcome welcome, ShopSettings shop)
{
    private const int Newest = 10;

    private static readonly HashSet<string> AddressWords = new(StringComparer.Ordinal)
    {
        "indirizzo", "l'indirizzo", "via", "civico", "cap", "citta", "provincia", "consegna", "address", "street", "zip", "postcode",
        "town", "city", "number",
    };

    public async Task<ShopAction?> HandleAsync(ShopTurn turn, Intent intent, RecognizedUtterance said, CancellationToken cancellationToken)
    {
        var named = await NamedAsync(turn, said, cancellationToken);
        switch (intent)
        {
            case Intent.OrderStatus:
                return await StatusAsync(turn, named, cancellationToken);
            case Intent.Reorder:
                return await ReorderAsync(turn, named, cancellationToken);
            case Intent.CancelOrder:
                await CancelAsync(turn, named, cancellationToken);
                return null;
            case Intent.Invoice:
                return await ReceiptAsync(turn, named, said.Text, cancellationToken);
            case Intent.RefundReturn when Withdraws(said.Text):
                return named is null ? new ShopAction.AskWithdrawal() : new ShopAction.Withdraw(named.Number, WithdrawnPieces.All);
            case Intent.RefundReturn when !IsQuestion(said.Text) && await ReturnHandler.HasAnyAsync(turn, cancellationToken):
                return named is { } back && back.MayAskReturn()
                    ? new ShopAction.AskReturn(back.Number, WithdrawnPieces.All)
                    : new ShopAction.AskReturns();
            case Intent.RefundReturn:
                if (!await topics.TryAsync(turn, intent, cancellationToken))
                    await PersonAsync(turn, turn.Texts.Get("refund.person"), ChatReason.Refund, cancellationToken);
                return null;
            case Intent.Complaint when said.Entities.Complaint is ComplaintKind.Broken or ComplaintKind.Wrong
                    && await ReturnHandler.HasAnyAsync(turn, cancellationToken):
                await turn.SendTextAsync(turn.Texts.Get($"{Sorry(said.Entities.Complaint)}.return"));
                return new ShopAction.AskReturns();
            default:
                await PersonAsync(turn, turn.Texts.Get(Sorry(said.Entities.Complaint)), ChatReason.Complaint, cancellationToken);
                return null;
        }
    }

    /// <summary>Whether a sentence declares a withdrawal, and does not ask about one. Only the button of the function withdraws.</summary>
    private static bool Withdraws(string text) => !IsQuestion(text)
        && IntentPhrases.Fold(text).Split(' ').Any(word =>
            word.StartsWith("reced", StringComparison.Ordinal) || word is "recesso" or "withdraw" or "withdrawal" or "withdrawing");

    private static bool IsQuestion(string text) => text.Contains('?', StringComparison.Ordinal);

    private static string Sorry(ComplaintKind kind) => kind switch
    {
        ComplaintKind.Broken => "complaint.broken",
        ComplaintKind.Wrong => "complaint.wrong",
        ComplaintKind.Missing => "complaint.missing",
        ComplaintKind.Late => "complaint.late",
        _ => "complaint.other",
    };

    private async Task<ShopAction?> StatusAsync(ShopTurn turn, Order? named, CancellationToken cancellationToken)
    {
        var orders = named is null ? await turn.Orders.NewestAsync(turn.Shopper, Newest, cancellationToken) : [named];
        if (orders.Count != 1)
            return new ShopAction.MyOrders();
        await OrdersHandler.ShowAsync(turn, orders[0], shop, cancellationToken);
        return null;
    }

    private static async Task<ShopAction?> ReorderAsync(ShopTurn turn, Order? named, CancellationToken cancellationToken)
    {
        var last = named ?? (await turn.Orders.NewestAsync(turn.Shopper, 1, cancellationToken) is [var newest, ..] ? newest : null);
        return last is null ? new ShopAction.MyOrders() : new ShopAction.OrderAgain(last.Number);
    }

    /// <summary>A sentence cancels nothing: the order is shown with the button that does.</summary>
    private async Task CancelAsync(ShopTurn turn, Order? named, CancellationToken cancellationToken)
    {
        var orders = named is null ? await turn.Orders.NewestAsync(turn.Shopper, Newest, cancellationToken) : [named];
        if (orders.FirstOrDefault(order => order.AwaitsMoney) is { } unpaid)
            await turn.SendTextAsync(
                turn.Texts.Get("cancel.confirm", ("number", unpaid.Number)),
                [
                    ActionButton.For(turn.Texts.Get("button.cancel.order"), new ShopAction.CancelOrder(unpaid.Number)),
                    .. CatalogHandler.Around(turn),
                ]);
        else if (orders.Where(order => order.IsPaid).ToList() is { Count: > 0 } paid)
            await CancelPaidAsync(turn, paid, cancellationToken);
        else if (orders.Count > 0)
            await OrdersHandler.ShowAsync(turn, orders[0], shop, cancellationToken);
        else if ((await turn.Orders.DraftAsync(turn.Shopper, cancellationToken)).Buying is not null)
            await turn.SendTextAsync(
                turn.Texts.Get("cancel.draft"),
                [ActionButton.For(turn.Texts.Get("button.resume"), new ShopAction.Resume()), .. CatalogHandler.Around(turn)]);
        else
            await turn.SendTextAsync(turn.Texts.Get("orders.none"), CatalogHandler.Around(turn));
    }

    /// <summary>Of several the shopper says which; what is on its way already is told as that.</summary>
    private async Task CancelPaidAsync(ShopTurn turn, List<Order> paid, CancellationToken cancellationToken)
    {
        var open = shop.CancelPaid ? paid.Where(order => order.CanBeGivenBack).ToList() : [];
        if (open.Count > 1)
        {
            await turn.SendAsync(Reply.Row(
                turn.Texts.Get("cancel.which"),
                open.Select(order => OrderCards.InRow(
                    order, turn.ToShopTime(order.Created), turn.Texts, new OrderOffers(Cancel: true))),
                CatalogHandler.Around(turn)));
            return;
        }

        var order = open.Count == 1 ? open[0] : paid[0];
        await CancelHandler.AnswerAsync(turn, order, await turn.Payments.LedgerAsync(order.Id, cancellationToken), shop);
    }

    /// <summary>"The address is wrong", said when no checkout is open: meant is the order that did not leave, if it is one.</summary>
    public static async Task<ShopAction?> ReaddressAsync(ShopTurn turn, string text, CancellationToken cancellationToken)
    {
        if (!IntentPhrases.Fold(text).Split(' ').Any(AddressWords.Contains))
            return null;
        var open = (await turn.Orders.NewestAsync(turn.Shopper, Newest, cancellationToken)).Where(AddressChange.IsOpen).ToList();
        return open is [var only] ? new ShopAction.ChangeAddress(only.Number) : null;
    }

    /// <summary>A receipt is shown again; an invoice, or a receipt of nobody's order, is a question to the shop.</summary>
    private async Task<ShopAction?> ReceiptAsync(ShopTurn turn, Order? named, string text, CancellationToken cancellationToken)
    {
        var orders = named is null ? await turn.Orders.NewestAsync(turn.Shopper, Newest, cancellationToken) : [named];
        if (IsAboutReceipt(text) && orders.FirstOrDefault(order => order.IsPaid) is { } paid)
            return new ShopAction.SendReceipt(paid.Number);
        await topics.TryAsync(turn, Intent.Invoice, cancellationToken);
        return null;
    }

    private static bool IsAboutReceipt(string text)
    {
        var words = IntentPhrases.Fold(text).Split(' ');
        return words.Any(word =>
                word is "ricevuta" or "ricevute" or "scontrino" or "receipt" or "receipts" or "conferma" or "confirmation")
            && !words.Any(word => word.StartsWith("fattur", StringComparison.Ordinal) || word is "invoice" or "vat" or "iva");
    }

    private async Task PersonAsync(ShopTurn turn, string text, ChatReason reason, CancellationToken cancellationToken)
    {
        IEnumerable<CardAction> orders = (await turn.Orders.NewestAsync(turn.Shopper, 1, cancellationToken)).Count > 0
            ? [ActionButton.For(turn.Texts.Get("button.orders"), new ShopAction.MyOrders())]
            : [];
        await turn.SendTextAsync(text, orders);
        await welcome.PersonAsync(turn, cancellationToken, reason);
    }

    private static async Task<Order?> NamedAsync(ShopTurn turn, RecognizedUtterance said, CancellationToken cancellationToken)
    {
        foreach (var number in said.Entities.OrderNumbers)
            if (await OrdersHandler.TryFindAsync(turn, number, cancellationToken) is { } order)
                return order;
        return null;
    }
}
