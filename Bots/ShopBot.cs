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
    private readonly IStatePropertyAccessor<Talk> _talks;
    private readonly ShopDialogs _dialogs;
    private readonly ShopFloor _floor;
    private readonly Welcome _welcome;
    private readonly HouseNews _house;
    private readonly TimeProvider _time;
    private readonly Language _home;
    private readonly TimeZoneInfo _zone;

    public ShopBot(ShopSettings shop, TimeProvider time, ConversationState conversations, ShopDialogs dialogs, ShopFloor floor, Welcome welcome, HouseNews house)
    {
        _talks = conversations.CreateProperty<Talk>("talk");
        _dialogs = dialogs;
        _floor = floor;
        _welcome = welcome;
        _house = house;
        _time = time;
        _zone = shop.TimeZone;
        _home = shop.Checkout.ShopCountry.Code == "IT" ? Language.Italian : Language.English;
    }

    public override async Task OnTurnAsync(ITurnContext turnContext, CancellationToken cancellationToken = default)
    {
        ArgumentNullException.ThrowIfNull(turnContext);
        var talk = await _talks.GetAsync(turnContext, static () => new Talk(), cancellationToken);
        Turn.Begin(turnContext, talk, _home, _time.GetUtcNow(), _zone);
        await base.OnTurnAsync(turnContext, cancellationToken);
        // Saved with all other state, once, by the middleware that every adapter carries.
        await _talks.SetAsync(turnContext, talk, cancellationToken);
    }

    protected override async Task OnMessageActivityAsync(ITurnContext<IMessageActivity> turnContext, CancellationToken cancellationToken)
    {
        var turn = Turn.Of(turnContext);
        var heard = Heard.In(turnContext.Activity);
        if (!turn.Talk.Greeted && heard.Action is not ShopAction.Start && heard.Wish != Wish.Greeting)
            await _welcome.IntroduceAsync(turn);

        var (stack, dropped) = await _dialogs.OpenAsync(turn, cancellationToken);
        if (dropped)
            await Welcome.OfferAsync(turn, turn.Words.Say("dropped"), cancellationToken);
        else if (heard.HadCard)
            await WarnAsync(turn, stack, cancellationToken);
        else
            await AnswerAsync(turn, stack, heard, cancellationToken);
        turn.Talk.Open = stack.ActiveDialog is not null;
    }

    /// <summary>
    /// The Emulator and Web Chat tell that somebody came before they say anything. Where they do not say in which language,
    /// the greeting waits for the first message, which does: nobody is greeted in one language and answered in another.
    /// </summary>
    protected override Task OnMembersAddedAsync(IList<ChannelAccount> membersAdded, ITurnContext<IConversationUpdateActivity> turnContext, CancellationToken cancellationToken)
    {
        var turn = Turn.Of(turnContext);
        return turn.Talk.Greeted || !turn.KnowsLanguage ? Task.CompletedTask : _welcome.GreetAsync(turn, cancellationToken);
    }

    /// <summary>Teams tells that the bot was added, and the language with it, before it tells who came.</summary>
    protected override Task OnInstallationUpdateAddAsync(ITurnContext<IInstallationUpdateActivity> turnContext, CancellationToken cancellationToken)
    {
        var turn = Turn.Of(turnContext);
        return turn.Talk.Greeted || !turn.KnowsLanguage ? Task.CompletedTask : _welcome.GreetAsync(turn, cancellationToken);
    }

    /// <summary>News from our own house, and what happened around the chat; any other event changes nothing.</summary>
    protected override async Task OnEventActivityAsync(ITurnContext<IEventActivity> turnContext, CancellationToken cancellationToken)
    {
        var turn = Turn.Of(turnContext);
        if (!HouseNews.Concerns(turn) && !PageDesk.Concerns(turn))
            return;
        var (stack, _) = await _dialogs.OpenAsync(turn, cancellationToken);
        await _house.HearAsync(turn, stack, cancellationToken);
        turn.Talk.Open = stack.ActiveDialog is not null;
    }

    protected override async Task<InvokeResponse?> OnInvokeActivityAsync(ITurnContext<IInvokeActivity> turnContext, CancellationToken cancellationToken) =>
        await _house.DoAsync(Turn.Of(turnContext), cancellationToken) is { } answer
            ? CreateInvokeResponse(answer)
            : await base.OnInvokeActivityAsync(turnContext, cancellationToken);

    private async Task AnswerAsync(Turn turn, DialogContext stack, Heard heard, CancellationToken cancellationToken)
    {
        if (stack.ActiveDialog is not null)
        {
            await stack.ContinueDialogAsync(cancellationToken);
            if (!turn.PassedOn)
            {
                await _floor.AfterAsync(turn, stack, cancellationToken);
                return;
            }
        }

        await _floor.AnswerAsync(turn, stack, heard, cancellationToken);
    }

    /// <summary>A card number came, and was taken out before anything was kept: say so, and go on where we were.</summary>
    private static async Task WarnAsync(Turn turn, DialogContext stack, CancellationToken cancellationToken)
    {
        if (stack.ActiveDialog is null)
        {
            await Welcome.OfferAsync(turn, turn.Words.Say("card.warning"), cancellationToken);
            return;
        }

        await turn.SayAsync(turn.Words.Say("card.warning"));
        await stack.RepromptDialogAsync(cancellationToken);
    }
}
