using CommerceBot.Orders;
using CommerceBot.Payments;
using CommerceBot.Payments.Stripe;
using CommerceBot.Tests.Orders;

namespace CommerceBot.Tests.Payments;

/// <summary>An ordinary payment for tests: an order, its ledger with one open session, and what the gateway shows of it.</summary>
internal static class Pay
{
    public static readonly CheckoutToken Tokens = new("0123456789abcdef0123456789abcdef");

    public static CheckoutLinks Links { get; } = new(() => new Uri("http://localhost:3978/"), Tokens);

    /// <summary>What is decided at noon, unless a test says otherwise. Goods are held while an order waits for its money.</summary>
    public static PaymentDecision Decide(Order order, PaymentLedger ledger, PaymentTrigger trigger, bool? held = null,
        DateTimeOffset? now = null) =>
        PaymentDecision.Of(Context(order, ledger, held ?? order.AwaitsMoney, now ?? Some.Noon), trigger);

    public static PaymentContext Context(Order order, PaymentLedger ledger, bool held, DateTimeOffset now) =>
        new(order, ledger, held, Links, StripeChargeLimits.Instance, now);

    public static PaymentDecision Hear(Order order, PaymentLedger ledger, PaymentAnswer answer, bool? held = null,
        DateTimeOffset? now = null) =>
        Decide(order, ledger, new PaymentTrigger.Answered(answer), held, now);

    public static PaymentDecision See(Order order, PaymentLedger ledger, SessionSnapshot seen, bool? held = null) =>
        Hear(order, ledger, new SessionSeen(order.Id, seen), held);

    public static PaymentDecision Cancel(Order order, PaymentLedger ledger, CancelledBy by = CancelledBy.Shopper) =>
        Decide(order, ledger, new PaymentTrigger.CancelRequested(by));

    public static PaymentDecision Refund(Order order, PaymentLedger ledger, RefundRequest request, bool restock = false) =>
        Decide(order, ledger, new PaymentTrigger.RefundRequested(request, restock));

    /// <summary>The first page is asked for.</summary>
    public static PaymentDecision Begun(Order order, PaymentLedger? ledger = null, DateTimeOffset? now = null) =>
        Decide(order, ledger ?? PaymentLedger.Empty(order.Id), new PaymentTrigger.OrderPlaced(), now: now);

    public static OpenSession Call(Order order, DateTimeOffset? now = null) => (OpenSession)Begun(order, now: now).Calls[0];

    public static PaymentLedger Opened(Order order, int attempts = 1)
    {
        var ledger = PaymentLedger.Empty(order.Id);
        for (var number = 1; number <= attempts; number++)
            ledger = Hear(order, Begun(order, ledger).Ledger, Answer(order, number)).Ledger;
        return ledger;
    }

    public static SessionOpened Answer(Order order, int number) =>
        new(order.Id, number, Session(number), new Uri($"https://checkout.stripe.com/c/pay/{Session(number)}"), Some.Noon.AddHours(1));

    public static SessionSnapshot Seen(Order order, SessionStatus status, SessionPayment payment, int number = 1) => new(
        Session(number), status, payment, order.Total, order.Id.Value, number, order.Id.Value, order.Live,
        status == SessionStatus.Complete ? $"pi_{number}" : null,
        payment == SessionPayment.Paid ? $"ch_{number}" : null,
        payment == SessionPayment.Paid ? new CardSeen("visa", "4242") : null,
        order.Contact.Email, Some.Noon.AddHours(1));

    public static SessionSnapshot Paid(Order order, int number = 1) => Seen(order, SessionStatus.Complete, SessionPayment.Paid, number);

    public static SessionSnapshot Expired(Order order, int number = 1) => Seen(order, SessionStatus.Expired, SessionPayment.Unpaid, number);

    public static SessionSnapshot Open(Order order, int number = 1) => Seen(order, SessionStatus.Open, SessionPayment.Unpaid, number);

    public static string Session(int number) => $"cs_test_{number}";

    /// <summary>The refund that a decision asks for; null when it asks for none.</summary>
    public static RefundPayment? RefundOf(this PaymentDecision decision) => decision.Calls.OfType<RefundPayment>().SingleOrDefault();

    /// <summary>What the shopper is told, in order.</summary>
    public static NoticeKind[] Told(this PaymentDecision decision) => [.. decision.Notices.Select(notice => notice.Kind)];

    public static AlertKind[] Alarmed(this PaymentDecision decision) => [.. decision.Alerts.Select(alert => alert.Kind)];
}
