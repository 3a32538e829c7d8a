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

    private const string Steps = "steps";
    private const string Mark = "mark";

    // What the shopper asked for in the step before, handed to the next round.
    private const string Fresh = "fresh";
    private const string Changing = "changing";

    private readonly ShopSettings _shop;
    private readonly Placing _placing;
    private readonly IntentHandler _intents;

    public CheckoutDialog(ShopSettings shop, Placing placing, IntentHandler intents)
        : base(Name)
    {
        _shop = shop;
        _placing = placing;
        _intents = intents;
        AddDialog(new WaterfallDialog(Steps, [LookAsync, AskAsync, ListenAsync]));
    }

    /// <summary>An order that was placed waits for its payment at once.</summary>
    protected override Task<DialogTurnResult> EndComponentAsync(DialogContext outerDc, object result, CancellationToken cancellationToken)
    {
        if (result is not string order)
            return outerDc.EndDialogAsync(null, cancellationToken);
        outerDc.Stack.RemoveAll(instance => instance.Id == PaymentDialog.Name);
        return outerDc.ReplaceDialogAsync(PaymentDialog.Name, order, cancellationToken);
    }

    protected override async Task OnRepromptDialogAsync(ITurnContext turnContext, DialogInstance instance, CancellationToken cancellationToken = default)
    {
        var turn = Turn.Of(turnContext);
        var draft = await turn.Orders.DraftAsync(turn.Shopper, cancellationToken);
        if (draft is { Buying: not null, FirstMissing: { } question })
            await Asking.AskAsync(turn, draft, question, fresh: false, _shop, cancellationToken);
        else if (await Pricing.QuoteAsync(turn, draft, _shop, cancellationToken) is Quoted.Priced priced)
            await SummariseAsync(turn, draft, priced.Quote);
    }

    private async Task<DialogTurnResult> LookAsync(WaterfallStepContext step, CancellationToken cancellationToken)
    {
        var turn = Turn.Of(step.Context);
        var draft = await DraftAsync(turn, cancellationToken);
        if (draft.Buying is { } buying && (!buying.IsCart || !(await turn.Orders.CartAsync(turn.Shopper, cancellationToken)).IsEmpty))
            return await step.NextAsync(null, cancellationToken);
        turn.Orders.Save(draft.End());
        await turn.SayAsync(turn.Words.Say("buy.none"), Browse.Around(turn));
        return await step.EndDialogAsync(null, cancellationToken);
    }

    private async Task<DialogTurnResult> AskAsync(WaterfallStepContext step, CancellationToken cancellationToken)
    {
        var turn = Turn.Of(step.Context);
        var draft = await DraftAsync(turn, cancellationToken);
        if (step.Options is Changing)
            await Asking.ChangeAsync(turn);
        else if (draft.FirstMissing is { } question)
            await Asking.AskAsync(turn, draft, question, step.Options is Fresh, _shop, cancellationToken);
        else
            return await ShowAsync(step, turn, draft, cancellationToken);
        return EndOfTurn;
    }

    private async Task<DialogTurnResult> ShowAsync(WaterfallStepContext step, Turn turn, Draft draft, CancellationToken cancellationToken)
    {
        switch (await Pricing.QuoteAsync(turn, draft, _shop, cancellationToken))
        {
            case Quoted.Priced priced:
                step.Values[Mark] = priced.Quote.Mark;
                await SummariseAsync(turn, draft, priced.Quote);
                return EndOfTurn;
            case Quoted.Refused refused:
                return await MendAsync(step, turn, draft, refused.Problems, cancellationToken);
            default:
                return await AgainAsync(step, turn, draft.Clear(Question.DeliveryMethod), null, cancellationToken);
        }
    }

    /// <summary>Another delivery is chosen again, a cart is cut to what is left; the rest ends the purchase.</summary>
    private static async Task<DialogTurnResult> MendAsync(WaterfallStepContext step, Turn turn, Draft draft, IReadOnlyList<QuoteProblem> problems, CancellationToken cancellationToken)
    {
        await turn.SayAsync(string.Join('\n', problems.Select(problem => CheckoutCards.Problem(problem, turn.Words))));
        if (problems.All(problem => problem.Kind == QuoteProblemKind.DeliveryNotOffered))
            return await AgainAsync(step, turn, draft.Clear(Question.DeliveryMethod), null, cancellationToken);
        if (draft.Buying is { IsCart: true } && problems.All(problem => problem.Kind is QuoteProblemKind.SoldOut or QuoteProblemKind.FewerLeft or QuoteProblemKind.Gone))
        {
            var (cart, _, _) = await CartDesk.ReviewAsync(turn, cancellationToken);
            if (!cart.IsEmpty)
                return await step.ReplaceDialogAsync(Steps, null, cancellationToken);
        }

        turn.Orders.Save(draft.End());
        await turn.SayAsync(turn.Words.Say("problem.Stopped"), Browse.Around(turn));
        return await step.EndDialogAsync(null, cancellationToken);
    }

    private async Task<DialogTurnResult> ListenAsync(WaterfallStepContext step, CancellationToken cancellationToken)
    {
        var turn = Turn.Of(step.Context);
        var draft = await DraftAsync(turn, cancellationToken);
        var heard = Heard.Of(turn);
        switch (Answering.Understand(heard, draft, step.Options is Fresh, _shop, text => _intents.Interrupts(turn, text, draft.FirstMissing)))
        {
            case Meaning.Stop:
                turn.Orders.Save(draft.End());
                await turn.SayAsync(turn.Words.Say("buy.cancelled"), Browse.Around(turn));
                return await step.EndDialogAsync(null, cancellationToken);
            case Meaning.GoBack:
                var before = draft.Back();
                if (ReferenceEquals(before, draft) || before == draft)
                    await turn.SayAsync(turn.Words.Say("buy.first"));
                return await AgainAsync(step, turn, before, null, cancellationToken);
            case Meaning.Explain:
                await turn.SayAsync(turn.Words.Say(draft.FirstMissing is { } asked ? $"help.{asked}" : "help.Summary"));
                return await AgainAsync(step, turn, draft, step.Options, cancellationToken);
            case Meaning.AskFresh:
                return await AgainAsync(step, turn, draft, Fresh, cancellationToken);
            case Meaning.AskChange:
                return await AgainAsync(step, turn, draft, Changing, cancellationToken);
            case Meaning.Known known:
                return await AgainAsync(step, turn, known.Draft, null, cancellationToken);
            case Meaning.Order order:
                return await OrderAsync(step, turn, draft, order.Mark, cancellationToken);
            case Meaning.Doubted doubted:
                return await DoubtAsync(step, turn, draft, doubted, cancellationToken);
            case Meaning.Aside aside:
                if (!await _intents.TryAnswerAsideAsync(turn, aside.Text, cancellationToken))
                    await turn.SayAsync(turn.Words.Say("aside.person"));
                return await AgainAsync(step, turn, draft, step.Options, cancellationToken);
            case Meaning.Said said:
                return await AnswerAsync(step, turn, draft, said, cancellationToken);
            case Meaning.Repeat:
                return await AgainAsync(step, turn, draft, step.Options is Changing ? null : step.Options, cancellationToken);
            default:
                turn.PassOn();
                return await step.EndDialogAsync(null, cancellationToken);
        }
    }

    private async Task<DialogTurnResult> AnswerAsync(WaterfallStepContext step, Turn turn, Draft draft, Meaning.Said said, CancellationToken cancellationToken)
    {
        var text = said.Question == Question.DeliveryMethod
            ? Answering.Delivery(said.Text, await Asking.OffersAsync(turn, draft, _shop, cancellationToken))
            : said.Text;
        if (await TryAddressAsync(turn, draft, said) is { } filled)
            return await AgainAsync(step, turn, filled, Fresh, cancellationToken);
        Draft answered;
        switch (draft.Answer(said.Question, text, _shop.Checkout, Doubts.Asked))
        {
            case DraftChange.Refused refused:
                await turn.SayAsync(turn.Words.Say($"fault.{refused.Fault}", ("example", refused.Example ?? "")));
                return await AgainAsync(step, turn, draft, step.Options, cancellationToken);
            case DraftChange.Doubtful doubtful:
                await turn.SayAsync(turn.Words.Say($"doubt.{doubtful.Doubt}", ("value", doubtful.Value), ("suggestion", doubtful.Suggestion ?? "")));
                return await AgainAsync(step, turn, doubtful.Draft, step.Options, cancellationToken);
            case DraftChange.Accepted accepted:
                answered = accepted.Draft;
                break;
            case var other:
                throw new InvalidOperationException($"{other} is no answer to an answer.");
        }

        var stillFresh = step.Options is Fresh && !Questions.OfAddress.All(answered.Answers.Has);
        return await AgainAsync(step, turn, answered, stillFresh ? Fresh : null, cancellationToken);
    }

    /// <summary>A word of ours in the place of a name: asked once, and taken when it is said again.</summary>
    private async Task<DialogTurnResult> DoubtAsync(
        WaterfallStepContext step, Turn turn, Draft draft, Meaning.Doubted doubted, CancellationToken cancellationToken)
    {
        if (draft.Doubted == new DoubtedAnswer(doubted.Question, doubted.Text))
            return await AgainAsync(step, turn, draft.AcceptDoubted(_shop.Checkout), step.Options, cancellationToken);
        await turn.SayAsync(turn.Words.Say("doubt.Word", ("value", doubted.Text)));
        return await AgainAsync(
            step, turn, draft with { Doubted = new DoubtedAnswer(doubted.Question, doubted.Text) }, step.Options, cancellationToken);
    }

    /// <summary>A whole address in one message fills what it says, which is shown; null for anything else.</summary>
    private async Task<Draft?> TryAddressAsync(Turn turn, Draft draft, Meaning.Said said)
    {
        if (said.Question is not (Question.Country or Question.Postcode or Question.City or Question.Street))
            return null;
        var parsed = AddressParser.Parse(said.Text, draft.Answers.Country ?? _shop.Checkout.ShopCountry, turn.Language);
        var fields = parsed.Fields.ToList();
        if (fields.Count < 3 || fields.All(field => field.Question != Question.Street))
            return null;
        await turn.SayAsync(turn.Words.Say("address.read", ("address", string.Join(", ", fields.Select(field => field.Text)))));
        return draft.Fill(parsed, _shop.Checkout);
    }

    /// <summary>Orders what the shopper saw and nothing else: the price and stock of now must still make the same mark.</summary>
    private async Task<DialogTurnResult> OrderAsync(WaterfallStepContext step, Turn turn, Draft draft, string? mark, CancellationToken cancellationToken)
    {
        mark ??= step.Values.TryGetValue(Mark, out var shown) ? shown as string : null;
        if (draft.Answers.AsContact() is not { } contact || draft.Answers.AsAddress() is not { } address || mark is null
            || await Pricing.QuoteAsync(turn, draft, _shop, cancellationToken) is not Quoted.Priced { Quote: var quote })
            return await AgainAsync(step, turn, draft, null, cancellationToken);
        if (quote.Mark != mark)
        {
            await turn.SayAsync(turn.Words.Say("summary.changed"));
            return await AgainAsync(step, turn, draft, null, cancellationToken);
        }

        // What was answered stays: once one of them is paid or cancelled, the purchase goes on here.
        if (await OrdersDesk.UnpaidOrdersAsync(turn, cancellationToken) is { Count: var count } unpaid && count >= _shop.UnpaidOrders)
        {
            turn.Orders.Save(draft);
            await OrdersDesk.TooManyAsync(turn, unpaid);
            return await step.EndDialogAsync(null, cancellationToken);
        }

        var order = await _placing.PlaceAsync(turn, draft, quote, contact, address, cancellationToken);
        return await step.EndDialogAsync(order.Id.Value, cancellationToken);
    }

    private async Task SummariseAsync(Turn turn, Draft draft, Quote quote)
    {
        if (draft.Answers.AsContact() is not { } contact || draft.Answers.AsAddress() is not { } address)
            return;
        await turn.SendAsync(Reply.Card(
            null,
            CheckoutCards.Summary(quote, contact, address, _shop.TermsUrl, turn.Words)));
        await turn.SayAsync(
            turn.Words.Say("summary.confirm", ("total", quote.Total.Show(turn.Words))),
            Tap.On(turn.Words.Say("button.order"), new ShopAction.OrderAndPay(quote.Mark)),
            Tap.On(turn.Words.Say("button.change"), new ShopAction.AskChange()),
            Tap.On(turn.Words.Say("button.back"), new ShopAction.Back()),
            Tap.On(turn.Words.Say("button.cancel"), new ShopAction.Cancel()));
    }

    /// <summary>Keeps the draft and begins the next round.</summary>
    private static Task<DialogTurnResult> AgainAsync(WaterfallStepContext step, Turn turn, Draft draft, object? options, CancellationToken cancellationToken)
    {
        turn.Orders.Save(draft);
        return step.ReplaceDialogAsync(Steps, options, cancellationToken);
    }

    private static Task<Draft> DraftAsync(Turn turn, CancellationToken cancellationToken) => turn.Orders.DraftAsync(turn.Shopper, cancellationToken);
}
