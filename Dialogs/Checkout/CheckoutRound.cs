using CommerceBot.Cards;
using CommerceBot.Orders;
using Microsoft.Bot.Builder.Dialogs;

namespace CommerceBot.Dialogs;

/// <summary>One answer of the shopper's and what it leads to: the next round, or the end of the checkout.</summary>
internal sealed record CheckoutRound(WaterfallStepContext Step, ShopTurn Turn, CheckoutDraft Draft)
{
    /// <summary>The waterfall that is begun anew for each round.</summary>
    public const string Steps = "steps";

    // What the shopper asked for in this round, handed to the next.
    public const string Fresh = "fresh";
    public const string Changing = "changing";
    public const string Noting = "noting";

    /// <summary>Something is asked already: only the answer is waited for.</summary>
    public const string Quiet = "quiet";

    /// <summary>Whether last time's answers are not offered any more.</summary>
    public bool IsFresh => Step.Options is Fresh;

    /// <summary>Keeps the draft and asks what comes next.</summary>
    public Task<DialogTurnResult> NextAsync(CheckoutDraft draft, CancellationToken cancellationToken) =>
        NextAsync(draft, IsFresh ? Fresh : null, cancellationToken);

    public Task<DialogTurnResult> NextAsync(CheckoutDraft draft, object? options, CancellationToken cancellationToken)
    {
        Turn.Orders.Save(draft);
        return Step.ReplaceDialogAsync(Steps, options, cancellationToken);
    }

    /// <summary>Says something and asks the same again.</summary>
    public async Task<DialogTurnResult> SayAsync(string text, CancellationToken cancellationToken)
    {
        await Turn.SendTextAsync(text);
        return await NextAsync(Draft, Step.Options is Quiet ? null : Step.Options, cancellationToken);
    }

    public async Task<DialogTurnResult> BackAsync(CheckoutTerms terms, CancellationToken cancellationToken)
    {
        if (Step.Options is Changing or Noting)
            return await NextAsync(Draft, null, cancellationToken);
        var before = Draft.Proposed is null ? Draft.Back(terms) : Draft with { Proposed = null };
        if (before == Draft)
            await Turn.SendTextAsync(Turn.Texts.Get("buy.first"));
        return await NextAsync(before, Fresh, cancellationToken);
    }

    /// <summary>A word of ours in the place of a name: asked once, and taken when it is said again.</summary>
    public async Task<DialogTurnResult> DoubtAsync(
        CheckoutInput.Doubted doubted, CheckoutTerms terms, CancellationToken cancellationToken)
    {
        var said = new DoubtedAnswer(doubted.Question, doubted.Text);
        if (Draft.Doubted == said)
            return await NextAsync(Draft.AcceptDoubted(terms), Step.Options, cancellationToken);
        await Turn.SendTextAsync(Turn.Texts.Get("doubt.Word", ("value", doubted.Text)));
        return await NextAsync(Draft with { Doubted = said }, Step.Options, cancellationToken);
    }

    /// <summary>The same question, in the new language.</summary>
    public Task<DialogTurnResult> SpeakAsync(Catalog.Language language, CancellationToken cancellationToken)
    {
        Turn.UseLanguage(language);
        return SayAsync(Turn.Texts.Get("language.now"), cancellationToken);
    }

    public async Task<DialogTurnResult> AskLanguageAsync(CancellationToken cancellationToken)
    {
        await Welcome.LanguagesAsync(Turn);
        return await NextAsync(Draft, Quiet, cancellationToken);
    }

    public async Task<DialogTurnResult> StopAsync(CancellationToken cancellationToken)
    {
        Turn.Orders.Save(Draft.End());
        await Turn.SendTextAsync(Turn.Texts.Get("buy.cancelled"), CatalogHandler.Around(Turn));
        return await Step.EndDialogAsync(null, cancellationToken);
    }

    /// <summary>The shop answers, and the checkout waits to be resumed.</summary>
    public Task<DialogTurnResult> LeaveAsync(CancellationToken cancellationToken)
    {
        Turn.PassOn();
        return Step.EndDialogAsync(null, cancellationToken);
    }
}
