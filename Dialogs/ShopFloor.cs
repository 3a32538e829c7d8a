using CommerceBot.Cards;
using CommerceBot.Orders;
using CommerceBot.Payments;
using CommerceBot.Recognition;
using Microsoft.Bot.Builder.Dialogs;

namespace CommerceBot.Dialogs;

/// <summary>Leads every tap and every word to whoever answers it.</summary>
internal sealed class ShopFloor(Welcome welcome, PaymentService payments, IntentHandler intents, TopicAnswers topics)
{
    /// <summary>Answers what no open dialog has answered.</summary>
    public async Task AnswerAsync(Turn turn, DialogContext stack, Heard heard, CancellationToken cancellationToken)
    {
        if ((heard.Action ?? AsAction(heard.Wish)) is { } action)
            await GoAsync(turn, stack, action, cancellationToken);
        else if (heard.IsBroken)
            await Welcome.OfferAsync(turn, turn.Words.Say("stale"), cancellationToken);
        else if (heard.Text.Length == 0)
            await Welcome.OfferAsync(turn, turn.Words.Say(turn.Context.Activity.Attachments is { Count: > 0 } ? "attachment" : "empty"), cancellationToken);
        else
            await InWordsAsync(turn, stack, heard, cancellationToken);
        await AfterAsync(turn, stack, cancellationToken);
    }

    /// <summary>What a dialog ended with is what happens next.</summary>
    public async Task AfterAsync(Turn turn, DialogContext stack, CancellationToken cancellationToken)
    {
        while (turn.Next is { } next)
        {
            turn.Next = null;
            await GoAsync(turn, stack, next, cancellationToken);
        }
    }

    private Task GoAsync(Turn turn, DialogContext stack, ShopAction action, CancellationToken cancellationToken) => action switch
    {
        ShopAction.Start => welcome.GreetAsync(turn, cancellationToken),
        ShopAction.Menu or ShopAction.Cancel or ShopAction.Back => Welcome.MenuAsync(turn, cancellationToken),
        ShopAction.Help => Welcome.HelpAsync(turn, cancellationToken),
        ShopAction.Person => welcome.PersonAsync(turn, cancellationToken),
        ShopAction.AskTopic ask => TopicAsync(turn, ask.Topic, cancellationToken),
        ShopAction.Languages => Welcome.LanguagesAsync(turn),
        ShopAction.Speak speak => Welcome.SpeakAsync(turn, speak.Language, cancellationToken),
        ShopAction.Categories categories => Browse.CategoriesAsync(turn, categories.Page, cancellationToken),
        ShopAction.Shelf shelf => Browse.ShelfAsync(turn, shelf.Category, shelf.Page, cancellationToken),
        ShopAction.AskSearch => Browse.AskSearchAsync(turn),
        ShopAction.Search search => Browse.SearchAsync(turn, search.Words, search.Page, cancellationToken),
        ShopAction.Details details => Browse.DetailsAsync(turn, details.Product, cancellationToken),
        ShopAction.Choose choose => BeginAsync(stack, ChoosingDialog.Name, choose.Write(), cancellationToken),
        ShopAction.ShowCart cart => CartDesk.ShowAsync(turn, cart.Page, cancellationToken),
        ShopAction.AddToCart add => CartDesk.AddAsync(turn, add.Sku, add.Quantity, cancellationToken),
        ShopAction.SetQuantity set => CartDesk.SetAsync(turn, set.Sku, set.Quantity, cancellationToken),
        ShopAction.Remove remove => CartDesk.RemoveAsync(turn, remove.Sku, cancellationToken),
        ShopAction.ClearCart => CartDesk.ClearAsync(turn, cancellationToken),
        ShopAction.AskQuantity ask => BeginAsync(stack, QuantityDialog.Name, ask.Sku.Value, cancellationToken),
        ShopAction.MyOrders => OrdersDesk.ListAsync(turn, cancellationToken),
        ShopAction.ShowOrder order => OrdersDesk.ShowAsync(turn, order.Order, cancellationToken),
        _ => BuyAsync(turn, stack, action, cancellationToken),
    };

    private async Task BuyAsync(Turn turn, DialogContext stack, ShopAction action, CancellationToken cancellationToken)
    {
        var begins = action switch
        {
            ShopAction.BuyNow buy => await BuyingDesk.NowAsync(turn, buy.Sku, buy.Quantity, cancellationToken),
            ShopAction.Checkout => await BuyingDesk.CartAsync(turn, cancellationToken),
            ShopAction.Resume => await BuyingDesk.ResumeAsync(turn, cancellationToken),
            ShopAction.OrderAgain again => await OrdersDesk.MineAsync(turn, again.Order, cancellationToken) is { } order
                && await BuyingDesk.AgainAsync(turn, order, cancellationToken),
            ShopAction.PayOrder or ShopAction.Paid or ShopAction.CancelOrder => await AboutOrderAsync(turn, stack, action, cancellationToken),
            _ => await LateAsync(turn, stack, cancellationToken),
        };
        if (begins)
            await BeginAsync(stack, CheckoutDialog.Name, null, cancellationToken);
    }

