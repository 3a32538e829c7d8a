using CommerceBot.Cards;
using CommerceBot.Orders;
using Microsoft.Bot.Builder;
using Microsoft.Bot.Builder.Dialogs;
using Microsoft.Bot.Schema;

namespace CommerceBot.Dialogs;

/// <summary>
/// From "buy" to "ordered". The answers live in the draft, so the waterfall only ever asks for the first one that is
/// missing and then shows the summary; it may be left and begun again anywhere.
/// </summary>
internal sealed class CheckoutDialog : ComponentDialog
{
    public const string Name = "checkout";

    private const string QuoteHash = "mark";

    private readonly ShopSettings _shop;
    private readonly OrderPlacement _placing;
    private readonly IntentHandler _intents;

    public CheckoutDialog(ShopSettings shop, OrderPlacement placing, IntentHandler intents)
        : base(Name)
    {
        _shop = shop;
        _placing = placing;
        _intents = intents;
        AddDialog(new WaterfallDialog(CheckoutRound.Steps, [LookAsync, AskAsync, ListenAsync]));
    }

    /// <summary>An order that was placed waits for its payment at once.</summary>
    protected override Task<DialogTurnResult> EndComponentAsync(DialogContext outerDc, object result, CancellationToken cancellationToken)
    {
        if (result is not string order)
            return outerDc.EndDialogAsync(null, cancellationToken);
        outerDc.Stack.RemoveAll(instance => instance.Id == PaymentDialog.Name);
        return outerDc.ReplaceDialogAsync(PaymentDialog.Name, order, cancellationToken);
    }

    protected override async Task OnRepromptDialogAsync(
        ITurnContext turnContext, DialogInstance instance, CancellationToken cancellationToken = default)
    {
        var turn = ShopTurn.Of(turnContext);
        var draft = await DraftAsync(turn, cancellationToken);
        if (draft is { Buying: not null, FirstMissing: { } question })
            await CheckoutPrompts.AskAsync(turn, draft, question, fresh: false, _shop, cancellationToken);
        else if (await CheckoutPricing.QuoteAsync(turn, draft, _shop, cancellationToken) is Quoted.Priced priced)
            await CheckoutSummary.ShowAsync(turn, draft, priced.Quote, _shop);
    }

    private async Task<DialogTurnResult> LookAsync(WaterfallStepContext step, CancellationToken cancellationToken)
    {
        var turn = ShopTurn.Of(step.Context);
        var draft = await DraftAsync(turn, cancellationToken);
        if (draft.Buying is { } buying && (!buying.IsCart || !(await turn.Orders.CartAsync(turn.Shopper, cancellationToken)).IsEmpty))
            return await IsRefusedAsync(turn, cancellationToken)
                ? await step.EndDialogAsync(null, cancellationToken)
                : await step.NextAsync(null, cancellationToken);
        turn.Orders.Save(draft.End());
        await turn.SendTextAsync(turn.Texts.Get("buy.none"), CatalogHandler.Around(turn));
        return await step.EndDialogAsync(null, cancellationToken);
    }

    private async Task<DialogTurnResult> AskAsync(WaterfallStepContext step, CancellationToken cancellationToken)
    {
        var turn = ShopTurn.Of(step.Context);
        var draft = await DraftAsync(turn, cancellationToken);
        switch (step.Options)
        {
            case CheckoutRound.Quiet:
                return EndOfTurn;
            case CheckoutRound.Changing:
                await CheckoutPrompts.ChangeAsync(turn);
                return EndOfTurn;
            case CheckoutRound.Noting:
                await CheckoutPrompts.NoteAsync(turn, draft);
                return EndOfTurn;
        }

        if (draft.FirstMissing is not { } question)
            return await ShowAsync(step, turn, draft, cancellationToken);
        await CheckoutPrompts.AskAsync(turn, draft, question, step.Options is CheckoutRound.Fresh, _shop, cancellationToken);
        return EndOfTurn;
    }

    private async Task<DialogTurnResult> ShowAsync(
        WaterfallStepContext step, ShopTurn turn, CheckoutDraft draft, CancellationToken cancellationToken)
    {
        switch (await CheckoutPricing.QuoteAsync(turn, draft, _shop, cancellationToken))
        {
            case Quoted.Priced priced:
                step.Values[QuoteHash] = priced.Quote.Hash;
                await CheckoutSummary.ShowAsync(turn, draft, priced.Quote, _shop);
                return EndOfTurn;
            case Quoted.Refused refused:
                return await MendAsync(step, turn, draft, refused.Problems, cancellationToken);
            default:
                return await new CheckoutRound(step, turn, draft).NextAsync(draft.Clear(Question.DeliveryMethod), null, cancellationToken);
        }
    }

