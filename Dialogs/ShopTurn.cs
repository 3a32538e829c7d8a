using System.Security.Claims;
using System.Security.Principal;
using CommerceBot.Cards;
using CommerceBot.Catalog;
using CommerceBot.Chats;
using CommerceBot.Mails;
using CommerceBot.Orders;
using CommerceBot.Payments;
using CommerceBot.Recognition;
using CommerceBot.Recognition.Assistant;
using Microsoft.Bot.Builder;
using Microsoft.Bot.Schema;

namespace CommerceBot.Dialogs;

/// <summary>
/// One turn in the shop's terms: who speaks, in which language, at what time, and the stores that the turn may use.
/// The one place where bot code reads <see cref="ITurnContext.TurnState"/>.
/// </summary>
internal sealed class ShopTurn
{
    /// <summary>The claim by which the host marks a turn of its own; the same word as the host's.</summary>
    public const string OriginClaim = "commercebot:origin";

    private readonly TimeZoneInfo _zone;
    private readonly List<(Activity Reply, string? Who)> _replies = new(2);
    private List<ChatMessage>? _chatEvents;
    private VisibleButtons? _shown;

    private ShopTurn(ITurnContext context, ConversationData conversation, Language fallback, DateTimeOffset now, TimeZoneInfo zone)
    {
        _zone = zone;
        Context = context;
        Conversation = conversation;
        Now = now;
        Texts = Texts.Of(conversation.Language is { } chosen ? new Language(chosen) : Texts.OfLocale(context.Activity.Locale) ?? fallback);
    }

    public ITurnContext Context { get; }

    /// <summary>What this conversation remembers beside its dialogs.</summary>
    public ConversationData Conversation { get; }

    public Texts Texts { get; private set; }

    public Language Language => Texts.Language;

    /// <summary>Whether the shopper chose a language or the channel named one; else the shop's own is a guess.</summary>
    public bool KnowsLanguage => Conversation.Language is not null || Texts.OfLocale(Context.Activity.Locale) is not null;

    public DateTimeOffset Now { get; }

    public ICatalog Catalog => Store<ICatalog>();

    public IOrderStore Orders => Store<IOrderStore>();

    public IStock Stock => Store<IStock>();

    public IPaymentStore Payments => Store<IPaymentStore>();

    public IPaymentCalls Calls => Store<IPaymentCalls>();

    /// <summary>Where mails are written; null while none are sent.</summary>
    public IMailOutbox? Mails => Context.TurnState.Get<IMailOutbox>();

    /// <summary>What mail servers said of mails that had left.</summary>
    public IMailReports MailReports => Store<IMailReports>();

    /// <summary>Where the conversation's chat is kept; null where people cannot answer.</summary>
    public IChatStore? Chats => Context.TurnState.Get<IChatStore>();

    /// <summary>The conversation's chat, once it was read or changed in this turn.</summary>
    public Chat? Chat { get; set; }

    /// <summary>What became of the chat in this turn.</summary>
    public List<ChatMessage> ChatEvents => _chatEvents ??= [];

    /// <summary>Whether anything became of it.</summary>
    public bool HasChatEvents => _chatEvents is not null;

    /// <summary>What was sent in this turn, with the name of the person who said it; null for the bot.</summary>
    public IReadOnlyList<(Activity Reply, string? Who)> Replies => _replies;

    /// <summary>Whether a sentence of this turn was not understood.</summary>
    public bool WasNotUnderstood { get; private set; }

    /// <summary>The language model that may be asked; null where there is none.</summary>
    public IAssistantCalls? Assistant => Context.TurnState.Get<IAssistantCalls>();

    /// <summary>What was written was not understood: kept for the merchant, where anything is kept.</summary>
    /// <param name="guess">The likeliest intent, by its name.</param>
    public void NotUnderstood(string text, string guess)
    {
        WasNotUnderstood = true;
        Context.TurnState.Get<IUnclearUtterances>()?.Add(text, Language, guess);
    }