    private async Task<bool> AboutOrderAsync(Turn turn, DialogContext stack, ShopAction action, CancellationToken cancellationToken)
    {
        var (number, trigger) = action switch
        {
            ShopAction.PayOrder pay => (pay.Order, (PaymentTrigger)new PaymentTrigger.PayRequested()),
            ShopAction.Paid paid => (paid.Order, new PaymentTrigger.StatusRequested()),
            ShopAction.CancelOrder cancel => (cancel.Order, new PaymentTrigger.CancelRequested(CancelledBy.Shopper)),
            _ => throw new ArgumentOutOfRangeException(nameof(action), action, "Not about an order."),
        };
        if (await OrdersDesk.MineAsync(turn, number, cancellationToken) is not { } order)
            return false;
        await payments.DecideAsync(turn, order, trigger, cancellationToken);
        await WaitAsync(turn, stack, order, cancellationToken);
        return false;
    }

    private async Task TopicAsync(Turn turn, string name, CancellationToken cancellationToken)
    {
        if (!IntentNames.TryParse(name, out var intent) || !await topics.TryAsync(turn, intent, cancellationToken))
            await welcome.PersonAsync(turn, cancellationToken);
    }

    /// <summary>From now on "I paid" and "cancel" mean this order.</summary>
    private static async Task WaitAsync(Turn turn, DialogContext stack, Order order, CancellationToken cancellationToken)
    {
        if (await turn.Orders.FindAsync(order.Id, cancellationToken) is not { AwaitsMoney: true })
            return;
        stack.Stack.Clear();
        await stack.BeginDialogAsync(PaymentDialog.Name, order.Id.Value, cancellationToken);
    }

    /// <summary>A button of a checkout that is not open: it goes on where it was, or with the payment that came of it.</summary>
    private async Task<bool> LateAsync(Turn turn, DialogContext stack, CancellationToken cancellationToken)
    {
        if ((await turn.Orders.DraftAsync(turn.Shopper, cancellationToken)).Buying is not null)
            return await BuyingDesk.ResumeAsync(turn, cancellationToken);
        if (await OrdersDesk.UnpaidAsync(turn, cancellationToken) is { } order)
            return await AboutOrderAsync(turn, stack, new ShopAction.PayOrder(order.Number), cancellationToken);
        await Welcome.OfferAsync(turn, turn.Words.Say("stale"), cancellationToken);
        return false;
    }

    /// <summary>A payment that is waited for stays below; anything else that was open gives way.</summary>
    private static Task<DialogTurnResult> BeginAsync(DialogContext stack, string dialog, object? options, CancellationToken cancellationToken)
    {
        stack.Stack.RemoveAll(instance => instance.Id != PaymentDialog.Name);
        return stack.BeginDialogAsync(dialog, options, cancellationToken);
    }

    private async Task InWordsAsync(Turn turn, DialogContext stack, Heard heard, CancellationToken cancellationToken)
    {
        if (heard.Wish == Wish.Thanks)
            await Welcome.OfferAsync(turn, turn.Words.Say("thanks"), cancellationToken);
        else if (heard.Wish is Wish.Yes or Wish.No)
            await Welcome.MenuAsync(turn, cancellationToken);
        else if (heard.Wish is Wish.Paid or Wish.PayNow)
            await AboutUnpaidAsync(turn, stack, heard.Wish, cancellationToken);
        else if (await OrdersDesk.TryFindAsync(turn, heard.Text, cancellationToken) is { } order)
            await OrdersDesk.ShowAsync(turn, order, cancellationToken);
        else
            turn.Next = await intents.HandleAsync(turn, heard.Text, cancellationToken);
    }

    private async Task AboutUnpaidAsync(Turn turn, DialogContext stack, Wish wish, CancellationToken cancellationToken)
    {
        if (await OrdersDesk.UnpaidAsync(turn, cancellationToken) is not { } order)
            await Welcome.OfferAsync(turn, turn.Words.Say("pay.none"), cancellationToken);
        else
            await AboutOrderAsync(turn, stack, wish == Wish.Paid ? new ShopAction.Paid(order.Number) : new ShopAction.PayOrder(order.Number), cancellationToken);
    }

    private static ShopAction? AsAction(Wish wish) => wish switch
    {
        Wish.Menu or Wish.Cancel or Wish.Back => new ShopAction.Menu(),
        Wish.Categories => new ShopAction.Categories(0),
        Wish.Search => new ShopAction.AskSearch(),
        Wish.Cart => new ShopAction.ShowCart(0),
        Wish.Checkout or Wish.OrderAndPay => new ShopAction.Checkout(),
        Wish.Orders => new ShopAction.MyOrders(),
        Wish.Help => new ShopAction.Help(),
        Wish.Person => new ShopAction.Person(),
        Wish.Language => new ShopAction.Languages(),
        Wish.Greeting => new ShopAction.Start(),
        Wish.Italian => new ShopAction.Speak(Catalog.Language.Italian),
        Wish.English => new ShopAction.Speak(Catalog.Language.English),
        _ => null,
    };
}
