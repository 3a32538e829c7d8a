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
            string.Join('\n', PieceCards.Lines(order, pieces, texts)),
            buttons: buttons).ToAttachment();
    }

    /// <summary>One line of the order, with the pieces of it that the declaration is about.</summary>
    public static Attachment Line(Order order, int line, IReadOnlyList<int> pieces, Texts texts) =>
        PieceCards.Line(
            order, line, pieces, codes => new ShopAction.Withdraw(order.Number, codes), ("button.withdraw.all", "withdrawal.pieces"),
            texts);
}
