using System.Text.Json;
using CommerceBot.Cards;
using CommerceBot.Orders;
using Microsoft.Bot.Builder;
using Microsoft.Bot.Builder.Dialogs;
using Microsoft.Bot.Schema;

namespace CommerceBot.Dialogs;

/// <summary>
/// Asks where an order goes instead, by the questions and rules of a checkout: a whole address in one message, or what is missing of it.
/// What was understood is shown, and holds once the shopper says yes.
/// </summary>
internal sealed class AddressChangeDialog(IntentHandler intents, ShopSettings shop) : Dialog(Name)
{
    public const string Name = "address-change";

    private const string Number = "order";
    private const string Draft = "draft";

    /// <param name="options">The order's number.</param>
    public override async Task<DialogTurnResult> BeginDialogAsync(
        DialogContext dc, object? options = null, CancellationToken cancellationToken = default)
    {
        var turn = ShopTurn.Of(dc.Context);
        dc.ActiveDialog.State[Number] = (string)options!;
        if (await OrderAsync(turn, dc.ActiveDialog, cancellationToken) is not { } order)
            return await dc.EndDialogAsync(null, cancellationToken);
        Keep(dc, AddressChange.Begin(order));
        await AddressChange.AskAsync(turn, order, AddressChange.Begin(order));
        return EndOfTurn;
    }

    public override async Task<DialogTurnResult> ContinueDialogAsync(DialogContext dc, CancellationToken cancellationToken = default)
    {
        if (dc.Context.Activity.Type != ActivityTypes.Message)
            return EndOfTurn;
        var turn = ShopTurn.Of(dc.Context);
        if (await OrderAsync(turn, dc.ActiveDialog, cancellationToken) is not { } order)
            return await dc.EndDialogAsync(null, cancellationToken);
        var draft = DraftOf(dc.ActiveDialog);
        switch (Utterance.Of(turn))
        {
            case { Action: ShopAction.UseAddress } or { Action: null, Intent: ShopIntent.Yes } when draft.FirstMissing is null:
                await AddressChange.ApplyAsync(turn, order, draft, shop, cancellationToken);
                return await dc.EndDialogAsync(null, cancellationToken);
            case { Action: ShopAction.OtherAddress } or { Action: null, Intent: ShopIntent.No } when draft.FirstMissing is null:
                return await NextAsync(dc, turn, order, AddressChange.Begin(order));
            case { Action: ShopAction.Cancel or ShopAction.Back } or { Action: null, Intent: ShopIntent.Cancel or ShopIntent.Back }:
                await turn.SendTextAsync(turn.Texts.Get("address.kept", ("number", order.Number)), CatalogHandler.Around(turn));
                return await dc.EndDialogAsync(null, cancellationToken);
            case { Action: null, Intent: ShopIntent.None, Text: { Length: > 0 } text }:
                return await HearAsync(dc, turn, order, draft, text, cancellationToken);
            default:
                return await LeaveAsync(dc, turn, cancellationToken);
        }
    }

    public override async Task RepromptDialogAsync(
        ITurnContext turnContext, DialogInstance instance, CancellationToken cancellationToken = default)
    {
        var turn = ShopTurn.Of(turnContext);
        if (await OrderAsync(turn, instance, cancellationToken) is { } order)
            await AddressChange.AskAsync(turn, order, DraftOf(instance));
    }

    private async Task<DialogTurnResult> HearAsync(
        DialogContext dc, ShopTurn turn, Order order, CheckoutDraft draft, string text, CancellationToken cancellationToken)
    {
        var parsed = AddressParser.Parse(text, order.Address.Country, turn.Language);
        if (parsed.IsAddress && parsed.Country is { } country && country != order.Address.Country)
            return await SayAsync(turn, AddressChange.Elsewhere(turn, order));
        var isStreet = parsed.Street is not null && draft.Answers.Street is null && !text.Contains('?', StringComparison.Ordinal);
        if (parsed.IsAddress || isStreet)
            return await NextAsync(dc, turn, order, (parsed.IsAddress ? AddressChange.Begin(order) : draft).Fill(parsed, shop.Checkout));
        if (draft.FirstMissing is not { } question || intents.Interrupts(turn, text, question))
            return await LeaveAsync(dc, turn, cancellationToken);
        switch (draft.Answer(question, text, shop.Checkout, Doubts.Asked))
        {
            case CheckoutDraftChange.Refused refused:
                return await SayAsync(turn, CheckoutFaults.Text(refused, turn));
            case CheckoutDraftChange.Doubtful doubtful:
                Keep(dc, doubtful.Draft);
                return await SayAsync(turn, turn.Texts.Get(
                    $"doubt.{doubtful.Doubt}", ("value", doubtful.Value), ("suggestion", doubtful.Suggestion ?? "")));
            case CheckoutDraftChange.Accepted accepted:
                return await NextAsync(dc, turn, order, accepted.Draft);
            case var other:
                throw new InvalidOperationException($"{other} is no answer to an answer.");
        }
    }

    /// <summary>Asks what is missing, or whether it was understood; what cannot be agreed on is told, and asked anew.</summary>
    private async Task<DialogTurnResult> NextAsync(DialogContext dc, ShopTurn turn, Order order, CheckoutDraft draft)
    {
        if (draft.FirstMissing is null && AddressChange.Of(order, draft, shop, turn.Now) is not TransitionResult.Accepted)
        {
            await turn.SendTextAsync(AddressChange.Elsewhere(turn, order));
            draft = AddressChange.Begin(order);
        }

        Keep(dc, draft);
        await AddressChange.AskAsync(turn, order, draft);
        return EndOfTurn;
    }

    private static async Task<DialogTurnResult> SayAsync(ShopTurn turn, string text)
    {
        await turn.SendTextAsync(text, AddressChange.Keeping(turn));
        return EndOfTurn;
    }

    private static Task<DialogTurnResult> LeaveAsync(DialogContext dc, ShopTurn turn, CancellationToken cancellationToken)
    {
        turn.PassOn();
        return dc.EndDialogAsync(null, cancellationToken);
    }

    /// <summary>The order while its address can be changed; else the shopper was told that it cannot.</summary>
    private static async Task<Order?> OrderAsync(ShopTurn turn, DialogInstance instance, CancellationToken cancellationToken)
    {
        if (!OrderNumbers.TryParse((string)instance.State[Number], out var number)
            || await OrdersHandler.MineAsync(turn, number, cancellationToken) is not { } order)
            return null;
        if (AddressChange.IsOpen(order))
            return order;
        await turn.SendTextAsync(
            turn.Texts.Get("address.left", ("number", order.Number), ("state", OrderCards.State(order, turn.Texts))),
            [
                ActionButton.For(turn.Texts.Get("button.order.details"), new ShopAction.ShowOrder(order.Number)),
                ActionButton.For(turn.Texts.Get("button.person"), new ShopAction.Person()),
            ]);
        return null;
    }

    private static void Keep(DialogContext dc, CheckoutDraft draft) =>
        dc.ActiveDialog.State[Draft] = JsonSerializer.Serialize(draft, OrdersJson.Default.CheckoutDraft);

    private static CheckoutDraft DraftOf(DialogInstance instance) =>
        JsonSerializer.Deserialize((string)instance.State[Draft], OrdersJson.Default.CheckoutDraft)
        ?? throw new JsonException("A draft is never null.");
}
