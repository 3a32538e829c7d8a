using CommerceBot.Cards;
using CommerceBot.Catalog;
using Microsoft.Bot.Builder.Dialogs;
using Microsoft.Bot.Schema;

namespace CommerceBot.Dialogs;

/// <summary>
/// Picks a variant axis by axis, by a tap or in words. It ends with the action that the variant was picked for. A question in
/// between is answered and the axis asked again; what wants something else goes on to the shop.
/// </summary>
internal sealed class VariantDialog(IntentHandler intents) : Dialog(Name)
{
    public const string Name = "choosing";

    private const string Asked = "asked";
    private const int PerPage = 10;

    public override Task<DialogTurnResult> BeginDialogAsync(
        DialogContext dc, object? options = null, CancellationToken cancellationToken = default) =>
        ShopActionText.TryRead(options as string, out var action) && action is ShopAction.ChooseVariant choose
            ? AskAsync(dc, choose, cancellationToken)
            : throw new ArgumentException("Choosing begins with the text of a Choose action.", nameof(options));

    public override Task<DialogTurnResult> ContinueDialogAsync(DialogContext dc, CancellationToken cancellationToken = default)
    {
        if (dc.Context.Activity.Type != ActivityTypes.Message)
            return Task.FromResult(EndOfTurn);
        var turn = ShopTurn.Of(dc.Context);
        return Utterance.Of(turn) switch
        {
            { Action: ShopAction.ChooseVariant next } => AskAsync(dc, next, cancellationToken),
            { Action: null, Intent: ShopIntent.Cancel } => EndAsync(dc, new ShopAction.Menu(), cancellationToken),
            { Action: null, Intent: ShopIntent.Back } when Pending(dc) is { } asked => AskAsync(
                dc, asked with
                {
                    Picks = "",
                    Page = 0,
                },
                cancellationToken),
            { Action: null, Plain.Length: > 0 } said when IsAnswer(said.Intent) => InWordsAsync(dc, turn, said, cancellationToken),
            { Action: ShopAction.SetLanguage } said => InWordsAsync(dc, turn, said, cancellationToken),
            _ => PassOnAsync(dc, turn, cancellationToken),
        };
    }

    public override Task RepromptDialogAsync(
        Microsoft.Bot.Builder.ITurnContext turnContext, DialogInstance instance, CancellationToken cancellationToken = default) =>
        instance.State.TryGetValue(Asked, out var asked) && ShopActionText.TryRead(asked as string, out var action)
            ? ShowAsync(ShopTurn.Of(turnContext), (ShopAction.ChooseVariant)action, cancellationToken)
            : Task.CompletedTask;

    private static async Task<DialogTurnResult> AskAsync(
        DialogContext dc, ShopAction.ChooseVariant choose, CancellationToken cancellationToken)
    {
        var turn = ShopTurn.Of(dc.Context);
        if (await turn.Catalog.FindAsync(choose.Product, turn.Language, cancellationToken) is not { } product)
        {
            await CatalogHandler.GoneAsync(turn);
            return await dc.EndDialogAsync(null, cancellationToken);
        }

        if (VariantSelection.Of(product, choose.Picks) is not { } selection)
        {
            choose = choose with { Picks = "", Page = 0 };
            selection = VariantSelection.Begin(product);
        }

        if (selection.Found is { Available: > 0 } found)
            return await EndAsync(
                dc, choose.For == VariantPurpose.Buy ? new ShopAction.BuyNow(found.Sku, 1) : new ShopAction.AddToCart(found.Sku, 1),
                cancellationToken);
        if (selection.Found is not null || selection.Values.All(value => value.SoldOut))
        {
            await turn.SendTextAsync(
                turn.Texts.Get("choose.gone", ("value", string.Join(", ", selection.Picked.Select(pick => pick.Value)))));
            if (product.Variants.All(variant => variant.Available <= 0))
                return await EndAsync(dc, new ShopAction.BrowseCategory(product.Category, 0), cancellationToken);
            choose = choose with { Picks = "", Page = 0 };
        }

        dc.ActiveDialog.State[Asked] = choose.Write();
        await ShowAsync(turn, choose, cancellationToken);
        return EndOfTurn;
    }

