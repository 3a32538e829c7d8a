using System.Text.Json;
using System.Text.Json.Nodes;
using CommerceBot.Simulator.Stripe.Faults;
using CommerceBot.Simulator.Stripe.Ledger;
using CommerceBot.Simulator.Stripe.Shapes;

namespace CommerceBot.Simulator.Stripe.Till;

/// <summary>What happens to money without the shop's doing: the banks' answers, and Stripe's dashboard. The panel and the control API both come here.</summary>
/// <remarks>Every act answers the thing as the API shows it, or throws the <see cref="StripeRefusal"/> that stands against it.</remarks>
internal sealed class BackOffice(StripeLedger ledger, FaultSwitches faults)
{
    public JsonObject SettleSession(string id, bool succeeded) =>
        ledger.Write((books, note) => SessionShape.Of(Settling.Settle(books, note, id, succeeded, ledger.Now)));

    /// <param name="amount">Minor units; null for all that is left.</param>
    public JsonObject Refund(string chargeId, long? amount, string? reason)
    {
        if (amount <= 0) throw StripeRefusal.Invalid("Invalid positive integer", "amount", "parameter_invalid_integer");
        if (reason is not (null or "duplicate" or "fraudulent" or "requested_by_customer"))
            throw StripeRefusal.Invalid("Invalid reason: must be one of duplicate, fraudulent, requested_by_customer", "reason");
        var asked = new JsonObject { ["charge"] = chargeId };
        if (amount is not null) asked["amount"] = amount;
        if (reason is not null) asked["reason"] = reason;
        return ledger.Write((books, note) =>
            RefundShape.Of(Refunding.Create(books, note, JsonSerializer.SerializeToElement(asked), ledger.Now, by: null, faults.ForRefund)));
    }

    public JsonObject SettleRefund(string id, bool succeeded) =>
        ledger.Write((books, note) => RefundShape.Of(RefundEnding.Settle(books, note, id, succeeded, ledger.Now)));

    public JsonObject Dispute(string chargeId, long? amount, string reason) => ledger.Write((books, note) =>
        DisputeShape.Of(Disputing.Open(books, note, chargeId, amount, reason, ledger.Now), books.Charges.Get(chargeId)));

    public JsonObject CloseDispute(string id, bool won) => ledger.Write((books, note) =>
    {
        var closed = Disputing.Close(books, note, id, won, ledger.Now, by: null);
        return DisputeShape.Of(closed, books.Charges.Get(closed.ChargeId));
    });
}
