using CommerceBot.Cards;
using CommerceBot.Orders;
using CommerceBot.Payments;
using CommerceBot.Recognition;
using Microsoft.Bot.Builder.Dialogs;

namespace CommerceBot.Dialogs;

/// <summary>Leads every tap and every word to whoever answers it.</summary>
internal sealed class ActionRouter(
    Welcome welcome, PaymentService payments, IntentHandler intents, LinkHandler links, ShopSettings shop,
    PrivacyHandler privacy, ChatHandler chats)
{
    /// <summary>Opens the product that a link, an advertisement or a share names beside a message.</summary>
    /// <returns>Whether that is the whole answer; else the words wait for theirs.</returns>
    public Task<bool> TryOpenLinkAsync(ShopTurn turn, Utterance utterance, CancellationToken cancellationToken) =>
        links.TryOpenAsync(turn, utterance, cancellationToken);

    /// <summary>After all that a turn says: people of the shop are called where it is time to, and what they must see is kept.</summary>
    public Task EndAsync(ShopTurn turn, CancellationToken cancellationToken) => chats.EndAsync(turn, cancellationToken);

    /// <summary>Answers what no open dialog has answered.</summary>
    public async Task HandleAsync(ShopTurn turn, DialogContext stack, Utterance utterance, CancellationToken cancellationToken)
    {
        if ((utterance.Action ?? AsAction(utterance.Intent)) is { } action)
            await GoAsync(turn, stack, action, cancellationToken);
        else if (utterance.IsBroken)
            await Welcome.OfferAsync(turn, turn.Texts.Get("stale"), cancellationToken);
        else if (utterance.Text.Length == 0)
            await Welcome.OfferAsync(
                turn, turn.Texts.Get(turn.Context.Activity.Attachments is { Count: > 0 } ? "attachment" : "empty"), cancellationToken);
        else
            await InWordsAsync(turn, stack, utterance, cancellationToken);
        await AfterAsync(turn, stack, cancellationToken);
    }

    /// <summary>What a dialog ended with is what happens next.</summary>
    public async Task AfterAsync(ShopTurn turn, DialogContext stack, CancellationToken cancellationToken)
    {
        while (turn.Next is { } next)
        {
            turn.Next = null;
            await GoAsync(turn, stack, next, cancellationToken);
        }
    }

    private Task GoAsync(ShopTurn turn, DialogContext stack, ShopAction action, CancellationToken cancellationToken) => action switch
    {
        ShopAction.Start => welcome.GreetAsync(turn, cancellationToken),
        ShopAction.Menu or ShopAction.Cancel or ShopAction.Back => Welcome.MenuAsync(turn, cancellationToken),
        ShopAction.Help => Welcome.HelpAsync(turn, cancellationToken),
        ShopAction.Person => welcome.PersonAsync(turn, cancellationToken),
        ShopAction.AskTopic ask => TopicAsync(turn, ask.Topic, cancellationToken),
        ShopAction.Languages => Welcome.LanguagesAsync(turn),
        ShopAction.SetLanguage speak => Welcome.SpeakAsync(turn, speak.Language, cancellationToken),
        ShopAction.Categories categories => CatalogHandler.CategoriesAsync(turn, categories.Page, cancellationToken),
        ShopAction.BrowseCategory category => CatalogHandler.CategoryAsync(turn, category.Category, category.Page, cancellationToken),
        ShopAction.AskSearch => CatalogHandler.AskSearchAsync(turn),
        ShopAction.Search search => CatalogHandler.SearchAsync(turn, search.Query, search.Page, cancellationToken),
        ShopAction.Details details => CatalogHandler.DetailsAsync(turn, details.Product, cancellationToken),
        ShopAction.ChooseVariant choose => BeginAsync(stack, VariantDialog.Name, choose.Write(), cancellationToken),
        ShopAction.ShowCart cart => CartHandler.ShowAsync(turn, cart.Page, cancellationToken),
        ShopAction.AddToCart add => CartHandler.AddAsync(turn, add.Sku, add.Quantity, cancellationToken),
        ShopAction.SetQuantity set => CartHandler.SetAsync(turn, set.Sku, set.Quantity, cancellationToken),
        ShopAction.Remove remove => CartHandler.RemoveAsync(turn, remove.Sku, cancellationToken),
        ShopAction.ClearCart => CartHandler.ClearAsync(turn, cancellationToken),
        ShopAction.AskQuantity ask => BeginAsync(stack, QuantityDialog.Name, ask.Sku.Value, cancellationToken),
        ShopAction.MyOrders => OrdersHandler.ListAsync(turn, shop, cancellationToken),
        ShopAction.ShowOrder order => OrdersHandler.ShowAsync(turn, order.Order, shop, cancellationToken),
        ShopAction.ChangeAddress change => BeginAsync(stack, AddressChangeDialog.Name, change.Order.Value, cancellationToken),
        ShopAction.ChangeEmail change => BeginAsync(stack, EmailChangeDialog.Name, change.Order.Value, cancellationToken),
        ShopAction.MyData => PrivacyHandler.OfferAsync(turn),
        ShopAction.ExportData => PrivacyHandler.ExportAsync(turn, cancellationToken),
        ShopAction.AskErasure => privacy.AskErasureAsync(turn, cancellationToken),
        ShopAction.EraseData => privacy.EraseAsync(turn, stack, cancellationToken),
        ShopAction.AskReturns => ReturnHandler.ListAsync(turn, cancellationToken),
        ShopAction.AskReturn ask => ReturnHandler.ShowAsync(turn, ask.Order, ask.Pieces, cancellationToken),
        ShopAction.ChooseReturned choose => ReturnHandler.ChooseAsync(turn, choose, cancellationToken),
        ShopAction.ReturnFor why => BeginAsync(stack, ReturnDialog.Name, why.Write(), cancellationToken),
        ShopAction.SendReturn send => ReturnHandler.SendAsync(turn, send, null, cancellationToken),
        ShopAction.AskWithdrawal => WithdrawalHandler.ListAsync(turn, cancellationToken),
        ShopAction.Withdraw withdraw => WithdrawalHandler.ShowAsync(turn, withdraw.Order, withdraw.Pieces, cancellationToken),
        ShopAction.ChooseWithdrawn choose => WithdrawalHandler.ChooseAsync(turn, choose, cancellationToken),
        ShopAction.AskWithdrawalEmail ask => BeginAsync(stack, WithdrawalEmailDialog.Name, ask.Write(), cancellationToken),
        ShopAction.ConfirmWithdrawal confirm => WithdrawalHandler.ConfirmAsync(turn, confirm, shop, cancellationToken),
        _ => BuyAsync(turn, stack, action, cancellationToken),
    };

    private async Task BuyAsync(ShopTurn turn, DialogContext stack, ShopAction action, CancellationToken cancellationToken)
    {
        var begins = action switch
        {
            ShopAction.BuyNow buy => await PurchaseHandler.NowAsync(turn, buy.Sku, buy.Quantity, cancellationToken),
            ShopAction.Checkout => await PurchaseHandler.CartAsync(turn, cancellationToken),
            ShopAction.Resume => await PurchaseHandler.ResumeAsync(turn, cancellationToken),
            ShopAction.OrderAgain again => await OrdersHandler.MineAsync(turn, again.Order, cancellationToken) is { } order
                && await PurchaseHandler.AgainAsync(turn, order, cancellationToken),
            ShopAction.SendReceipt receipt => await ReceiptAsync(turn, receipt.Order, cancellationToken),
            ShopAction.PayOrder or ShopAction.Paid or ShopAction.CancelOrder or ShopAction.GiveBack => await AboutOrderAsync(
                turn, stack, action, cancellationToken),
            _ => await LateAsync(turn, stack, cancellationToken),
        };
        if (begins)
            await BeginAsync(stack, CheckoutDialog.Name, null, cancellationToken);
    }

    private async Task<bool> AboutOrderAsync(ShopTurn turn, DialogContext stack, ShopAction action, CancellationToken cancellationToken)
    {
        var (number, trigger) = action switch
        {
            ShopAction.PayOrder pay => (pay.Order, (PaymentTrigger)new PaymentTrigger.PayRequested()),
            ShopAction.Paid paid => (paid.Order, new PaymentTrigger.StatusRequested()),
            ShopAction.CancelOrder cancel => (cancel.Order, new PaymentTrigger.CancelRequested(CancelledBy.Shopper)),
            ShopAction.GiveBack cancel => (
                cancel.Order, new PaymentTrigger.CancelRequested(CancelledBy.Shopper, WithRefund: shop.CancelPaid)),
            _ => throw new ArgumentOutOfRangeException(nameof(action), action, "Not about an order."),
        };
        if (await OrdersHandler.MineAsync(turn, number, cancellationToken) is not { } order)
            return false;
        CancelHandler.Record(turn, await payments.DecideAsync(turn, order, trigger, cancellationToken));
        await WaitAsync(turn, stack, order, cancellationToken);
        return false;
    }

    private async Task<bool> ReceiptAsync(ShopTurn turn, OrderNumber number, CancellationToken cancellationToken)
    {
        if (await OrdersHandler.MineAsync(turn, number, cancellationToken) is { } order)
            await ReceiptHandler.SendAsync(turn, order, payments, shop, cancellationToken);
        return false;
    }

    private async Task TopicAsync(ShopTurn turn, string name, CancellationToken cancellationToken)
    {
        if (!IntentNames.TryParse(name, out var intent) || !await intents.AnswerTopicAsync(turn, intent, cancellationToken))
            await welcome.PersonAsync(turn, cancellationToken);
    }

    /// <summary>From now on "I paid" and "cancel" mean this order.</summary>
    private static async Task WaitAsync(ShopTurn turn, DialogContext stack, Order order, CancellationToken cancellationToken)
    {
        if (await turn.Orders.FindAsync(order.Id, cancellationToken) is not { AwaitsMoney: true })
            return;
        stack.Stack.Clear();
        await stack.BeginDialogAsync(PaymentDialog.Name, order.Id.Value, cancellationToken);
    }

    /// <summary>A button of a checkout that is not open: it goes on where it was, or with the payment that came of it.</summary>
    private async Task<bool> LateAsync(ShopTurn turn, DialogContext stack, CancellationToken cancellationToken)
    {
        if ((await turn.Orders.DraftAsync(turn.Shopper, cancellationToken)).Buying is not null)
            return await PurchaseHandler.ResumeAsync(turn, cancellationToken);
        if (await OrdersHandler.UnpaidAsync(turn, cancellationToken) is { } order)
            return await AboutOrderAsync(turn, stack, new ShopAction.PayOrder(order.Number), cancellationToken);
        await Welcome.OfferAsync(turn, turn.Texts.Get("stale"), cancellationToken);
        return false;
    }

    /// <summary>A payment that is waited for stays below; anything else that was open gives way.</summary>
    private static Task<DialogTurnResult> BeginAsync(
        DialogContext stack, string dialog, object? options, CancellationToken cancellationToken)
    {
        stack.Stack.RemoveAll(instance => instance.Id != PaymentDialog.Name);
        return stack.BeginDialogAsync(dialog, options, cancellationToken);
    }

    private async Task InWordsAsync(ShopTurn turn, DialogContext stack, Utterance utterance, CancellationToken cancellationToken)
    {
        if (utterance.Intent == ShopIntent.Thanks)
            await Welcome.OfferAsync(turn, turn.Texts.Get("thanks"), cancellationToken);
        else if (utterance.Intent is ShopIntent.Yes or ShopIntent.No)
            await Welcome.MenuAsync(turn, cancellationToken);
        else if (utterance.Intent is ShopIntent.Paid or ShopIntent.PayNow)
            await AboutUnpaidAsync(turn, stack, utterance.Intent, cancellationToken);
        else if (await OrdersHandler.TryFindAsync(turn, utterance.Text, cancellationToken) is { } order)
            await OrdersHandler.ShowAsync(turn, order, shop, cancellationToken);
        else
            turn.Next = await intents.HandleAsync(turn, utterance.Text, cancellationToken);
    }

    private async Task AboutUnpaidAsync(ShopTurn turn, DialogContext stack, ShopIntent intent, CancellationToken cancellationToken)
    {
        if (await OrdersHandler.UnpaidAsync(turn, cancellationToken) is not { } order)
            await Welcome.OfferAsync(turn, turn.Texts.Get("pay.none"), cancellationToken);
        else
            await AboutOrderAsync(
                turn, stack, intent == ShopIntent.Paid ? new ShopAction.Paid(order.Number) : new ShopAction.PayOrder(order.Number),
                cancellationToken);
    }

    private static ShopAction? AsAction(ShopIntent intent) => intent switch
    {
        ShopIntent.Menu or ShopIntent.Cancel or ShopIntent.Back => new ShopAction.Menu(),
        ShopIntent.Categories => new ShopAction.Categories(0),
        ShopIntent.Search => new ShopAction.AskSearch(),
        ShopIntent.Cart => new ShopAction.ShowCart(0),
        ShopIntent.Checkout or ShopIntent.OrderAndPay => new ShopAction.Checkout(),
        ShopIntent.Orders => new ShopAction.MyOrders(),
        ShopIntent.Withdraw => new ShopAction.AskWithdrawal(),
        ShopIntent.Help => new ShopAction.Help(),
        ShopIntent.Person => new ShopAction.Person(),
        ShopIntent.Language => new ShopAction.Languages(),
        ShopIntent.Greeting => new ShopAction.Start(),
        ShopIntent.Italian => new ShopAction.SetLanguage(Catalog.Language.Italian),
        ShopIntent.English => new ShopAction.SetLanguage(Catalog.Language.English),
        _ => null,
    };
}
