using System.Security.Claims;
using System.Text.Json;
using CommerceBot.Bots;
using CommerceBot.Catalog;
using CommerceBot.Dialogs;
using CommerceBot.Orders;
using CommerceBot.Payments;
using CommerceBot.Recognition;
using CommerceBot.Recognition.Answers;
using CommerceBot.Recognition.Assistant;
using CommerceBot.Tests.Payments;
using CommerceBot.Tests.Recognition;
using Microsoft.Bot.Builder;
using Microsoft.Bot.Builder.Adapters;
using Microsoft.Bot.Schema;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Logging.Abstractions;
using Microsoft.Extensions.Time.Testing;
using Xunit;

namespace CommerceBot.Tests.Dialogs;

/// <summary>One shopper's conversation with the shop's bot, in process: says, taps, and what came back.</summary>
internal sealed class Chat
{
    private readonly TestAdapter _adapter;
    private readonly IBot _bot;
    private readonly string _locale;
    private int _sessions;

    public Chat(
        string locale = "it-IT", string channel = "facebook", string? name = "Anna", Store? store = null, MemoryStorage? states = null)
    {
        _locale = locale;
        Store = store ?? Goods.Store();
        var person = name ?? "shopper";
        _adapter = new TestAdapter(new ConversationReference
        {
            ChannelId = channel,
            ServiceUrl = "https://test.example",
            User = new ChannelAccount($"psid-{person}", name),
            Bot = new ChannelAccount("page", "Bot"),
            Conversation = new ConversationAccount(false, id: $"page:psid-{person}"),
        })
        { Locale = locale };
        var conversations = new ConversationState(states ?? new MemoryStorage());
        _adapter.Use(new Offering(Store)).Use(new AutoSaveStateMiddleware(conversations));
        _bot = new ServiceCollection()
            .AddSingleton(Goods.Settings)
            .AddSingleton<TimeProvider>(Time)
            .AddSingleton(Pay.Tokens)
            .AddSingleton(conversations)
            .AddSingleton(new ShopRecognizer(Recognizers.Model, Goods.Vocabulary))
            .AddSingleton(
                new MerchantAnswers(new AnswerFiles("no answers", "none edited"), Time, NullLogger<MerchantAnswers>.Instance))
            .AddMetrics()
            .AddLogging()
            .AddAssistant(AssistantOptions.Off)
            .AddShopBot()
            .BuildServiceProvider()
            .GetRequiredService<IBot>();
    }

    public Store Store { get; }

    public FakeTimeProvider Time { get; } = new(new DateTimeOffset(2026, 11, 23, 12, 0, 0, TimeSpan.Zero));

    /// <summary>What the bot sent since the shopper last did something.</summary>
    public List<Activity> Replies { get; } = [];

    public string Shown => string.Join('\n', Replies.Select(Transcript.Show));

    public OrderId Order => Store.Newest.Id;

    public Task SaysAsync(string text) => SendAsync(new Activity(ActivityTypes.Message) { Text = text });

    /// <summary>Sends a payload as Messenger's quick replies do.</summary>
    public Task SendsPayloadAsync(string payload) =>
        SendAsync(new Activity(ActivityTypes.Message) { Text = "tap", Value = JsonSerializer.SerializeToElement(payload) });

    /// <summary>Taps the last button or quick reply of that title; "title @ card" means the one on that card.</summary>
    public Task TapsAsync(string title)
    {
        var (label, card) = title.Split(" @ ") is [var one, var on] ? (one, on) : (title, null);
        var action =
            Replies
                .AsEnumerable()
                .Reverse()
                .SelectMany(reply => Transcript.Actions(reply, card))
                .FirstOrDefault(action => action.Title == label)
            ?? throw new InvalidOperationException($"There is no '{title}' to tap in:\n{Shown}");
        Assert.Equal(ActionTypes.PostBack, action.Type);
        return SendsPayloadAsync((string)action.Value!);
    }

    /// <summary>Stripe answers everything that was asked, in order.</summary>
    public async Task StripeAnswersAsync(
        SessionStatus status = SessionStatus.Open, SessionPayment payment = SessionPayment.Unpaid, bool fails = false)
    {
        var told = new List<Activity>();
        while (Store.Asked.TryDequeue(out var call))
        {
            await HearsAsync(Answer(call, status, payment, fails));
            told.AddRange(Replies);
        }

        Replies.Clear();
        Replies.AddRange(told);
    }

