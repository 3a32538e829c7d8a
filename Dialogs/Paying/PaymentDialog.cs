using System.Text.Json;
using CommerceBot.Cards;
using CommerceBot.Orders;
using CommerceBot.Payments;
using Microsoft.Bot.Builder;
using Microsoft.Bot.Builder.Dialogs;
using Microsoft.Bot.Schema;

namespace CommerceBot.Dialogs;

/// <summary>
/// Waits in the conversation for the payment of one order. A waterfall would sleep through events, so this dialog hears
/// them itself; what is not about the payment goes on to the shop while it stays open.
/// </summary>
internal sealed class PaymentDialog(Cashier cashier) : ComponentDialog(Name)
{
    public const string Name = "payment";

    private const string Waited = "order";

    protected override Task<DialogTurnResult> OnBeginDialogAsync(DialogContext innerDc, object? options, CancellationToken cancellationToken = default)
    {
        innerDc.Parent.ActiveDialog.State[Waited] = options as string ?? throw new ArgumentException("A payment begins with its order's id.", nameof(options));
        return Task.FromResult(EndOfTurn);
    }

    protected override async Task<DialogTurnResult> OnContinueDialogAsync(DialogContext innerDc, CancellationToken cancellationToken = default)
    {
        var turn = Turn.Of(innerDc.Context);
        var id = new OrderId((string)innerDc.Parent.ActiveDialog.State[Waited]);
        if (await turn.Orders.FindAsync(id, cancellationToken) is { } order && Waits(order))
        {
            if (innerDc.Context.Activity.Type == ActivityTypes.Event)
                await HearAsync(turn, order, cancellationToken);
            else
                await AnswerAsync(turn, order, cancellationToken);
        }
        else
        {
            turn.PassOn();
        }

        return await turn.Orders.FindAsync(id, cancellationToken) is { } now && Waits(now) ? EndOfTurn : new DialogTurnResult(DialogTurnStatus.Complete);
    }

    protected override async Task OnRepromptDialogAsync(ITurnContext turnContext, DialogInstance instance, CancellationToken cancellationToken = default)
    {
        var turn = Turn.Of(turnContext);
        if (await turn.Orders.FindAsync(new OrderId((string)instance.State[Waited]), cancellationToken) is { } order && Waits(order))
            await cashier.PayAsync(turn, order, cancellationToken);
    }

    /// <summary>Whether the order of a stored instance waits for nothing any more.</summary>
    public static async Task<bool> IsOverAsync(Turn turn, DialogInstance instance, CancellationToken cancellationToken) =>
        !(instance.State.TryGetValue(Waited, out var id) && id is string order
          && await turn.Orders.FindAsync(new OrderId(order), cancellationToken) is { } found && Waits(found));

    /// <summary>Something else was begun above and is over: the payment goes on waiting, without a word.</summary>
    public override Task<DialogTurnResult> ResumeDialogAsync(DialogContext outerDc, DialogReason reason, object? result = null, CancellationToken cancellationToken = default) =>
        Task.FromResult(EndOfTurn);

    private async Task HearAsync(Turn turn, Order order, CancellationToken cancellationToken)
    {
        if (turn.Context.Activity is { Name: PaymentNews.Answer, Value: JsonElement value } && PaymentNews.ReadAnswer(value) is { } answer && answer.Order == order.Id)
            await cashier.HearAsync(turn, answer, cancellationToken);
        else
            turn.PassOn();
    }

    private async Task AnswerAsync(Turn turn, Order order, CancellationToken cancellationToken)
    {
        switch (Heard.Of(turn))
        {
            case { Action: null, Wish: Wish.Paid }:
                await cashier.CheckAsync(turn, order, cancellationToken);
                break;
            case { Action: null, Wish: Wish.PayNow or Wish.OrderAndPay or Wish.Checkout or Wish.Yes }:
                await cashier.PayAsync(turn, order, cancellationToken);
                break;
            case { Action: null, Wish: Wish.Cancel } or { Action: ShopAction.Cancel }:
                await OrdersDesk.CancelAsync(turn, order, cancellationToken);
                break;
            case { Action: null, Wish: Wish.Help } or { Action: ShopAction.Help }:
                await turn.SayAsync(turn.Words.Say("pay.help", ("number", order.Number)), PayCards.Below(order, turn.Words).SkipLast(1)
                    .Prepend(Tap.On(turn.Words.Say("button.pay"), new ShopAction.PayOrder(order.Number)))
                    .Append(Tap.On(turn.Words.Say("button.person"), new ShopAction.Person())));
                break;
            default:
                turn.PassOn();
                break;
        }
    }

    private static bool Waits(Order order) => order.State is OrderState.AwaitingPayment or OrderState.PaymentProcessing;
}
