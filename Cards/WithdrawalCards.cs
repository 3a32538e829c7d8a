using CommerceBot.Orders;
using Microsoft.Bot.Schema;

namespace CommerceBot.Cards;

/// <summary>The two steps of a withdrawal: the declaration with all that it says, and the button that sends it.</summary>
internal static class WithdrawalCards
{
    /// <summary>The button that leads to the first step, on an order.</summary>
    public static CardAction Button(OrderNumber order, Texts texts) =>
        ActionButton.For(texts.Get("button.withdraw"), new ShopAction.Withdraw(order, WithdrawnPieces.All));

    /// <summary>The declaration, filled in. The second button of it says nothing but that it is confirmed (art. 11a(3)).</summary>
    public static Attachment Declaration(Order order, IReadOnlyList<int> pieces, string email, Texts texts)
    {
        var codes = WithdrawnPieces.Write(pieces);
        var confirm = new ShopAction.ConfirmWithdrawal(order.Number, order.Withdrawals.Count, codes);
        List<CardAction> buttons = [ActionButton.For(texts.Get("button.withdraw.confirm"), confirm)];
        if (order.LeftToWithdraw().Sum(line => line.Quantity) > 1)
            buttons.Add(ActionButton.For(texts.Get("button.withdraw.pieces"), new ShopAction.ChooseWithdrawn(order.Number, codes, 0)));
        buttons.Add(ActionButton.For(texts.Get("button.withdraw.email"), new ShopAction.AskWithdrawalEmail(order.Number, codes)));
        return new HeroCard(
            texts.Get("withdrawal.title", ("number", order.Number)),
            texts.Get("withdrawal.who", ("name", order.Contact.Name), ("email", email)),
            string.Join('\n', Lines(order, pieces, texts)),
            buttons: buttons).ToAttachment();
    }

    /// <summary>One line of the order, with the pieces of it that the declaration is about.</summary>
    public static Attachment InRow(Order order, int line, IReadOnlyList<int> pieces, Texts texts)
    {
        var left = order.LeftToWithdraw()[line].Quantity;
        List<CardAction> buttons = [];
        if (pieces[line] < left)
            buttons.Add(ActionButton.For(texts.Get("button.withdraw.all"), With(left)));
        if (pieces[line] > 1)
            buttons.Add(ActionButton.For(texts.Get("button.withdraw.fewer"), With(pieces[line] - 1)));
        if (pieces[line] > 0)
            buttons.Add(ActionButton.For(texts.Get("button.withdraw.keep"), With(0)));
        return new HeroCard(
            CheckoutCards.Goods(order.Lines[line]),
            texts.Get("withdrawal.pieces", ("pieces", pieces[line]), ("left", left)), buttons: buttons).ToAttachment();

        ShopAction.Withdraw With(int count) =>
            new(order.Number, WithdrawnPieces.Write(pieces.Select((before, at) => at == line ? count : before)));
    }

    /// <summary>Pieces and goods, one line each.</summary>
    public static IEnumerable<string> Lines(Order order, IReadOnlyList<int> pieces, Texts texts) =>
        order.Lines.Zip(pieces).Where(each => each.Second > 0).Select(each => texts.Get(
            "order.parcel.line", ("quantity", each.Second), ("product", CheckoutCards.Goods(each.First))));
}
