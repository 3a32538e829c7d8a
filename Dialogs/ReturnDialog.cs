using CommerceBot.Cards;
using CommerceBot.Orders;
using Microsoft.Bot.Builder;
using Microsoft.Bot.Builder.Dialogs;
using Microsoft.Bot.Schema;

namespace CommerceBot.Dialogs;

/// <summary>Asks for a few words about goods that are to go back; what is written, or a tap, sends the request.</summary>
internal sealed class ReturnDialog() : Dialog(Name)
{
    public const string Name = "return";

    private const string Asked = "asked";

    /// <param name="options">The text of the <see cref="ShopAction.ReturnFor"/>.</param>
    public override async Task<DialogTurnResult> BeginDialogAsync(
        DialogContext dc, object? options = null, CancellationToken cancellationToken = default)
    {
        dc.ActiveDialog.State[Asked] = (string)options!;
        await AskAsync(ShopTurn.Of(dc.Context), dc.ActiveDialog);
        return EndOfTurn;
    }

    public override async Task<DialogTurnResult> ContinueDialogAsync(DialogContext dc, CancellationToken cancellationToken = default)
    {
        if (dc.Context.Activity.Type != ActivityTypes.Message)
            return EndOfTurn;
        var turn = ShopTurn.Of(dc.Context);
        switch (Utterance.Of(turn))
        {
            case { Action: ShopAction.Cancel or ShopAction.Back } or { Action: null, Intent: ShopIntent.Cancel or ShopIntent.Back }:
                await turn.SendTextAsync(turn.Texts.Get("return.dropped"), CatalogHandler.Around(turn));
                break;
            case { Action: null, Intent: ShopIntent.None or ShopIntent.Yes or ShopIntent.No, Text: { Length: > 0 } text }:
                await ReturnHandler.SendAsync(turn, SendOf(dc.ActiveDialog), text, cancellationToken);
                break;
            default:
                turn.PassOn();
                break;
        }

        return await dc.EndDialogAsync(null, cancellationToken);
    }

    public override Task RepromptDialogAsync(
        ITurnContext turnContext, DialogInstance instance, CancellationToken cancellationToken = default) =>
        AskAsync(ShopTurn.Of(turnContext), instance);

    private static Task AskAsync(ShopTurn turn, DialogInstance instance) => turn.SendTextAsync(
        turn.Texts.Get("return.words.ask"),
        ActionButton.For(turn.Texts.Get("button.return.send"), SendOf(instance)),
        ActionButton.For(turn.Texts.Get("button.cancel"), new ShopAction.Cancel()));

    private static ShopAction.SendReturn SendOf(DialogInstance instance) =>
        ShopActionText.TryRead(instance.State[Asked] as string, out var action) && action is ShopAction.ReturnFor asked
            ? new(asked.Order, asked.Reason, asked.Pieces)
            : throw new InvalidOperationException("A return begins with its reason.");
}
