using CommerceBot.Cards;
using CommerceBot.Catalog;
using CommerceBot.Orders;
using Microsoft.Bot.Builder;
using Microsoft.Bot.Builder.Dialogs;
using Microsoft.Bot.Schema;

namespace CommerceBot.Dialogs;

/// <summary>
/// Asks how many of a line of the cart until it is told a number that is there. A question in between is answered and the
/// quantity asked again; what wants something else goes on to the shop.
/// </summary>
internal sealed class QuantityDialog(IntentHandler intents) : Dialog(Name)
{
    public const string Name = "quantity";

    private const string Asked = "sku";

    public override async Task<DialogTurnResult> BeginDialogAsync(
        DialogContext dc, object? options = null, CancellationToken cancellationToken = default)
    {
        var sku = new Sku((string)options!);
        dc.ActiveDialog.State[Asked] = sku.Value;
        return await AskAgainAsync(dc, ShopTurn.Of(dc.Context), sku, cancellationToken);
    }

    public override async Task<DialogTurnResult> ContinueDialogAsync(DialogContext dc, CancellationToken cancellationToken = default)
    {
        if (dc.Context.Activity.Type != ActivityTypes.Message)
            return EndOfTurn;
        var turn = ShopTurn.Of(dc.Context);
        var utterance = Utterance.Of(turn);
        var sku = new Sku((string)dc.ActiveDialog.State[Asked]);
        if (utterance is { Action: null, Intent: ShopIntent.Back or ShopIntent.Cancel })
            return await EndAsync(dc, turn, new ShopAction.ShowCart(0), cancellationToken);
        if (await PiecesAsync(turn, utterance, sku, cancellationToken) is { } number)
            return await TakeAsync(dc, turn, sku, number, cancellationToken);
        if (await intents.TryInterruptAsync(turn, utterance, cancellationToken))
            return await AskAgainAsync(dc, turn, sku, cancellationToken);
        turn.PassOn();
        return await dc.EndDialogAsync(null, cancellationToken);
    }

    public override Task RepromptDialogAsync(
        ITurnContext turnContext, DialogInstance instance, CancellationToken cancellationToken = default
    ) => AskAsync(ShopTurn.Of(turnContext), new Sku((string)instance.State[Asked]), cancellationToken);

    /// <summary>The number that is meant, by a button of this question or in words; null for anything else.</summary>
    private async Task<long?> PiecesAsync(ShopTurn turn, Utterance utterance, Sku sku, CancellationToken cancellationToken)
    {
        if (utterance.Action is not null)
            return utterance.Action is ShopAction.SetQuantity set && set.Sku == sku ? set.Quantity : null;
        if (utterance.Intent != ShopIntent.None || utterance.Plain.Length == 0
            || PiecesReading.In(utterance.Plain, turn.Language, intents.Recognize) is not { } pieces)
            return null;
        if (pieces.Direction == 0)
            return pieces.Value;
        var now = (await turn.Orders.CartAsync(turn.Shopper, cancellationToken)).Find(sku)?.Quantity ?? 0;
        return Math.Max(0, now + (pieces.Direction * pieces.Value));
    }

    /// <summary>A number that cannot be had leaves the question open, and says what can.</summary>
    private static async Task<DialogTurnResult> TakeAsync(
        DialogContext dc, ShopTurn turn, Sku sku, long number, CancellationToken cancellationToken)
    {
        if (number is < 0 or > Cart.MostPerLine)
        {
            await turn.SendTextAsync(turn.Texts.Get("cart.range", ("most", Cart.MostPerLine)));
            return await AskAgainAsync(dc, turn, sku, cancellationToken);
        }

        if (number > 0
            && await turn.Catalog.FindAsync(sku, turn.Language, cancellationToken) is { } product
            && product.Variants.First(one => one.Sku == sku) is { Available: > 0 } variant && variant.Available < number)
        {
            await turn.SendTextAsync(
                turn.Texts.Count("cart.few", variant.Available, ("product", ProductCards.Named(product, variant))));
            return await AskAgainAsync(dc, turn, sku, cancellationToken);
        }

        return await EndAsync(dc, turn, new ShopAction.SetQuantity(sku, (int)number), cancellationToken);
    }

    private static Task<DialogTurnResult> EndAsync(DialogContext dc, ShopTurn turn, ShopAction then, CancellationToken cancellationToken)
    {
        turn.Next = then;
        return dc.EndDialogAsync(null, cancellationToken);
    }

    private static async Task<DialogTurnResult> AskAgainAsync(
        DialogContext dc, ShopTurn turn, Sku sku, CancellationToken cancellationToken) =>
        await AskAsync(turn, sku, cancellationToken) ? EndOfTurn : await dc.EndDialogAsync(null, cancellationToken);

    private static async Task<bool> AskAsync(ShopTurn turn, Sku sku, CancellationToken cancellationToken)
    {
        if (await CartHandler.FindAsync(turn, sku, cancellationToken) is not var (product, variant))
            return false;
        turn.Conversation.Product = product.Id.Value;
        await turn.SendTextAsync(
            turn.Texts.Get("cart.ask", ("product", ProductCards.Named(product, variant))),
            CartCards.Quantities(sku, variant.Available, turn.Texts));
        return true;
    }
}