    public Task HearsAsync(PaymentAnswer answer, string origin = "answer") =>
        SendAsync(new Activity(ActivityTypes.Event) { Name = PaymentEvents.Answer, Value = PaymentEvents.Write(answer) }, origin);

    public Task LooksAgainAsync(OrderId order, string origin = "timer") =>
        SendAsync(
            new Activity(ActivityTypes.Event) { Name = PaymentEvents.LookAgain, Value = PaymentEvents.Write(new PaymentLook(order)) },
            origin);

    public async Task<InvokeResponse?> CommandAsync(string name, OrderCommand command, string origin = "command")
    {
        Replies.Clear();
        InvokeResponse? response = null;
        await RunAsync(new Activity(ActivityTypes.Invoke) { Name = name, Value = OrderCommands.Write(command) }, origin);
        foreach (var reply in Replies.Where(reply => reply.Type == ActivityTypesEx.InvokeResponse).ToList())
        {
            response = (InvokeResponse)reply.Value!;
            Replies.Remove(reply);
        }

        return response;
    }

    public async Task SendAsync(Activity activity, string? origin = "message")
    {
        Replies.Clear();
        await RunAsync(activity, origin);
    }

    private async Task RunAsync(Activity activity, string? origin)
    {
        activity.Locale ??= _locale;
        activity.Timestamp ??= Time.GetUtcNow();
        var identity = new ClaimsIdentity(origin is null ? [] : [new Claim(ShopTurn.OriginClaim, origin)], "test");
        if (await _adapter.ProcessActivityAsync(identity, activity, _bot.OnTurnAsync, TestContext.Current.CancellationToken) is not null)
            throw new InvalidOperationException("The test adapter answers no invokes.");
        while (_adapter.GetNextReply() is Activity reply)
            Replies.Add(reply);
    }

    private PaymentAnswer Answer(PaymentCall call, SessionStatus status, SessionPayment payment, bool fails) =>
        call switch
        {
            OpenSession open when fails => new CallFailed(open.Order, open.Attempt, CallFailure.GaveUp, "test"),
            OpenSession open => new SessionOpened(
                open.Order, open.Attempt, $"cs_test_{++_sessions}", new Uri($"https://checkout.stripe.com/c/pay/cs_test_{_sessions}"),
                open.ExpiresAt),
            ExpireSession expire => new SessionSeen(
                expire.Order, Seen(expire.Order, expire.SessionId, status == SessionStatus.Open ? SessionStatus.Expired : status, payment)),
            ReadSession read when fails => new CallFailed(read.Order, null, CallFailure.GaveUp, "test"),
            ReadSession read => new SessionSeen(read.Order, Seen(read.Order, read.SessionId, status, payment)),
            _ => throw new InvalidOperationException($"Nobody answers {call}."),
        };

    private SessionSnapshot Seen(OrderId id, string session, SessionStatus status, SessionPayment payment)
    {
        var order = Store.Placed[id];
        var attempt = Store.LedgerOf(id).AttemptOf(session)?.Number;
        return new SessionSnapshot(session, status, payment, order.Total, id.Value, attempt, id.Value, false,
            $"pi_{session}", payment == SessionPayment.Paid ? $"ch_{session}" : null,
            payment == SessionPayment.Paid ? new CardSeen("visa", "4242") : null, order.Contact.Email, null);
    }

    /// <summary>Lays the stores into the turn, as a host does.</summary>
    private sealed class Offering(Store store) : IMiddleware
    {
        public Task OnTurnAsync(ITurnContext turnContext, NextDelegate next, CancellationToken cancellationToken = default)
        {
            turnContext.TurnState.Add<ICatalog>(store);
            turnContext.TurnState.Add<IOrderStore>(store);
            turnContext.TurnState.Add<IStock>(store);
            turnContext.TurnState.Add<IPaymentStore>(store);
            turnContext.TurnState.Add<IPaymentCalls>(store);
            return next(cancellationToken);
        }
    }
}
