using CommerceBot.Cards;
using CommerceBot.Orders;
using CommerceBot.Payments;
using Microsoft.Bot.Builder;
using Microsoft.Bot.Builder.Dialogs;

namespace CommerceBot.Dialogs;

/// <summary>
/// Open while the shopper pays an order: it issues checkout links and confirms charges by asking the gateway. What the
/// gateway answers is handled by <see cref="InternalEventHandler"/>, where the order is; what is not about the payment goes on to the shop
/// while this stays open.
/// </summary>
internal sealed class PaymentDialog(PaymentService payments) : ComponentDialog(Name)
{
    public const string Name = "payment";

    private const string Waited = "order";

    /// <summary>Whether the order of a stored instance waits for nothing any more.</summary>
    public static async Task<bool> IsOverAsync(ShopTurn turn, DialogInstance instance, CancellationToken cancellationToken) =>
        !(instance.State.TryGetValue(Waited, out var id) && id is string order
          && await turn.Orders.FindAsync(new OrderId(order), cancellationToken) is { AwaitsMoney: true });

    /// <summary>Something else was begun above and is over: the payment goes on waiting, without a word.</summary>
    public override Task<DialogTurnResult> ResumeDialogAsync(DialogContext outerDc, DialogReason reason, object? result = null,
        CancellationToken cancellationToken = default) =>
        Task.FromResult(EndOfTurn);

    protected override Task<DialogTurnResult> OnBeginDialogAsync(
        DialogContext innerDc, object? options, CancellationToken cancellationToken = default)
    {
        innerDc.Parent.ActiveDialog.State[Waited] =
            options as string ?? throw new ArgumentException("A payment begins with its order's id.", nameof(options));
        return Task.FromResult(EndOfTurn);
    }

    protected override async Task<DialogTurnResult> OnContinueDialogAsync(
        DialogContext innerDc, CancellationToken cancellationToken = default)
    {
        var turn = ShopTurn.Of(innerDc.Context);
        var id = new OrderId((string)innerDc.Parent.ActiveDialog.State[Waited]);
        if (await turn.Orders.FindAsync(id, cancellationToken) is { AwaitsMoney: true } order)
            await AnswerAsync(turn, order, cancellationToken);
        else
            turn.PassOn();
        return await turn.Orders.FindAsync(id, cancellationToken) is { AwaitsMoney: true } ? EndOfTurn
            : new DialogTurnResult(DialogTurnStatus.Complete);
    }

    protected override async Task OnRepromptDialogAsync(
        ITurnContext turnContext, DialogInstance instance, CancellationToken cancellationToken = default)
    {
        var turn = ShopTurn.Of(turnContext);
        if (await turn.Orders.FindAsync(new OrderId((string)instance.State[Waited]), cancellationToken) is { AwaitsMoney: true } order)
            await payments.DecideAsync(turn, order, new PaymentTrigger.PayRequested(), cancellationToken);
    }

    private async Task AnswerAsync(ShopTurn turn, Order order, CancellationToken cancellationToken)
    {
        switch (Utterance.Of(turn))
        {
            case { Action: null, Intent: ShopIntent.Paid }:
                await payments.DecideAsync(turn, order, new PaymentTrigger.StatusRequested(), cancellationToken);
                break;
            case { Action: null, Intent: ShopIntent.PayNow or ShopIntent.OrderAndPay or ShopIntent.Checkout or ShopIntent.Yes }:
                await payments.DecideAsync(turn, order, new PaymentTrigger.PayRequested(), cancellationToken);
                break;
            case { Action: null, Intent: ShopIntent.Cancel } or { Action: ShopAction.Cancel }:
                await payments.DecideAsync(turn, order, new PaymentTrigger.CancelRequested(CancelledBy.Shopper), cancellationToken);
                break;
            case { Action: null, Intent: ShopIntent.Help } or { Action: ShopAction.Help }:
                await turn.SendTextAsync(turn.Texts.Get("pay.help", ("number", order.Number)), PayCards.Below(order, turn.Texts).SkipLast(1)
                    .Prepend(ActionButton.For(turn.Texts.Get("button.pay"), new ShopAction.PayOrder(order.Number)))
                    .Append(ActionButton.For(turn.Texts.Get("button.person"), new ShopAction.Person())));
                break;
            default:
                turn.PassOn();
                break;
        }
    }
}