    /// <summary>Another delivery is chosen again, a cart is cut to what is left; the rest ends the purchase.</summary>
    private static async Task<DialogTurnResult> MendAsync(
        WaterfallStepContext step, ShopTurn turn, CheckoutDraft draft, IReadOnlyList<QuoteProblem> problems,
        CancellationToken cancellationToken)
    {
        await turn.SendTextAsync(string.Join('\n', problems.Select(problem => CheckoutCards.Problem(problem, turn.Texts))));
        if (problems.All(problem => problem.Kind == QuoteProblemKind.DeliveryNotOffered))
            return await new CheckoutRound(step, turn, draft).NextAsync(draft.Clear(Question.DeliveryMethod), null, cancellationToken);
        if (draft.Buying is { IsCart: true }
            && problems.All(problem => problem.Kind is QuoteProblemKind.SoldOut or QuoteProblemKind.FewerLeft or QuoteProblemKind.Gone))
        {
            var (cart, _, _) = await CartHandler.ReviewAsync(turn, cancellationToken);
            if (!cart.IsEmpty)
                return await step.ReplaceDialogAsync(CheckoutRound.Steps, null, cancellationToken);
        }

        turn.Orders.Save(draft.End());
        await turn.SendTextAsync(turn.Texts.Get("problem.Stopped"), CatalogHandler.Around(turn));
        return await step.EndDialogAsync(null, cancellationToken);
    }

    private async Task<DialogTurnResult> ListenAsync(WaterfallStepContext step, CancellationToken cancellationToken)
    {
        var turn = ShopTurn.Of(step.Context);
        var round = new CheckoutRound(step, turn, await DraftAsync(turn, cancellationToken));
        var scene = await SceneAsync(round, cancellationToken);
        var input = AnswerInterpreter.Understand(
            Utterance.Of(turn), round.Draft, scene, _shop, text => _intents.Interrupts(turn, text, scene.Open),
            text => _intents.Doubts(turn, text, scene.Open));
        return await (input switch
        {
            CheckoutInput.Said said => AnswerAsync(round, said, cancellationToken),
            CheckoutInput.Known known => round.NextAsync(known.Draft, cancellationToken),
            CheckoutInput.Aside aside => AsideAsync(round, aside, cancellationToken),
            CheckoutInput.Doubted doubted => round.DoubtAsync(doubted, _shop.Checkout, cancellationToken),
            CheckoutInput.AskFresh fresh => round.NextAsync(fresh.Draft, CheckoutRound.Fresh, cancellationToken),
            CheckoutInput.AskChange change => round.NextAsync(change.Draft, CheckoutRound.Changing, cancellationToken),
            CheckoutInput.WriteNote => round.NextAsync(round.Draft, CheckoutRound.Noting, cancellationToken),
            CheckoutInput.Order order => OrderAsync(round, order.QuoteHash, cancellationToken),
            CheckoutInput.GoBack => round.BackAsync(_shop.Checkout, cancellationToken),
            CheckoutInput.Explain => round.SayAsync(
                turn.Texts.Get(scene.Open is { } asked ? $"help.{asked}" : "help.Summary"), cancellationToken),
            CheckoutInput.Speak speak => round.SpeakAsync(speak.Language, cancellationToken),
            CheckoutInput.AskLanguage => round.AskLanguageAsync(cancellationToken),
            CheckoutInput.Repeat => round.NextAsync(
                round.Draft, step.Options is CheckoutRound.Fresh or CheckoutRound.Noting ? step.Options : null, cancellationToken),
            CheckoutInput.Stop => round.StopAsync(cancellationToken),
            _ => round.LeaveAsync(cancellationToken),
        });
    }

    private async Task<CheckoutScene> SceneAsync(CheckoutRound round, CancellationToken cancellationToken)
    {
        var open = round.Step.Options switch
        {
            CheckoutRound.Noting => Question.CourierNote,
            CheckoutRound.Changing => null,
            _ => round.Draft.FirstMissing,
        };
        var offers = open == Question.DeliveryMethod
            ? await CheckoutPrompts.OffersAsync(round.Turn, round.Draft, _shop, cancellationToken)
            : [];
        return new CheckoutScene(open, round.IsFresh, offers);
    }

