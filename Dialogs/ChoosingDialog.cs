using CommerceBot.Cards;
using CommerceBot.Catalog;
using Microsoft.Bot.Builder.Dialogs;
using Microsoft.Bot.Schema;

namespace CommerceBot.Dialogs;

/// <summary>
/// Picks a variant axis by axis, by quick reply or in words. It ends with the action that the variant was picked for;
/// what is no value of the axis asked goes on to the shop.
/// </summary>
internal sealed class ChoosingDialog : Dialog
{
    public const string Name = "choosing";

    private const string Asked = "asked";
    private const int PerPage = 10;

    public ChoosingDialog()
        : base(Name)
    {
    }

    public override Task<DialogTurnResult> BeginDialogAsync(DialogContext dc, object? options = null, CancellationToken cancellationToken = default) =>
        ShopActionText.TryRead(options as string, out var action) && action is ShopAction.Choose choose
            ? AskAsync(dc, choose, cancellationToken)
            : throw new ArgumentException("Choosing begins with the text of a Choose action.", nameof(options));

    public override Task<DialogTurnResult> ContinueDialogAsync(DialogContext dc, CancellationToken cancellationToken = default)
    {
        if (dc.Context.Activity.Type != ActivityTypes.Message)
            return Task.FromResult(EndOfTurn);
        var turn = Turn.Of(dc.Context);
        return Heard.Of(turn) switch
        {
            { Action: ShopAction.Choose next } => AskAsync(dc, next, cancellationToken),
            { Action: null, Wish: Wish.Cancel } => EndAsync(dc, new ShopAction.Menu(), cancellationToken),
            { Action: null, Wish: Wish.Back } when Pending(dc) is { } asked => AskAsync(dc, asked with { Picks = "", Page = 0 }, cancellationToken),
            { Action: null, Wish: Wish.None or Wish.Yes or Wish.No, Text: { Length: > 0 } text } => InWordsAsync(dc, turn, text, cancellationToken),
            _ => PassOnAsync(dc, turn, cancellationToken),
        };
    }

    public override Task RepromptDialogAsync(Microsoft.Bot.Builder.ITurnContext turnContext, DialogInstance instance, CancellationToken cancellationToken = default) =>
        instance.State.TryGetValue(Asked, out var asked) && ShopActionText.TryRead(asked as string, out var action)
            ? ShowAsync(Turn.Of(turnContext), (ShopAction.Choose)action, cancellationToken)
            : Task.CompletedTask;

    private static async Task<DialogTurnResult> AskAsync(DialogContext dc, ShopAction.Choose choose, CancellationToken cancellationToken)
    {
        var turn = Turn.Of(dc.Context);
        if (await turn.Catalog.FindAsync(choose.Product, turn.Language, cancellationToken) is not { } product)
        {
            await Browse.GoneAsync(turn);
            return await dc.EndDialogAsync(null, cancellationToken);
        }

        if (VariantPicks.Of(product, choose.Picks) is not { } picks)
        {
            choose = choose with { Picks = "", Page = 0 };
            picks = VariantPicks.Begin(product);
        }

        if (picks.Found is { Available: > 0 } found)
            return await EndAsync(dc, choose.For == Intent.Buy ? new ShopAction.BuyNow(found.Sku, 1) : new ShopAction.AddToCart(found.Sku, 1), cancellationToken);
        if (picks.Found is not null || picks.Values.All(value => value.SoldOut))
        {
            await turn.SayAsync(turn.Words.Say("choose.gone", ("value", string.Join(", ", picks.Picked.Select(pick => pick.Value)))));
            if (product.Variants.All(variant => variant.Available <= 0))
                return await EndAsync(dc, new ShopAction.Shelf(product.Category, 0), cancellationToken);
            choose = choose with { Picks = "", Page = 0 };
        }

        dc.ActiveDialog.State[Asked] = choose.Write();
        await ShowAsync(turn, choose, cancellationToken);
        return EndOfTurn;
    }

    private static async Task ShowAsync(Turn turn, ShopAction.Choose choose, CancellationToken cancellationToken)
    {
        if (await turn.Catalog.FindAsync(choose.Product, turn.Language, cancellationToken) is not { } product
            || (VariantPicks.Of(product, choose.Picks) ?? VariantPicks.Begin(product)) is not { Next: { } axis } picks)
            return;
        var values = picks.Values;
        var shown = values.Skip(choose.Page * PerPage).Take(PerPage);
        var quick = shown.Select(value => Tap.On(
            value.SoldOut ? turn.Words.Say("choice.gone", ("value", value.Text)) : value.Text,
            choose with { Picks = picks.Marks + VariantPicks.MarkOf(value.Text), Page = 0 })).ToList();
        if (values.Count > (choose.Page + 1) * PerPage)
            quick.Add(Tap.On(turn.Words.Say("button.more"), choose with { Page = choose.Page + 1 }));
        if (picks.Marks.Length > 0)
            quick.Add(Tap.On(turn.Words.Say("button.restart"), choose with { Picks = "", Page = 0 }));
        await turn.SayAsync(turn.Words.Say("choose.ask", ("product", product.Title), ("axis", ProductCards.Axis(product, axis, turn.Words))), quick);
    }

    private static async Task<DialogTurnResult> InWordsAsync(DialogContext dc, Turn turn, string text, CancellationToken cancellationToken)
    {
        var folded = Wishes.Fold(text);
        if (Pending(dc) is { } asked
            && await turn.Catalog.FindAsync(asked.Product, turn.Language, cancellationToken) is { } product
            && (VariantPicks.Of(product, asked.Picks) ?? VariantPicks.Begin(product)) is var picks
            && picks.Values.FirstOrDefault(value => Wishes.Fold(value.Text) == folded) is { } said)
            return await AskAsync(dc, asked with { Picks = picks.Marks + VariantPicks.MarkOf(said.Text), Page = 0 }, cancellationToken);
        return await PassOnAsync(dc, turn, cancellationToken);
    }

    private static ShopAction.Choose? Pending(DialogContext dc) =>
        dc.ActiveDialog.State.TryGetValue(Asked, out var asked) && ShopActionText.TryRead(asked as string, out var action) ? action as ShopAction.Choose : null;

    private static Task<DialogTurnResult> EndAsync(DialogContext dc, ShopAction then, CancellationToken cancellationToken)
    {
        Turn.Of(dc.Context).Next = then;
        return dc.EndDialogAsync(null, cancellationToken);
    }

    private static Task<DialogTurnResult> PassOnAsync(DialogContext dc, Turn turn, CancellationToken cancellationToken)
    {
        turn.PassOn();
        return dc.EndDialogAsync(null, cancellationToken);
    }
}
