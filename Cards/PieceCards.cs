using CommerceBot.Orders;
using Microsoft.Bot.Schema;

namespace CommerceBot.Cards;

/// <summary>How many pieces of each line of an order a withdrawal or a return is about.</summary>
internal static class PieceCards
{
    /// <summary>One line of the order, with buttons for all of it, one piece fewer, and none.</summary>
    /// <param name="action">What a button does, by the pieces that it leaves chosen (<see cref="WithdrawnPieces"/>).</param>
    /// <param name="words">The names of two texts: the button for all, and how many pieces are chosen.</param>
    public static Attachment Line(
        Order order, int line, IReadOnlyList<int> pieces, Func<string, ShopAction> action, (string All, string Chosen) words, Texts texts)
    {
        var left = order.LeftToWithdraw()[line].Quantity;
        List<CardAction> buttons = [];
        if (pieces[line] < left)
            buttons.Add(Button(words.All, left));
        if (pieces[line] > 1)
            buttons.Add(Button("button.withdraw.fewer", pieces[line] - 1));
        if (pieces[line] > 0)
            buttons.Add(Button("button.withdraw.keep", 0));
        return new HeroCard(
            CheckoutCards.Goods(order.Lines[line]),
            texts.Get(words.Chosen, ("pieces", pieces[line]), ("left", left)), buttons: buttons).ToAttachment();

        CardAction Button(string text, int count) => ActionButton.For(
            texts.Get(text), action(WithdrawnPieces.Write(pieces.Select((before, at) => at == line ? count : before))));
    }

    /// <summary>Pieces and goods, one line each.</summary>
    public static IEnumerable<string> Lines(Order order, IReadOnlyList<int> pieces, Texts texts) =>
        order.Lines.Zip(pieces).Where(each => each.Second > 0).Select(each => texts.Get(
            "order.parcel.line", ("quantity", each.Second), ("product", CheckoutCards.Goods(each.First))));
}
