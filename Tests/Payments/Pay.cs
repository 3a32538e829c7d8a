using CommerceBot.Orders;
using CommerceBot.Payments;
using CommerceBot.Tests.Orders;

namespace CommerceBot.Tests.Payments;

/// <summary>An ordinary payment for tests: an order, its ledger with one open session, and what Stripe shows of it.</summary>
internal static class Pay
{
    public static readonly ThanksToken Tokens = new("0123456789abcdef0123456789abcdef");
    public static readonly PaymentPages Pages = new(new Uri("http://localhost:3978/"), new Uri("http://localhost:3978/chat"));

    public static PaymentLedger Opened(Order order, int attempts = 1)
    {
        var ledger = PaymentLedger.Empty(order.Id);
        for (var number = 1; number <= attempts; number++)
        {
            var begun = Attempting.Begin(order, ledger, Pages, Tokens, Some.Noon);
            ledger = Attempting.Opened(order, begun.Ledger, Answer(order, number), Some.Noon).Ledger;
        }

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

    public static string Session(int number) => $"cs_test_{number}";
}
