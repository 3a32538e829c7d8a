using System.Security.Claims;
using System.Security.Principal;
using CommerceBot.Cards;
using CommerceBot.Catalog;
using CommerceBot.Orders;
using CommerceBot.Payments;
using Microsoft.Bot.Builder;
using Microsoft.Bot.Schema;

namespace CommerceBot.Dialogs;

/// <summary>
/// One turn in the shop's terms: who speaks, in which language, at what time, and the stores that the turn may use.
/// The one place where bot code reads <see cref="ITurnContext.TurnState"/>.
/// </summary>
internal sealed class Turn
{
    /// <summary>The claim by which the host marks a turn of its own; the same word as the host's.</summary>
    public const string OriginClaim = "commercebot:origin";

    private readonly TimeZoneInfo _zone;

    private Turn(ITurnContext context, Talk talk, Language fallback, DateTimeOffset now, TimeZoneInfo zone)
    {
        _zone = zone;
        Context = context;
        Talk = talk;
        Now = now;
        Words = Words.Of(talk.Language is { } chosen ? new Language(chosen) : Words.OfLocale(context.Activity.Locale) ?? fallback);
    }

    public ITurnContext Context { get; }

    /// <summary>What this conversation remembers beside its dialogs.</summary>
    public Talk Talk { get; }

    public Words Words { get; private set; }

    public Language Language => Words.Language;

    /// <summary>Whether the shopper chose a language or the channel named one; else the shop's own is a guess.</summary>
    public bool KnowsLanguage => Talk.Language is not null || Words.OfLocale(Context.Activity.Locale) is not null;

    public DateTimeOffset Now { get; }

    public ICatalog Catalog => Store<ICatalog>();

    public IOrderStore Orders => Store<IOrderStore>();

    public IStock Stock => Store<IStock>();

    public IPaymentStore Payments => Store<IPaymentStore>();

    public IPaymentCalls Calls => Store<IPaymentCalls>();

    /// <summary>Set by a dialog for what it has no answer to: the shop answers it then.</summary>
    public bool PassedOn { get; private set; }

    /// <summary>What happens next, set by a dialog that ends with it.</summary>
    public ShopAction? Next { get; set; }

    public bool OnMessenger => Context.Activity.ChannelId == Microsoft.Bot.Connector.Channels.Facebook;

    /// <summary>Whether the activity is a fact of our own house and not something that was sent to us.</summary>
    public bool IsOwnNews => Origin is "hint" or "answer" or "timer";

    /// <summary>Whether the activity is a command of the merchant's.</summary>
    public bool IsOwnCommand => Origin is "command";

    private string? Origin => (Context.TurnState.Get<IIdentity>(BotAdapter.BotIdentityKey) as ClaimsIdentity)?.FindFirst(OriginClaim)?.Value;

    /// <summary>On Messenger the Page and the person; elsewhere the user's id says something within its conversation only.</summary>
    public ShopperId Shopper
    {
        get
        {
            var activity = Context.Activity;
            var place = OnMessenger ? activity.Recipient?.Id : activity.Conversation?.Id;
            return new ShopperId($"{activity.ChannelId}:{place}:{activity.From?.Id}");
        }
    }

    public static Turn Begin(ITurnContext context, Talk talk, Language fallback, DateTimeOffset now, TimeZoneInfo zone)
    {
        var turn = new Turn(context, talk, fallback, now, zone);
        context.TurnState.Set(turn);
        return turn;
    }

    /// <summary>The turn that <see cref="Begin"/> began; null before that.</summary>
    public static Turn? Find(ITurnContext context) => context.TurnState.Get<Turn>();

    public static Turn Of(ITurnContext context) =>
        Find(context) ?? throw new InvalidOperationException("The bot has not begun this turn: dialogs of the shop run under ShopBot.");

    /// <summary>A time as the shop's own clock shows it: what shoppers read.</summary>
    public DateTimeOffset Here(DateTimeOffset at) => TimeZoneInfo.ConvertTime(at, _zone);

    public void PassOn() => PassedOn = true;

    /// <summary>From now on, in this conversation.</summary>
    public void Speak(Language language)
    {
        Talk.Language = language.Code;
        Words = Words.Of(language);
    }

    /// <summary>For a fact that finds a conversation in which no language was chosen.</summary>
    public void SpeakAs(Order order)
    {
        if (Talk.Language is null && Words.Knows(order.Language))
            Words = Words.Of(order.Language);
    }

    public Task SayAsync(string text, params IEnumerable<CardAction> quick) => SendAsync(Reply.Words(text, quick));

    public Task SendAsync(Activity reply) => Context.SendActivityAsync(reply);

    private T Store<T>()
        where T : class => Context.TurnState.Get<T>()
            ?? throw new InvalidOperationException($"This turn offers no {typeof(T).Name}: the host puts it into TurnState before the bot runs.");
}
