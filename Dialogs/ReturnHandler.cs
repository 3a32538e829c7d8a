using CommerceBot.Cards;
using CommerceBot.Mails;
using CommerceBot.Orders;
using Microsoft.Bot.Schema;

namespace CommerceBot.Dialogs;

/// <summary>
/// Sending goods back: by the withdrawal function while its time runs, which asks for no reason; else, and for goods that came damaged
/// or wrong, by a request that the merchant answers.
/// </summary>
internal static class ReturnHandler
{
    private const int MostLookedAt = 50;
    private const int PerPage = 10;
    private const int LongestText = 500;

    /// <summary>Whether anything of the shopper's may come back.</summary>
    public static async Task<bool> HasAnyAsync(ShopTurn turn, CancellationToken cancellationToken) =>
        (await turn.Orders.NewestAsync(turn.Shopper, MostLookedAt, cancellationToken)).Any(order => IsOpen(turn, order));

    /// <summary>The orders of which something may come back; of one alone, its choices.</summary>
    public static async Task ListAsync(ShopTurn turn, CancellationToken cancellationToken)
    {
        var orders = (await turn.Orders.NewestAsync(turn.Shopper, MostLookedAt, cancellationToken))
            .Where(order => IsOpen(turn, order)).Take(PerPage).ToList();
        if (orders is [var only])
            await ShowAsync(turn, only.Number, WithdrawnPieces.All, cancellationToken);
        else if (orders.Count == 0)
            await turn.SendTextAsync(turn.Texts.Get("return.none"), [Person(turn), .. CatalogHandler.Around(turn)]);
        else
            await turn.SendAsync(Reply.Row(
                turn.Texts.Get("return.which"),
                orders.Select(order => ReturnCards.InRow(order, turn.ToShopTime(order.Created), Withdraws(turn, order), turn.Texts)),
                CatalogHandler.Around(turn)));
    }

    /// <summary>What is to come back, and why.</summary>
    public static async Task ShowAsync(ShopTurn turn, OrderNumber number, string pieces, CancellationToken cancellationToken)
    {
        if (await OpenAsync(turn, number, cancellationToken) is { } order)
            await ShowAsync(turn, order, pieces);
    }

    /// <summary>Lines and pieces, to choose of.</summary>
    public static async Task ChooseAsync(ShopTurn turn, ShopAction.ChooseReturned choose, CancellationToken cancellationToken)
    {
        if (await OpenAsync(turn, choose.Order, cancellationToken) is not { } order)
            return;
        var choice = new PieceChoice(order, choose.Pieces, choose.Page);
        if (!await choice.ShowAsync(turn, "return.choose", ReturnCards.Line, choose with { Page = choose.Page + 1 }))
            await ShowAsync(turn, order, choose.Pieces);
    }

    /// <summary>Keeps the request with the order, and mails it to both, all in this turn.</summary>
    public static async Task SendAsync(ShopTurn turn, ShopAction.SendReturn send, string? text, CancellationToken cancellationToken)
    {
        if (await OpenAsync(turn, send.Order, cancellationToken) is not { } order)
            return;
        var lines = order.Stock.Zip(WithdrawnPieces.Read(send.Pieces, order), (line, count) => line with { Quantity = count })
            .Where(line => line.Quantity > 0).ToList();
        var request = new ReturnRequest(turn.Now, send.Reason, lines, Short(text));
        if (order.AskReturn(request) is not TransitionResult.Accepted { Order: var asked })
        {
            await ShowAsync(turn, order, WithdrawnPieces.All);
            return;
        }

        turn.Orders.Save(asked);
        turn.Orders.Record(order.Id, new OrderEvent(OrderEventKind.ReturnAsked, turn.Now, null, new(request.Text, Lines: lines)));
        await OrderMails.SendAsync(turn, asked, OrderMailKind.ReturnAsked, cancellationToken);
        if (turn.Mails is { } mails)
            await mails.SendAsync(new MerchantMail(asked, turn.Now, Did: ShopperDid.ReturnAsked), cancellationToken);
        await turn.SendTextAsync(
            turn.Texts.Get("return.asked", ("number", order.Number), ("email", order.Contact.Email)),
            [ActionButton.For(turn.Texts.Get("button.orders"), new ShopAction.MyOrders()), .. CatalogHandler.Around(turn)]);
    }

    /// <summary>What the shopper reads of the merchant's answer.</summary>
    public static string AnswerOf(Order order, ReturnAnswer answer, ShopSettings shop, Texts texts)
    {
        var said = texts.Get(answer.IsApproved ? "return.approved" : "return.declined", ("number", order.Number));
        var word = answer.Text is { } text ? texts.Get("return.answer.word", ("text", text)) : null;
        var how = answer.IsApproved ? ReturnTexts.HowToSendAtOurCost(shop, texts) : null;
        return string.Join(' ', new[] { said, word, how }.OfType<string>());
    }

    private static bool IsOpen(ShopTurn turn, Order order) =>
        order.MayAskReturn() || order.OpenReturn() is not null || (Withdraws(turn, order) && !IsOnlyPaid(order));

    /// <summary>What did not leave is cancelled rather than sent back.</summary>
    private static bool IsOnlyPaid(Order order) => order.State == OrderState.Paid;

    private static bool Withdraws(ShopTurn turn, Order order) => WithdrawalHandler.IsOpen(turn, order);

    private static Task ShowAsync(ShopTurn turn, Order order, string codes)
    {
        var withdraws = Withdraws(turn, order);
        var pieces = WithdrawnPieces.Read(codes, order);
        List<CardAction> quick = withdraws ? [WithdrawalCards.Button(order.Number, turn.Texts)] : [];
        if (order.LeftToWithdraw().Sum(line => line.Quantity) > 1)
            quick.Add(ActionButton.For(
                turn.Texts.Get("button.withdraw.pieces"),
                new ShopAction.ChooseReturned(order.Number, WithdrawnPieces.Write(pieces), 0)));
        return turn.SendAsync(Reply.Card(
            turn.Texts.Get(withdraws ? "return.or.withdraw" : "return.why"), ReturnCards.Request(order, pieces, turn.Texts),
            [.. quick, Person(turn)]));
    }

    /// <summary>The shopper's own order, while something of it may be asked back; else they are told why not.</summary>
    private static async Task<Order?> OpenAsync(ShopTurn turn, OrderNumber number, CancellationToken cancellationToken)
    {
        if (await OrdersHandler.MineAsync(turn, number, cancellationToken) is not { } order)
            return null;
        if (order.MayAskReturn())
            return order;
        await turn.SendTextAsync(
            turn.Texts.Get(order.OpenReturn() is null ? "return.nothing" : "return.waits", ("number", order.Number)),
            [ActionButton.For(turn.Texts.Get("button.order.details"), new ShopAction.ShowOrder(order.Number)), Person(turn)]);
        return null;
    }

    private static string? Short(string? text)
    {
        var tidy = TextNormalization.OneLine(text);
        if (tidy.Length == 0)
            return null;
        return tidy.Length <= LongestText ? tidy : tidy[..(char.IsHighSurrogate(tidy[LongestText - 1]) ? LongestText - 1 : LongestText)];
    }

    private static CardAction Person(ShopTurn turn) => ActionButton.For(turn.Texts.Get("button.person"), new ShopAction.Person());
}
