using CommerceBot.Cards;
using CommerceBot.Mails;
using CommerceBot.Orders;

namespace CommerceBot.Dialogs;

/// <summary>
/// Withdrawing from a contract (Directive 2011/83/EU, art. 11a, read 2026-11): the function, the declaration that is filled in, the
/// button that sends it, and its acknowledgement at once, in the chat and by mail. It is received, and never accepted or refused, here.
/// </summary>
internal static class WithdrawalHandler
{
    private const int MostLookedAt = 50;
    private const int PerPage = 10;

    /// <summary>Whether the shopper may withdraw from something of the order. What counts is when they said it.</summary>
    public static bool IsOpen(ShopTurn turn, Order order) => WithdrawalPeriod.IsOpen(order, turn.Sent, turn.Zone);

    /// <summary>The orders from which the shopper can withdraw; of one alone, its declaration.</summary>
    public static async Task ListAsync(ShopTurn turn, CancellationToken cancellationToken)
    {
        var orders = (await turn.Orders.NewestAsync(turn.Shopper, MostLookedAt, cancellationToken))
            .Where(order => IsOpen(turn, order)).Take(PerPage).ToList();
        if (orders is [var only])
            await ShowAsync(turn, only, WithdrawnPieces.All);
        else if (orders.Count == 0)
            await turn.SendTextAsync(
                turn.Texts.Get("withdrawal.none"),
                [
                    ActionButton.For(turn.Texts.Get("button.orders"), new ShopAction.MyOrders()),
                    ActionButton.For(turn.Texts.Get("button.person"), new ShopAction.Person()),
                ]);
        else
            await turn.SendAsync(Reply.Row(
                turn.Texts.Get("withdrawal.which"),
                orders.Select(order => OrderCards.InRow(
                    order, turn.ToShopTime(order.Created), turn.Texts, new OrderOffers(Withdraw: true))),
                CatalogHandler.Around(turn)));
    }

    /// <summary>The first step: the declaration, filled in.</summary>
    public static async Task ShowAsync(ShopTurn turn, OrderNumber number, string pieces, CancellationToken cancellationToken)
    {
        if (await OpenAsync(turn, number, cancellationToken) is { } order)
            await ShowAsync(turn, order, pieces);
    }

    /// <summary>Lines and pieces, to choose of.</summary>
    public static async Task ChooseAsync(ShopTurn turn, ShopAction.ChooseWithdrawn choose, CancellationToken cancellationToken)
    {
        if (await OpenAsync(turn, choose.Order, cancellationToken) is not { } order)
            return;
        var choice = new PieceChoice(order, choose.Pieces, choose.Page);
        if (!await choice.ShowAsync(turn, "withdrawal.choose", WithdrawalCards.Line, choose with { Page = choose.Page + 1 }))
            await ShowAsync(turn, order, choose.Pieces);
    }

    /// <summary>The second step: the declaration is received. The same one once more, tapped or replayed, is told as what it is.</summary>
    public static async Task ConfirmAsync(
        ShopTurn turn, ShopAction.ConfirmWithdrawal confirm, ShopSettings shop, CancellationToken cancellationToken)
    {
        if (await OrdersHandler.MineAsync(turn, confirm.Order, cancellationToken) is not { } order)
            return;
        if (confirm.Earlier < order.Withdrawals.Count)
        {
            await TellAsync(turn, order, order.Withdrawals[confirm.Earlier]);
            return;
        }

        if (!await IsOpenAsync(turn, order))
            return;
        var pieces = WithdrawnPieces.Read(confirm.Pieces, order);
        var ledger = await turn.Payments.LedgerAsync(order.Id, cancellationToken);
        var said = new Withdrawal(
            turn.Now, order.Contact.Name, turn.Conversation.WithdrawalEmail ?? order.Contact.Email,
            [.. order.Stock.Zip(pieces, (line, count) => line with { Quantity = count }).Where(line => line.Quantity > 0)],
            ledger.WentBack?.Minor ?? 0);
        if (await ReceiveAsync(turn, order, said, cancellationToken) is { } received)
        {
            turn.Conversation.WithdrawalEmail = null;
            await TellAsync(turn, received, said, HasLeft(received) ? ReturnTexts.HowToSend(shop, turn.Texts) : null);
        }
        else
        {
            await ShowAsync(turn, order, WithdrawnPieces.All);
        }
    }

    /// <summary>Keeps a declaration with the order, and mails it to the shopper and to the merchant, all in this turn.</summary>
    /// <returns>The order with it; null when it is about no pieces that are there.</returns>
    public static async Task<Order?> ReceiveAsync(ShopTurn turn, Order order, Withdrawal said, CancellationToken cancellationToken)
    {
        if (order.Withdraw(said) is not TransitionResult.Accepted { Order: var received })
            return null;
        turn.Orders.Save(received);
        turn.Orders.Record(
            order.Id,
            new OrderEvent(OrderEventKind.WithdrawalReceived, said.At, null, new($"{said.Name}, {said.Email}", Lines: said.Lines)));
        if (turn.Mails is { } mails)
        {
            await AcknowledgeAsync(turn, received, said, cancellationToken);
            await mails.SendAsync(new MerchantMail(received, said.At, Withdrawal: said), cancellationToken);
        }

        return received;
    }

