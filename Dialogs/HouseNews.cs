using System.Text.Json;
using CommerceBot.Orders;
using CommerceBot.Payments;
using Microsoft.Bot.Builder.Dialogs;

namespace CommerceBot.Dialogs;

/// <summary>
/// What our own house tells a conversation: payment answers, looks at a payment, the merchant's commands. The same names
/// from outside are strangers' events: the turn's identity decides, never the activity.
/// </summary>
internal sealed class HouseNews(Cashier cashier, PageDesk page)
{
    public static bool Concerns(Turn turn) =>
        turn.IsOwnNews && turn.Context.Activity is { Name: PaymentNews.Answer or PaymentNews.LookAgain, Value: JsonElement };

    /// <summary>A payment that is waited for hears its news itself; all other news is heard wherever the shopper is.</summary>
    public async Task HearAsync(Turn turn, DialogContext stack, CancellationToken cancellationToken)
    {
        if (!Concerns(turn))
        {
            await page.HearAsync(turn, cancellationToken);
            return;
        }

        if (stack.ActiveDialog?.Id == PaymentDialog.Name)
        {
            await stack.ContinueDialogAsync(cancellationToken);
            if (!turn.PassedOn)
                return;
        }

        var value = (JsonElement)turn.Context.Activity.Value!;
        if (turn.Context.Activity.Name == PaymentNews.Answer)
            await cashier.HearAsync(turn, PaymentNews.ReadAnswer(value), cancellationToken);
        else
            await cashier.LookAsync(turn, PaymentNews.ReadLook(value), cancellationToken);
        await ForgetAsync(turn, stack, cancellationToken);
    }

    /// <summary>The answer to a merchant's command; null for what is none of ours.</summary>
    public static async Task<object?> DoAsync(Turn turn, CancellationToken cancellationToken)
    {
        if (!turn.IsOwnCommand || turn.Context.Activity is not { Name: { } name, Value: JsonElement value } || !OrderCommands.All.Contains(name))
            return null;
        var answer = await MerchantDesk.DoAsync(turn, name, value, cancellationToken);
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
