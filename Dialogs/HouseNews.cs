using System.Text.Json;
using CommerceBot.Orders;
using CommerceBot.Payments;
using Microsoft.Bot.Builder.Dialogs;

namespace CommerceBot.Dialogs;

/// <summary>
/// What our own house tells a conversation: payment answers, looks at a payment, the merchant's commands. The same names
/// from outside are strangers' events: the turn's identity decides, never the activity.
/// </summary>
internal sealed class HouseNews(PaymentService payments, MerchantDesk merchant, PageDesk page)
{
    public static bool Concerns(Turn turn) =>
        turn.IsOwnNews && turn.Context.Activity is { Name: { } name, Value: JsonElement } && PaymentEvents.All.Contains(name);

    /// <summary>Heard where the order is, wherever the shopper is: no dialog stands in between, and one that waited for it ends.</summary>
    public async Task HearAsync(Turn turn, DialogContext stack, CancellationToken cancellationToken)
    {
        if (!Concerns(turn))
        {
            await page.HearAsync(turn, cancellationToken);
            return;
        }

        var (order, trigger) = PaymentEvents.Read(turn.Context.Activity.Name!, (JsonElement)turn.Context.Activity.Value!);
        await payments.HearAsync(turn, order, trigger, cancellationToken);
        await ForgetAsync(turn, stack, cancellationToken);
    }

    /// <summary>The answer to a merchant's command; null for what is none of ours.</summary>
    public async Task<object?> DoAsync(Turn turn, CancellationToken cancellationToken)
    {
        if (!turn.IsOwnCommand || turn.Context.Activity is not { Name: { } name, Value: JsonElement value } || !OrderCommands.All.Contains(name))
            return null;
        var answer = await merchant.DoAsync(turn, name, value, cancellationToken);
        return JsonSerializer.SerializeToElement(answer, OrderCommandsJson.Default.OrderCommandAnswer);
    }

    /// <summary>Payments that are over are waited for no more, wherever they are on the stack.</summary>
    private static async Task ForgetAsync(Turn turn, DialogContext stack, CancellationToken cancellationToken)
    {
        foreach (var instance in stack.Stack.Where(instance => instance.Id == PaymentDialog.Name).ToList())
            if (await PaymentDialog.IsOverAsync(turn, instance, cancellationToken))
                stack.Stack.Remove(instance);
    }
}
