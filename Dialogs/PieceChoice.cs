using CommerceBot.Cards;
using CommerceBot.Orders;
using Microsoft.Bot.Schema;

namespace CommerceBot.Dialogs;

/// <summary>The lines of an order of which pieces are chosen for a withdrawal or a return, a page at a time.</summary>
/// <param name="Codes">What is chosen so far (<see cref="WithdrawnPieces"/>).</param>
/// <param name="Page">The first is 0.</param>
internal sealed record PieceChoice(Order Order, string Codes, int Page)
{
    private const int PerPage = 10;

    /// <param name="prompt">The name of the text above the lines.</param>
    /// <param name="more">What leads to the next page.</param>
    /// <returns>Whether the page has lines; nothing is said when it has none.</returns>
    public async Task<bool> ShowAsync(
        ShopTurn turn, string prompt, Func<Order, int, IReadOnlyList<int>, Texts, Attachment> card, ShopAction more)
    {
        var left = Order.LeftToWithdraw();
        var lines = Enumerable.Range(0, Order.Lines.Count).Where(line => left[line].Quantity > 0).ToList();
        var shown = lines.Skip(Page * PerPage).Take(PerPage).ToList();
        if (shown.Count == 0)
            return false;
        var pieces = WithdrawnPieces.Read(Codes, Order);
        CardAction[] quick = lines.Count > (Page + 1) * PerPage ? [ActionButton.For(turn.Texts.Get("button.more"), more)] : [];
        await turn.SendAsync(Reply.Row(turn.Texts.Get(prompt), shown.Select(line => card(Order, line, pieces, turn.Texts)), quick));
        return true;
    }
}