    /// <summary>
    /// A declaration that came by the page. It is about an order only if number and e-mail are of one; whatever it is, it is
    /// received, and acknowledged to the address that was given. Of an order it reveals nothing to anybody else.
    /// </summary>
    public static async Task DeclaredAsync(ShopTurn turn, PageWithdrawal page, CancellationToken cancellationToken)
    {
        var order = OrderNumbers.TryParse(page.Number, out var number) ? await turn.Orders.FindAsync(number, cancellationToken) : null;
        if (order is not { IsPaid: true } || !order.Contact.Email.Equals(page.Email, StringComparison.OrdinalIgnoreCase))
            await UnmatchedAsync(turn, page, cancellationToken);
        else if (order.Withdrawals is [.., var last] && order.LeftToWithdraw().All(line => line.Quantity == 0))
            await AcknowledgeAsync(turn, order, last, cancellationToken);
        else if (!WithdrawalPeriod.IsOpen(order, page.At, turn.Zone))
            await UnmatchedAsync(turn, page, cancellationToken);
        else
            await WholeAsync(turn, order, page, cancellationToken);
    }

    private static async Task WholeAsync(ShopTurn turn, Order order, PageWithdrawal page, CancellationToken cancellationToken)
    {
        var ledger = await turn.Payments.LedgerAsync(order.Id, cancellationToken);
        var said = new Withdrawal(
            page.At, page.Name, page.Email, [.. order.LeftToWithdraw().Where(line => line.Quantity > 0)], ledger.WentBack?.Minor ?? 0);
        if (await ReceiveAsync(turn, order, said, cancellationToken) is null)
            await UnmatchedAsync(turn, page, cancellationToken);
    }

    /// <summary>Nobody knows what it is about, or it came late: a person looks.</summary>
    private static async Task UnmatchedAsync(ShopTurn turn, PageWithdrawal page, CancellationToken cancellationToken)
    {
        var mail = new DeclarationMail(page);
        turn.Orders.Record(
            mail.Key, new OrderEvent(OrderEventKind.WithdrawalReceived, page.At, null, new($"{page.Number}, {page.Name}, {page.Email}")));
        if (turn.Mails is { } mails)
            await mails.SendAsync(mail, cancellationToken);
    }

    private static Task AcknowledgeAsync(ShopTurn turn, Order order, Withdrawal said, CancellationToken cancellationToken) =>
        turn.Mails?.SendAsync(
            new OrderMail(OrderMailKind.WithdrawalReceived, order, said.At, Withdrawal: said), again: false, cancellationToken)
        ?? Task.CompletedTask;

    private static Task ShowAsync(ShopTurn turn, Order order, string codes) => turn.SendAsync(Reply.Card(
        turn.Texts.Get("withdrawal.text"),
        WithdrawalCards.Declaration(
            order, WithdrawnPieces.Read(codes, order), turn.Conversation.WithdrawalEmail ?? order.Contact.Email, turn.Texts)));

    private static bool HasLeft(Order order) => order.Shipments.Count > 0 || order.State is OrderState.Shipped or OrderState.Delivered;

    /// <param name="next">How the goods come back; null where there is nothing to send.</param>
    private static Task TellAsync(ShopTurn turn, Order order, Withdrawal said, string? next = null)
    {
        var received = turn.Texts.Get(
            "withdrawal.received", ("number", order.Number),
            ("at", turn.ToShopTime(said.At).ToString("d MMMM yyyy, HH:mm", turn.Texts.Culture)), ("name", said.Name),
            ("email", said.Email),
            ("goods", string.Join(", ", PieceCards.Lines(
                order, [.. order.Lines.Select(line => PiecesOf(said, line))], turn.Texts))));
        return turn.SendTextAsync(
            next is null ? received : $"{received}\n{next}",
            [ActionButton.For(turn.Texts.Get("button.orders"), new ShopAction.MyOrders()), .. CatalogHandler.Around(turn)]);
    }

    private static int PiecesOf(Withdrawal said, OrderLine line) =>
        said.Lines.Where(one => one.Sku == line.Sku).Sum(one => one.Quantity);

    /// <summary>The shopper's own order, while they may withdraw; else they are told why not.</summary>
    private static async Task<Order?> OpenAsync(ShopTurn turn, OrderNumber number, CancellationToken cancellationToken) =>
        await OrdersHandler.MineAsync(turn, number, cancellationToken) is { } order && await IsOpenAsync(turn, order) ? order : null;

    private static async Task<bool> IsOpenAsync(ShopTurn turn, Order order)
    {
        if (IsOpen(turn, order))
            return true;
        if (order.Withdrawals is [.., var last] && order.LeftToWithdraw().All(line => line.Quantity == 0))
            await TellAsync(turn, order, last);
        else if (order.IsPaid && WithdrawalPeriod.EndOf(order, turn.Zone) is { } end)
            await turn.SendTextAsync(
                turn.Texts.Get(
                    "withdrawal.late", ("number", order.Number),
                    ("date", turn.ToShopTime(end.AddTicks(-1)).ToString("d MMMM yyyy", turn.Texts.Culture))),
                [ActionButton.For(turn.Texts.Get("button.person"), new ShopAction.Person())]);
        else
            await turn.SendTextAsync(
                turn.Texts.Get("withdrawal.nothing", ("number", order.Number)),
                [ActionButton.For(turn.Texts.Get("button.orders"), new ShopAction.MyOrders())]);
        return false;
    }
}
