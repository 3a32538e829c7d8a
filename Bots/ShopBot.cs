using CommerceBot.Cards;
using CommerceBot.Catalog;
using CommerceBot.Dialogs;
using CommerceBot.Orders;
using Microsoft.Bot.Builder;
using Microsoft.Bot.Builder.Dialogs;
using Microsoft.Bot.Schema;

namespace CommerceBot.Bots;

/// <summary>The shop's bot: finds who answers each activity, the same on every channel.</summary>
internal sealed class ShopBot : ActivityHandler
{
    private readonly IStatePropertyAccessor<ConversationData> _conversations;
    private readonly ShopDialogs _dialogs;
    private readonly ActionRouter _router;
    private readonly Welcome _welcome;
    private readonly InternalEventHandler _events;
    private readonly TimeProvider _time;
    private readonly Language _home;
    private readonly TimeZoneInfo _zone;

    public ShopBot(
        ShopSettings shop, TimeProvider time, ConversationState conversations, ShopDialogs dialogs, ActionRouter router, Welcome welcome,
        InternalEventHandler events)
    {
        _conversations = conversations.CreateProperty<ConversationData>("talk");
        _dialogs = dialogs;
        _router = router;
        _welcome = welcome;
        _events = events;
        _time = time;
        _zone = shop.TimeZone;
        _home = shop.Checkout.ShopCountry.Code == "IT" ? Language.Italian : Language.English;
    }

    public override async Task OnTurnAsync(ITurnContext turnContext, CancellationToken cancellationToken = default)
    {
        ArgumentNullException.ThrowIfNull(turnContext);
        var conversation = await _conversations.GetAsync(turnContext, static () => new ConversationData(), cancellationToken);
        ShopTurn.Begin(turnContext, conversation, _home, _time.GetUtcNow(), _zone);
        await base.OnTurnAsync(turnContext, cancellationToken);
        var turn = ShopTurn.Of(turnContext);
        await _router.EndAsync(turn, cancellationToken);
        turn.KeepButtons();
        // Saved with all other state, once, by the middleware that every adapter carries.
        await _conversations.SetAsync(turnContext, conversation, cancellationToken);
    }

    protected override async Task OnMessageActivityAsync(ITurnContext<IMessageActivity> turnContext, CancellationToken cancellationToken)
    {
        var turn = ShopTurn.Of(turnContext);
        var utterance = Utterance.Of(turn);
        if (await ChatHandler.HoldsAsync(turn, utterance, () => OpenAsync(turn, cancellationToken), cancellationToken)
            || RepeatedTap.Is(turn, utterance))
            return;
        AssistedRecognition.VoidPending(turn, utterance);
        if (await _router.TryOpenLinkAsync(turn, utterance, cancellationToken))
            return;
        var isGreeting = utterance.Action is ShopAction.Start || utterance.Intent == ShopIntent.Greeting;
        if (!turn.Conversation.Greeted && (utterance.HadCard || !isGreeting))
            await _welcome.IntroduceAsync(turn);

        var (stack, dropped) = await _dialogs.OpenAsync(turn, cancellationToken);
        if (dropped)
            await Welcome.OfferAsync(turn, turn.Texts.Get("dropped"), cancellationToken);
        else if (utterance.HadCard)
            await WarnAsync(turn, stack, cancellationToken);
        else
            await AnswerAsync(turn, stack, utterance, cancellationToken);
        turn.Conversation.Open = stack.ActiveDialog is not null;
    }

    /// <summary>
    /// The Emulator and Web Chat tell that somebody came before they say anything. Where they do not say in which language,
    /// the greeting waits for the first message, which does: nobody is greeted in one language and answered in another.
    /// </summary>
    protected override Task OnMembersAddedAsync(
        IList<ChannelAccount> membersAdded, ITurnContext<IConversationUpdateActivity> turnContext, CancellationToken cancellationToken)
    {
        var turn = ShopTurn.Of(turnContext);
        return turn.Conversation.Greeted || !turn.KnowsLanguage ? Task.CompletedTask : _welcome.GreetAsync(turn, cancellationToken);
    }

    /// <summary>Teams tells that the bot was added, and the language with it, before it tells who came.</summary>
    protected override Task OnInstallationUpdateAddAsync(
        ITurnContext<IInstallationUpdateActivity> turnContext, CancellationToken cancellationToken)
    {
        var turn = ShopTurn.Of(turnContext);
        return turn.Conversation.Greeted || !turn.KnowsLanguage ? Task.CompletedTask : _welcome.GreetAsync(turn, cancellationToken);
    }

    /// <summary>Internal events, and what happened around the chat; any other event changes nothing.</summary>
    protected override async Task OnEventActivityAsync(ITurnContext<IEventActivity> turnContext, CancellationToken cancellationToken)
    {
        var turn = ShopTurn.Of(turnContext);
        if (_events.HandlerOf(turn) is not { } answer
            || (!turn.IsInternalEvent && await ChatHandler.IsSilentAsync(turn, cancellationToken)))
            return;
        var (stack, _) = await _dialogs.OpenAsync(turn, cancellationToken);
        await answer(stack, cancellationToken);
        turn.Conversation.Open = stack.ActiveDialog is not null;
    }

    protected override async Task<InvokeResponse?> OnInvokeActivityAsync(
        ITurnContext<IInvokeActivity> turnContext, CancellationToken cancellationToken)
    {
        var turn = ShopTurn.Of(turnContext);
        return await _events.DoAsync(turn, () => OpenAsync(turn, cancellationToken), cancellationToken) is { } answer
            ? CreateInvokeResponse(answer)
            : await base.OnInvokeActivityAsync(turnContext, cancellationToken);
    }

    private async Task<DialogContext> OpenAsync(ShopTurn turn, CancellationToken cancellationToken) =>
        (await _dialogs.OpenAsync(turn, cancellationToken)).Stack;

    private async Task AnswerAsync(ShopTurn turn, DialogContext stack, Utterance utterance, CancellationToken cancellationToken)
    {
        if (stack.ActiveDialog is not null)
        {
            await stack.ContinueDialogAsync(cancellationToken);
            if (!turn.PassedOn)
            {
                await _router.AfterAsync(turn, stack, cancellationToken);
                return;
            }
        }

        await _router.HandleAsync(turn, stack, utterance, cancellationToken);
    }

    /// <summary>A card number came, and was taken out before anything was kept: say so, and go on where we were.</summary>
    private static async Task WarnAsync(ShopTurn turn, DialogContext stack, CancellationToken cancellationToken)
    {
        if (stack.ActiveDialog is null)
        {
            await Welcome.OfferAsync(turn, turn.Texts.Get("card.warning"), cancellationToken);
            return;
        }

        await turn.SendTextAsync(turn.Texts.Get("card.warning"));
        await stack.RepromptDialogAsync(cancellationToken);
    }
}