    private static async Task ShowAsync(ShopTurn turn, ShopAction.ChooseVariant choose, CancellationToken cancellationToken)
    {
        if (await turn.Catalog.FindAsync(choose.Product, turn.Language, cancellationToken) is not { } product
            || (VariantSelection.Of(product, choose.Picks) ?? VariantSelection.Begin(product)) is not { Next: { } axis } selection)
            return;
        var values = selection.Values;
        var shown = values.Skip(choose.Page * PerPage).Take(PerPage).ToList();
        var quick = shown.Select(value => ActionButton.For(
            value.SoldOut ? turn.Texts.Get("choice.gone", ("value", value.Text)) : value.Text,
            Picking(choose, selection, value))).ToList();
        if (values.Count > (choose.Page + 1) * PerPage)
            quick.Add(ActionButton.For(turn.Texts.Get("button.more"), choose with { Page = choose.Page + 1 }));
        if (selection.Codes.Length > 0)
            quick.Add(ActionButton.For(turn.Texts.Get("button.restart"), choose with { Picks = "", Page = 0 }));
        var said = selection.Said.Length == 0 ? product.Title : $"{product.Title} ({selection.Said})";
        turn.Conversation.Product = product.Id.Value;
        await turn.SendAsync(Reply.Row(
            turn.Texts.Get("choose.ask", ("product", said), ("axis", ProductCards.Axis(product, axis, turn.Texts))),
            shown.Select(value => VariantCards.InRow(product, value, Picking(choose, selection, value), turn.Now, turn.Texts)),
            quick));
    }

    /// <summary>A value in words is picked, and in the same words one of the next axis: "rosso, M".</summary>
    private async Task<DialogTurnResult> InWordsAsync(
        DialogContext dc, ShopTurn turn, Utterance utterance, CancellationToken cancellationToken)
    {
        if (Pending(dc) is not { } asked
            || await turn.Catalog.FindAsync(asked.Product, turn.Language, cancellationToken) is not { } product)
            return await PassOnAsync(dc, turn, cancellationToken);
        var begun = VariantSelection.Of(product, asked.Picks) ?? VariantSelection.Begin(product);
        var selection = begun;
        while (selection.Next is not null
               && ChoiceReading.Of(
                   utterance.Plain, [.. selection.Values.Select(value => value.Text)], turn.Language,
                   withPlaces: ReferenceEquals(selection, begun)) is { } at)
            selection = selection.Pick(selection.Values[at].Text);
        if (!ReferenceEquals(selection, begun))
            return await AskAsync(dc, asked with { Picks = selection.Codes, Page = 0 }, cancellationToken);
        if (!await intents.TryInterruptAsync(turn, utterance, cancellationToken))
            return await PassOnAsync(dc, turn, cancellationToken);
        await ShowAsync(turn, asked, cancellationToken);
        return EndOfTurn;
    }

    private static ShopAction.ChooseVariant Picking(ShopAction.ChooseVariant choose, VariantSelection selection, VariantValue value) =>
        choose with { Picks = selection.Codes + VariantSelection.CodeOf(value.Text), Page = 0 };

    /// <summary>Values may be words of ours too: a language, "yes".</summary>
    private static bool IsAnswer(ShopIntent intent) =>
        intent is ShopIntent.None or ShopIntent.Yes or ShopIntent.No or ShopIntent.Italian or ShopIntent.English;

    private static ShopAction.ChooseVariant? Pending(DialogContext dc) =>
        dc.ActiveDialog.State.TryGetValue(Asked, out var asked) && ShopActionText.TryRead(asked as string, out var action)
            ? action as ShopAction.ChooseVariant
            : null;

    private static Task<DialogTurnResult> EndAsync(DialogContext dc, ShopAction then, CancellationToken cancellationToken)
    {
        ShopTurn.Of(dc.Context).Next = then;
        return dc.EndDialogAsync(null, cancellationToken);
    }

    private static Task<DialogTurnResult> PassOnAsync(DialogContext dc, ShopTurn turn, CancellationToken cancellationToken)
    {
        turn.PassOn();
        return dc.EndDialogAsync(null, cancellationToken);
    }
}
