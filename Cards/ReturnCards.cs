using CommerceBot.Orders;
using Microsoft.Bot.Schema;

namespace CommerceBot.Cards;

/// <summary>Asking to send goods back: which pieces, and why.</summary>
internal static class ReturnCards
{
    /// <summary>The pieces, and a button for each reason.</summary>
    public static Attachment Request(Order order, IReadOnlyList<int> pieces, Texts texts) => new HeroCard(
        texts.Get("return.title", ("number", order.Number)),
        text: string.Join('\n', PieceCards.Lines(order, pieces, texts)),
        buttons:
        [
            .. Enum.GetValues<ReturnReason>().Select(reason => ActionButton.For(
                texts.Get($"button.return.{reason}"),
                new ShopAction.ReturnFor(order.Number, reason, WithdrawnPieces.Write(pieces)))),
        ]).ToAttachment();

    /// <summary>One of several orders of which something may come back.</summary>
    /// <param name="withdraws">Whether its withdrawal function is open.</param>
    public static Attachment InRow(Order order, DateTimeOffset placed, bool withdraws, Texts texts)
    {
        List<CardAction> buttons = withdraws ? [WithdrawalCards.Button(order.Number, texts)] : [];
        if (order.MayAskReturn())
            buttons.Add(ActionButton.For(texts.Get("button.return"), new ShopAction.AskReturn(order.Number, WithdrawnPieces.All)));
        return new HeroCard(
            texts.Get("order.title", ("number", order.Number)),
            texts.Get(
                "order.line", ("state", OrderCards.State(order, texts)), ("total", order.Total.Show(texts)),
                ("date", placed.ToString("d MMM yyyy", texts.Culture))),
            buttons: buttons).ToAttachment();
    }

    /// <summary>One line of the order, with the pieces of it that are to come back.</summary>
    public static Attachment Line(Order order, int line, IReadOnlyList<int> pieces, Texts texts) =>
        PieceCards.Line(
            order, line, pieces, codes => new ShopAction.AskReturn(order.Number, codes), ("button.return.all", "return.pieces"), texts);
}
