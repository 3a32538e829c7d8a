using System.Globalization;
using CommerceBot.Cards;
using CommerceBot.Catalog;
using CommerceBot.Orders;
using Microsoft.Bot.Builder.Dialogs;
using Microsoft.Bot.Schema;

namespace CommerceBot.Dialogs;

/// <summary>Asks how many of a line of the cart; a number in words or digits answers it, anything else goes on to the shop.</summary>
internal sealed class QuantityDialog : Dialog
{
    public const string Name = "quantity";

    private const string Asked = "sku";

    public QuantityDialog()
        : base(Name)
    {
    }

    public override async Task<DialogTurnResult> BeginDialogAsync(DialogContext dc, object? options = null, CancellationToken cancellationToken = default)
    {
        var turn = Turn.Of(dc.Context);
        var sku = new Sku((string)options!);
        dc.ActiveDialog.State[Asked] = sku.Value;
        return await AskAsync(turn, sku, cancellationToken) ? EndOfTurn : await dc.EndDialogAsync(null, cancellationToken);
    }

    public override async Task<DialogTurnResult> ContinueDialogAsync(DialogContext dc, CancellationToken cancellationToken = default)
    {
        if (dc.Context.Activity.Type != ActivityTypes.Message)
            return EndOfTurn;
        var turn = Turn.Of(dc.Context);
        var heard = Heard.Of(turn);
        if (heard is { Action: null, Wish: Wish.Back or Wish.Cancel })
            return await EndAsync(dc, turn, new ShopAction.ShowCart(0), cancellationToken);
        if (heard.Action is not null || Number(heard.Text) is not { } number)
        {
            turn.PassOn();
            return await dc.EndDialogAsync(null, cancellationToken);
        }

        if (number is >= 0 and <= Cart.MostPerLine)
            return await EndAsync(dc, turn, new ShopAction.SetQuantity(new Sku((string)dc.ActiveDialog.State[Asked]), (int)number), cancellationToken);
        await turn.SayAsync(turn.Words.Say("cart.range", ("most", Cart.MostPerLine)));
        return EndOfTurn;
    }

    public override Task RepromptDialogAsync(Microsoft.Bot.Builder.ITurnContext turnContext, DialogInstance instance, CancellationToken cancellationToken = default) =>
        AskAsync(Turn.Of(turnContext), new Sku((string)instance.State[Asked]), cancellationToken);

    private static Task<DialogTurnResult> EndAsync(DialogContext dc, Turn turn, ShopAction then, CancellationToken cancellationToken)
    {
        turn.Next = then;
        return dc.EndDialogAsync(null, cancellationToken);
    }

    private static async Task<bool> AskAsync(Turn turn, Sku sku, CancellationToken cancellationToken)
    {
        if (await CartDesk.FindAsync(turn, sku, cancellationToken) is not var (product, variant))
            return false;
        await turn.SayAsync(turn.Words.Say("cart.ask", ("product", product.Title)), CartCards.Quantities(sku, variant.Available, turn.Words));
        return true;
    }

    private static long? Number(string text) =>
        text.Length <= 6 && long.TryParse(text, NumberStyles.AllowLeadingSign, CultureInfo.InvariantCulture, out var number) ? number : null;
}
