using CommerceBot.Orders;

namespace CommerceBot.Payments;

/// <summary>
/// A call that moves money, or leads to it, is never made again just because somebody says so: what the ledger knows of it
/// decides, and where nobody knows, the gateway is asked what it has.
/// </summary>
internal static class ReplayDecisions
{
    public static void Replay(DecisionBuilder decision, string key)
    {
        if (decision.Ledger.Refunds.FirstOrDefault(refund => RefundPayment.KeyOf(refund.Id) == key) is { } refund)
        {
            if (decision.Ledger.StateOf(refund) == RefundState.Requested)
                RefundDecisions.Doubt(decision, refund);
            else
                decision.Settle(key);
        }
        else if (decision.Ledger.Attempts.FirstOrDefault(attempt => OpenSession.KeyOf(decision.Order.Id, attempt.Number) == key)
            is { } attempt)
        {
            // The shopper asks for another page, under another key, when they want one.
            if (attempt.SessionId is null)
                AttemptDecisions.End(decision, attempt.Number);
            decision.Settle(key);
        }
        else
        {
            decision.Refusal = new PaymentRefusal(TransitionRefusal.WrongState,
                $"Order {decision.Order.Number} knows nothing of call {key}: it is not made.");
        }
    }
}
