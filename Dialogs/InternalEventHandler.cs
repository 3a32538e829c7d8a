using System.Text.Json;
using CommerceBot.Chats;
using CommerceBot.Mails;
using CommerceBot.Orders;
using CommerceBot.Payments;
using CommerceBot.Recognition.Assistant;
using Microsoft.Bot.Builder.Dialogs;

namespace CommerceBot.Dialogs;

/// <summary>
/// What the shop itself tells a conversation: answers about payments and sentences, looks at a payment, the merchant's
/// commands. The same names from outside are strangers' events: the turn's identity decides, never the activity.
/// </summary>
internal sealed class InternalEventHandler(
    PaymentService payments, MerchantCommandHandler merchant, PageEventHandler page, AssistantEventHandler assistant, ChatHandler chats,
    ChatCommandHandler people)
{
    /// <summary>Who answers this event, found once; null when it is none of the shop's, and then nothing may change.</summary>
    public Func<DialogContext, CancellationToken, Task>? HandlerOf(ShopTurn turn)
    {
        if (turn.Context.Activity is not { Name: { } name, Value: JsonElement value })
            return null;
        if (turn.IsInternalEvent && InternalHandlerOf(turn, name, value) is { } ours)
            return ours;
        return page.HandlerOf(turn, name, value) is { } answer ? (_, cancellationToken) => answer(cancellationToken) : null;
    }

    /// <summary>The answer to a merchant's command; null for what is none of ours.</summary>
    /// <param name="open">Opens the conversation's dialogs, for what speaks in it.</param>
    public async Task<object?> DoAsync(ShopTurn turn, Func<Task<DialogContext>> open, CancellationToken cancellationToken)
    {
        if (!turn.IsMerchantCommand || turn.Context.Activity is not { Name: { } name, Value: JsonElement value })
            return null;
        if (ChatCommands.All.Contains(name))
            return ChatCommands.Write(await people.DoAsync(turn, name, value, await open(), cancellationToken));
        if (!OrderCommands.All.Contains(name))
            return null;
        var answer = await merchant.DoAsync(turn, name, value, cancellationToken);
        return JsonSerializer.SerializeToElement(answer, OrderCommandsJson.Default.OrderCommandAnswer);
    }

    private Func<DialogContext, CancellationToken, Task>? InternalHandlerOf(ShopTurn turn, string name, JsonElement value) =>
        PaymentEvents.Read(name, value) is { } told ? (stack, cancellationToken) => HearAsync(turn, told, stack, cancellationToken)
        : name == WithdrawalEvents.Declared
            ? (_, cancellationToken) => WithdrawalHandler.DeclaredAsync(turn, WithdrawalEvents.Read(value), cancellationToken)
        : name == ChatEvents.AnsweredElsewhere
            ? (_, cancellationToken) => chats.AnsweredElsewhereAsync(turn, ChatEvents.Read(value), cancellationToken)
        : name == ChatEvents.ReturnDue ? (stack, cancellationToken) => ChatHandler.LapseAsync(turn, stack, cancellationToken)
        : name == UndeliveredEvents.Seen
            ? (_, cancellationToken) => turn.Mails?.SendAsync(UndeliveredEvents.Read(value), cancellationToken) ?? Task.CompletedTask
        : name == MailReportEvents.Reported
            ? (stack, cancellationToken) => MailReportHandler.HearAsync(turn, MailReportEvents.Read(value), stack, cancellationToken)
        : AssistantEvents.All.Contains(name) ? (stack, cancellationToken) => assistant.HandleAsync(turn, stack, value, cancellationToken)
        : null;

    /// <summary>
    /// Handled where the order is, wherever the shopper is: no dialog stands in between, and one that waited for it
    /// ends.
    /// </summary>
    private async Task HearAsync(ShopTurn turn, PaymentEvent told, DialogContext stack, CancellationToken cancellationToken)
    {
        await payments.HearAsync(turn, told.Order, told.Trigger, cancellationToken);
        await ForgetAsync(turn, stack, cancellationToken);
    }

    /// <summary>Payments that are over are waited for no more, wherever they are on the stack.</summary>
    private static async Task ForgetAsync(ShopTurn turn, DialogContext stack, CancellationToken cancellationToken)
    {
        foreach (var instance in stack.Stack.Where(instance => instance.Id == PaymentDialog.Name).ToList())
            if (await PaymentDialog.IsOverAsync(turn, instance, cancellationToken))
                stack.Stack.Remove(instance);
    }
}
