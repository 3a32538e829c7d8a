using System.Text.Json;
using CommerceBot.Cards;
using CommerceBot.Orders;
using Microsoft.Bot.Builder;
using Microsoft.Bot.Builder.Dialogs;
using Microsoft.Bot.Schema;

namespace CommerceBot.Dialogs;

/// <summary>
/// Asks for another e-mail of an order whose mails came back, by the rules of a checkout. The merchant's own correction knows the same
/// ones (<see cref="ContactCorrection"/>), and the same mails follow. While no mail came back from the order's address, nothing is asked.
/// </summary>
internal sealed class EmailChangeDialog(ShopSettings shop) : Dialog(Name)
{
    public const string Name = "email-change";

    private const string Number = "order";
    private const string Draft = "draft";

    /// <summary>What is asked.</summary>
    public static string Question(ShopTurn turn, Order order) =>
        turn.Texts.Get("email.bounced", ("number", order.Number), ("email", order.Contact.Email));

    /// <param name="options">The order's number.</param>
    public override async Task<DialogTurnResult> BeginDialogAsync(
        DialogContext dc, object? options = null, CancellationToken cancellationToken = default)
    {
        var turn = ShopTurn.Of(dc.Context);
        dc.ActiveDialog.State[Number] = (string)options!;
        if (await OrderAsync(turn, dc.ActiveDialog, cancellationToken) is not { } order)
            return await dc.EndDialogAsync(null, cancellationToken);
        await AskAsync(turn, order);
        return EndOfTurn;
    }

    public override async Task<DialogTurnResult> ContinueDialogAsync(DialogContext dc, CancellationToken cancellationToken = default)
    {
        if (dc.Context.Activity.Type != ActivityTypes.Message)
            return EndOfTurn;
        var turn = ShopTurn.Of(dc.Context);
        var said = Utterance.Of(turn);
        if (said is { Action: ShopAction.Cancel or ShopAction.Back } or { Action: null, Intent: ShopIntent.Cancel or ShopIntent.Back })
        {
            await turn.SendTextAsync(turn.Texts.Get("email.kept"), CatalogHandler.Around(turn));
            return await dc.EndDialogAsync(null, cancellationToken);
        }

        if (said is not { Action: null, Text: var text } || !text.Contains('@', StringComparison.Ordinal))
        {
            turn.PassOn();
            return await dc.EndDialogAsync(null, cancellationToken);
        }

        return await OrderAsync(turn, dc.ActiveDialog, cancellationToken) is { } order
            ? await HearAsync(dc, turn, order, text, cancellationToken)
            : await dc.EndDialogAsync(null, cancellationToken);
    }

    public override async Task RepromptDialogAsync(
        ITurnContext turnContext, DialogInstance instance, CancellationToken cancellationToken = default)
    {
        var turn = ShopTurn.Of(turnContext);
        if (await OrderAsync(turn, instance, cancellationToken) is { } order)
            await AskAsync(turn, order);
    }

    private async Task<DialogTurnResult> HearAsync(
        DialogContext dc, ShopTurn turn, Order order, string text, CancellationToken cancellationToken)
    {
        switch (DraftOf(dc.ActiveDialog, order).Answer(Orders.Question.Email, text, shop.Checkout, Doubts.Asked))
        {
            case CheckoutDraftChange.Refused refused:
                return await SayAsync(turn, CheckoutFaults.Text(refused, turn));
            case CheckoutDraftChange.Doubtful doubtful:
                dc.ActiveDialog.State[Draft] = JsonSerializer.Serialize(doubtful.Draft, OrdersJson.Default.CheckoutDraft);
                return await SayAsync(turn, turn.Texts.Get(
                    $"doubt.{doubtful.Doubt}", ("value", doubtful.Value), ("suggestion", doubtful.Suggestion ?? "")));
            case CheckoutDraftChange.Accepted { Draft.Answers.Email: { } email }
                when !email.Equals(order.Contact.Email, StringComparison.OrdinalIgnoreCase)
                    && order.Correct(new ContactChange(Email: email), shop.Checkout, turn.Now)
                        is TransitionResult.Accepted { Order: var corrected }:
                await KeepAsync(turn, order, corrected, cancellationToken);
                return await dc.EndDialogAsync(null, cancellationToken);
            default:
                return await SayAsync(turn, turn.Texts.Get("email.same", ("email", order.Contact.Email)));
        }
    }

    /// <summary>From now on mails go there: written down, and mailed anew.</summary>
    private static async Task KeepAsync(ShopTurn turn, Order before, Order corrected, CancellationToken cancellationToken)
    {
        turn.Orders.Save(corrected);
        turn.Orders.Record(before.Id, new OrderEvent(OrderEventKind.EmailChanged, turn.Now, null, new(
            $"{before.Contact.Email} → {corrected.Contact.Email}")));
        await OrderMails.SendAgainAsync(turn, corrected, before.Contact.Email, cancellationToken);
        await turn.SendTextAsync(
            turn.Texts.Get("email.changed", ("number", corrected.Number), ("email", corrected.Contact.Email)),
            [
                ActionButton.For(turn.Texts.Get("button.order.details"), new ShopAction.ShowOrder(corrected.Number)),
                .. CatalogHandler.Around(turn),
            ]);
    }

    private static Task AskAsync(ShopTurn turn, Order order) => turn.SendTextAsync(Question(turn, order), Keeping(turn));

    private static async Task<DialogTurnResult> SayAsync(ShopTurn turn, string text)
    {
        await turn.SendTextAsync(text, Keeping(turn));
        return EndOfTurn;
    }

    private static CardAction Keeping(ShopTurn turn) =>
        ActionButton.For(turn.Texts.Get("button.address.keep"), new ShopAction.Cancel());

    /// <summary>The order while mails come back from its address; else the shopper was told what is so.</summary>
    private static async Task<Order?> OrderAsync(ShopTurn turn, DialogInstance instance, CancellationToken cancellationToken)
    {
        if (!OrderNumbers.TryParse((string)instance.State[Number], out var number)
            || await OrdersHandler.MineAsync(turn, number, cancellationToken) is not { } order)
            return null;
        var reports = await turn.MailReports.OfAsync(order.Id, cancellationToken);
        if (reports.Any(one => MailReportHandler.IsStillTheirs(order, one.Report)))
            return order;
        await turn.SendTextAsync(
            turn.Texts.Get("email.well", ("number", order.Number), ("email", order.Contact.Email)), CatalogHandler.Around(turn));
        return null;
    }

    private static CheckoutDraft DraftOf(DialogInstance instance, Order order) =>
        instance.State.TryGetValue(Draft, out var kept)
            ? JsonSerializer.Deserialize((string)kept, OrdersJson.Default.CheckoutDraft)
                ?? throw new JsonException("A draft is never null.")
            : CheckoutDraft.Empty(order.Shopper);
}
