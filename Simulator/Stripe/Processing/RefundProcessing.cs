using System.Text.Json;
using System.Text.Json.Nodes;
using CommerceBot.Simulator.Stripe.Faults;
using CommerceBot.Simulator.Stripe.Ledger;
using CommerceBot.Simulator.Stripe.Shapes;

namespace CommerceBot.Simulator.Stripe.Processing;

/// <summary>
/// What happens to money without the shop's doing: the banks' answers, and Stripe's dashboard. The panel and the
/// control API both come here.
/// </summary>
/// <remarks>Every act answers the thing as the API shows it, or throws the <see cref="StripeRefusal"/> that stands against it.</remarks>
internal sealed class RefundProcessing(StripeLedger ledger, FaultSwitches faults)
{
    public JsonObject SettleSession(string id, bool succeeded) =>
        ledger.Write((tables, note) => SessionShape.Of(Settling.Settle(tables, note, id, succeeded, ledger.Now)));

    /// <param name="amount">Minor units; null for all that is left.</param>
    public JsonObject Refund(string chargeId, long? amount, string? reason)
    {
        if (amount <= 0) throw StripeRefusal.Invalid("Invalid positive integer", "amount", "parameter_invalid_integer");
        if (reason is not (null or "duplicate" or "fraudulent" or "requested_by_customer"))
            throw StripeRefusal.Invalid("Invalid reason: must be one of duplicate, fraudulent, requested_by_customer", "reason");
        var asked = new JsonObject { ["charge"] = chargeId };
        if (amount is not null)
            asked["amount"] = amount;
        if (reason is not null)
            asked["reason"] = reason;
        return ledger.Write(
            (tables, note) =>
                RefundShape.Of(
                    Refunding.Create(tables, note, JsonSerializer.SerializeToElement(asked), ledger.Now, by: null, faults.ForRefund)));
    }

    public JsonObject SettleRefund(string id, bool succeeded) =>
        ledger.Write((tables, note) => RefundShape.Of(RefundEnding.Settle(tables, note, id, succeeded, ledger.Now)));

    public JsonObject Dispute(string chargeId, long? amount, string reason) => ledger.Write((tables, note) =>
        DisputeShape.Of(Disputing.Open(tables, note, chargeId, amount, reason, ledger.Now), tables.Charges.Get(chargeId)));

    public JsonObject CloseDispute(string id, bool won) => ledger.Write((tables, note) =>
        Shown(tables, Disputing.Close(tables, note, id, won, ledger.Now, by: null)));

    /// <param name="status">A word of Stripe's that may follow the one that it has.</param>
    public JsonObject MoveDispute(string id, string status) => ledger.Write((tables, note) =>
        Shown(tables, Disputing.Move(tables, note, id, status, ledger.Now)));

    private static JsonObject Shown(LedgerTables tables, Dispute dispute) => DisputeShape.Of(dispute, tables.Charges.Get(dispute.ChargeId));
}