    /// <summary>Keeps no word of what was sent in this conversation, where anything is kept.</summary>
    public void ForgetSent() => Context.TurnState.Get<ISentMessages>()?.Forget();

    /// <summary>Set by a dialog for what it has no answer to: the shop answers it then.</summary>
    public bool PassedOn { get; private set; }

    /// <summary>What happens next, set by a dialog that ends with it.</summary>
    public ShopAction? Next { get; set; }

    public bool OnMessenger => Context.Activity.ChannelId == Microsoft.Bot.Connector.Channels.Facebook;

    /// <summary>Whether the activity is an event of the shop itself and not something that was sent to us.</summary>
    public bool IsInternalEvent => Origin is "gatewayevent" or "answer" or "timer";

    /// <summary>Whether the activity is a command of the merchant's.</summary>
    public bool IsMerchantCommand => Origin is "command";

    private string? Origin =>
        (Context.TurnState.Get<IIdentity>(BotAdapter.BotIdentityKey) as ClaimsIdentity)?.FindFirst(OriginClaim)?.Value;

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

    public static ShopTurn Begin(
        ITurnContext context, ConversationData conversation, Language fallback, DateTimeOffset now, TimeZoneInfo zone)
    {
        var turn = new ShopTurn(context, conversation, fallback, now, zone);
        context.TurnState.Set(turn);
        return turn;
    }

    /// <summary>The turn that <see cref="Begin"/> began; null before that.</summary>
    public static ShopTurn? Find(ITurnContext context) => context.TurnState.Get<ShopTurn>();

    public static ShopTurn Of(ITurnContext context) =>
        Find(context) ?? throw new InvalidOperationException("The bot has not begun this turn: dialogs of the shop run under ShopBot.");

    /// <summary>A time as the shop's own clock shows it: what shoppers read.</summary>
    public DateTimeOffset ToShopTime(DateTimeOffset at) => TimeZoneInfo.ConvertTime(at, _zone);

    /// <summary>Where the shop is: its days are counted there.</summary>
    public TimeZoneInfo Zone => _zone;

    /// <summary>When the shopper sent this, as the channel says; never later than now.</summary>
    public DateTimeOffset Sent => Context.Activity.Timestamp is { } sent && sent < Now ? sent : Now;

    public void PassOn() => PassedOn = true;

    /// <summary>From now on, in this conversation.</summary>
    public void UseLanguage(Language language)
    {
        Conversation.Language = language.Code;
        Texts = Texts.Of(language);
    }

    /// <summary>For a fact that finds a conversation in which no language was chosen.</summary>
    public void UseLanguageOf(Order order) => SpeakAs(order.Language);

    /// <summary>For this turn, in a conversation in which no language was chosen.</summary>
    public void SpeakAs(Language language)
    {
        if (Conversation.Language is null && Texts.Knows(language))
            Texts = Texts.Of(language);
    }

    public Task SendTextAsync(string text, params IEnumerable<CardAction> quick) => SendAsync(Reply.Text(text, quick));

    public Task SendAsync(Activity reply)
    {
        (_shown ??= new VisibleButtons()).Add(reply);
        _replies.Add((reply, null));
        return Context.SendActivityAsync(reply);
    }

    /// <summary>What a person says: the buttons that were shown before stay what can be typed.</summary>
    public Task SendAsync(Activity reply, string who)
    {
        _replies.Add((reply, who));
        return Context.SendActivityAsync(reply);
    }

    /// <summary>What was shown now can be tapped, and typed, from now on. A turn without a word leaves what was there.</summary>
    public void KeepButtons()
    {
        if (_shown is null)
            return;
        Conversation.Buttons = _shown.Meanings;
        if (Conversation.Tap is { } tapped && _shown.Has(tapped))
            Conversation.TapShownAgainAt = Now.ToUnixTimeMilliseconds();
    }

    private T Store<T>()
        where T : class =>
        Context.TurnState.Get<T>()
        ?? throw new InvalidOperationException(
            $"This turn offers no {typeof(T).Name}: the host puts it into TurnState before the bot runs.");
}