    private async Task<DialogTurnResult> AnswerAsync(CheckoutRound round, CheckoutInput.Said said, CancellationToken cancellationToken)
    {
        var (turn, draft) = (round.Turn, round.Draft);
        if (said.Question is not (Question.DeliveryMethod or Question.CourierNote)
            && AddressProposal.Read(said.Text, draft, turn.Language, _shop.Checkout) is { } address)
            return await ProposeAsync(round, address, cancellationToken);
        switch (draft.Answer(said.Question, said.Text, _shop.Checkout, Doubts.Asked))
        {
            case CheckoutDraftChange.Refused refused:
                return await round.SayAsync(CheckoutFaults.Text(refused, turn), cancellationToken);
            case CheckoutDraftChange.Doubtful doubtful:
                await turn.SendTextAsync(
                    turn.Texts.Get($"doubt.{doubtful.Doubt}", ("value", doubtful.Value), ("suggestion", doubtful.Suggestion ?? "")));
                return await round.NextAsync(doubtful.Draft with { Proposed = null }, cancellationToken);
            case CheckoutDraftChange.Accepted accepted:
                return await round.NextAsync(accepted.Draft with { Proposed = null }, cancellationToken);
            case var other:
                throw new InvalidOperationException($"{other} is no answer to an answer.");
        }
    }

    /// <summary>A whole address in one message is shown and waits for a yes; one that says only the street anew is that answer.</summary>
    private Task<DialogTurnResult> ProposeAsync(CheckoutRound round, ParsedAddress address, CancellationToken cancellationToken)
    {
        if (AddressProposal.Undeliverable(address, _shop.Checkout) is { } country)
            return round.SayAsync(
                round.Turn.Texts.Get("fault.NotDeliveredThere", ("example", CountryNames.Show(country, round.Turn.Language))),
                cancellationToken);
        return round.NextAsync(
            AddressProposal.RepeatsAnswers(address, round.Draft.Answers)
                ? round.Draft.Fill(address, _shop.Checkout)
                : round.Draft with { Proposed = address, Doubted = null },
            cancellationToken);
    }

    /// <summary>A question in the middle is answered; "the address is wrong" is one of the answers' own.</summary>
    private async Task<DialogTurnResult> AsideAsync(CheckoutRound round, CheckoutInput.Aside aside, CancellationToken cancellationToken)
    {
        if (round.Draft.FirstMissing is null && _intents.IsAboutAnswers(round.Turn, aside.Text))
            return await round.NextAsync(round.Draft, CheckoutRound.Changing, cancellationToken);
        if (!await _intents.TryAnswerAsideAsync(round.Turn, aside.Text, cancellationToken))
            await round.Turn.SendTextAsync(round.Turn.Texts.Get("aside.person"));
        return await round.NextAsync(
            round.Draft, round.Step.Options is CheckoutRound.Quiet ? null : round.Step.Options, cancellationToken);
    }

    /// <summary>Orders what the shopper saw and nothing else: the price and stock of now must still make the same mark.</summary>
    private async Task<DialogTurnResult> OrderAsync(CheckoutRound round, string? mark, CancellationToken cancellationToken)
    {
        var (step, turn, draft) = round;
        mark ??= step.Values.TryGetValue(QuoteHash, out var shown) ? shown as string : null;
        if (draft.Answers.AsContact() is not { } contact || draft.Answers.AsAddress() is not { } address || mark is null
            || await CheckoutPricing.QuoteAsync(turn, draft, _shop, cancellationToken) is not Quoted.Priced { Quote: var quote })
            return await round.NextAsync(draft, null, cancellationToken);
        if (quote.Hash != mark)
        {
            await turn.SendTextAsync(turn.Texts.Get("summary.changed"));
            return await round.NextAsync(draft, null, cancellationToken);
        }

        // What was answered stays: once one of them is paid or cancelled, the purchase goes on here.
        if (await IsRefusedAsync(turn, cancellationToken))
        {
            turn.Orders.Save(draft);
            return await step.EndDialogAsync(null, cancellationToken);
        }

        var order = await _placing.PlaceAsync(turn, draft, quote, contact, address, cancellationToken);
        return await step.EndDialogAsync(order.Id.Value, cancellationToken);
    }

    /// <summary>Said when a checkout begins, before anything is asked, and again before an order is placed.</summary>
    private async Task<bool> IsRefusedAsync(ShopTurn turn, CancellationToken cancellationToken)
    {
        var unpaid = await OrdersHandler.UnpaidOrdersAsync(turn, cancellationToken);
        if (unpaid.Count < _shop.UnpaidOrders)
            return false;
        await OrdersHandler.TooManyAsync(turn, unpaid);
        return true;
    }

    private async Task<CheckoutDraft> DraftAsync(ShopTurn turn, CancellationToken cancellationToken) =>
        (await turn.Orders.DraftAsync(turn.Shopper, cancellationToken)).WithOnlyCountry(_shop.Checkout);
}
