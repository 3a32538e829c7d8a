using CommerceBot.Cards;
using Microsoft.Bot.Builder.Dialogs;

namespace CommerceBot.Dialogs;

/// <summary>Leads every tap and every word to whoever answers it.</summary>
internal sealed class ShopFloor(Welcome welcome)
{
    /// <summary>Answers what no open dialog has answered.</summary>
    public async Task AnswerAsync(Turn turn, DialogContext stack, Heard heard, CancellationToken cancellationToken)
    {
        if (heard.Action is { } action)
            await GoAsync(turn, stack, action, cancellationToken);
        else if (heard.IsBroken)
            await Welcome.OfferAsync(turn, turn.Words.Say("stale"), cancellationToken);
        else if (heard.Text.Length == 0)
            await Welcome.OfferAsync(turn, turn.Words.Say(turn.Context.Activity.Attachments is { Count: > 0 } ? "attachment" : "empty"), cancellationToken);
        else if (WishAsAction(heard.Wish) is { } wished)
            await GoAsync(turn, stack, wished, cancellationToken);
        else
            await InWordsAsync(turn, heard, cancellationToken);
    }

    public Task GoAsync(Turn turn, DialogContext stack, ShopAction action, CancellationToken cancellationToken) => action switch
    {
        ShopAction.Start => welcome.GreetAsync(turn, cancellationToken),
        ShopAction.Menu => Welcome.MenuAsync(turn, cancellationToken),
        ShopAction.Help => Welcome.HelpAsync(turn, cancellationToken),
        ShopAction.Person => welcome.PersonAsync(turn),
        ShopAction.Languages => Welcome.LanguagesAsync(turn),
        ShopAction.Speak speak => Welcome.SpeakAsync(turn, speak.Language, cancellationToken),
        ShopAction.Categories categories => Browse.CategoriesAsync(turn, categories.Page, cancellationToken),
        ShopAction.Shelf shelf => Browse.ShelfAsync(turn, shelf.Category, shelf.Page, cancellationToken),
        ShopAction.AskSearch => Browse.AskSearchAsync(turn),
        ShopAction.Search search => Browse.SearchAsync(turn, search.Words, search.Page, cancellationToken),
        ShopAction.Details details => Browse.DetailsAsync(turn, details.Product, cancellationToken),
        ShopAction.ShowCart cart => CartDesk.ShowAsync(turn, cart.Page, cancellationToken),
        ShopAction.AddToCart add => CartDesk.AddAsync(turn, add.Sku, add.Quantity, cancellationToken),
        ShopAction.SetQuantity set => CartDesk.SetAsync(turn, set.Sku, set.Quantity, cancellationToken),
        ShopAction.Remove remove => CartDesk.RemoveAsync(turn, remove.Sku, cancellationToken),
        ShopAction.ClearCart => CartDesk.ClearAsync(turn, cancellationToken),
        ShopAction.AskQuantity ask => BeginAsync(turn, stack, QuantityDialog.Name, ask.Sku.Value, cancellationToken),
        ShopAction.Choose choose => BeginAsync(turn, stack, ChoosingDialog.Name, choose.Write(), cancellationToken),
        _ => Welcome.OfferAsync(turn, turn.Words.Say("stale"), cancellationToken),
    };

    /// <summary>What a dialog ends with is what happens next.</summary>
    public async Task AfterAsync(Turn turn, DialogContext stack, DialogTurnResult result, CancellationToken cancellationToken)
    {
        if (result.Status == DialogTurnStatus.Complete && ShopActionText.TryRead(result.Result as string, out var next))
            await GoAsync(turn, stack, next, cancellationToken);
    }

    private async Task BeginAsync(Turn turn, DialogContext stack, string dialog, string? options, CancellationToken cancellationToken)
    {
        await stack.CancelAllDialogsAsync(cancellationToken);
        await AfterAsync(turn, stack, await stack.BeginDialogAsync(dialog, options, cancellationToken), cancellationToken);
    }

    private static ShopAction? WishAsAction(Wish wish) => wish switch
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

    private static Task InWordsAsync(Turn turn, Heard heard, CancellationToken cancellationToken) => heard.Wish switch
    {
        Wish.Thanks => Welcome.OfferAsync(turn, turn.Words.Say("thanks"), cancellationToken),
        Wish.Yes or Wish.No => Welcome.MenuAsync(turn, cancellationToken),
        _ => Browse.SearchAsync(turn, heard.Text, 0, cancellationToken),
    };
}
