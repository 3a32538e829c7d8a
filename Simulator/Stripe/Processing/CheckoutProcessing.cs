using CommerceBot.Simulator.Stripe.Ledger;
using Microsoft.Extensions.Logging;

namespace CommerceBot.Simulator.Stripe.Processing;

/// <summary>Where a filled form becomes an attempt to pay. The page and the control API hand in the same form.</summary>
internal sealed class CheckoutProcessing(StripeLedger ledger, ILogger<CheckoutProcessing> log)
{
    public Session? Find(string sessionId) =>
        ledger.Read(tables => tables.Sessions.TryGet(sessionId, out var session) ? session : null);

    public FormCheck Check(PaymentForm form, Session session) => FormCheck.Of(form, session, ledger.Now);

    public PayResult Pay(string sessionId, Payment payment)
    {
        var result = ledger.Write((tables, note) => Paying.Pay(tables, note, sessionId, payment, ledger.Now));
        log.Attempted(sessionId, payment.Means, result.GetType().Name);
        return result;
    }

    /// <summary>The shopper's answer to the bank's 3-D Secure question.</summary>
    public PayResult AnswerChallenge(string sessionId, bool proved)
    {
        var result = ledger.Write((tables, note) => Challenging.Answer(tables, note, sessionId, proved, ledger.Now));
        log.Attempted(sessionId, proved ? "3-D Secure completed" : "3-D Secure failed", result.GetType().Name);
        return result;
    }

    /// <exception cref="StripeRefusal">Nothing there is processing.</exception>
    public Session Settle(string sessionId, bool succeeded) =>
        ledger.Write((tables, note) => Processing.Settling.Settle(tables, note, sessionId, succeeded, ledger.Now));

    public Session Expire(string sessionId) =>
        ledger.Write((tables, note) => Expiring.ExpireNow(tables, note, sessionId, ledger.Now, by: null));
}
