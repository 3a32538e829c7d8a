using System.Globalization;
using CommerceBot.Simulator.Stripe.Faults;
using CommerceBot.Simulator.Stripe.Ledger;
using CommerceBot.Simulator.Stripe.Processing;
using CommerceBot.Simulator.Stripe.Webhooks;
using Microsoft.AspNetCore.Http;

namespace CommerceBot.Simulator.Stripe.Panel;

/// <summary>A button of the panel, pressed.</summary>
internal sealed class PanelActions(
    StripeLedger ledger, CheckoutProcessing counter, RefundProcessing office, FaultSwitches faults, DeliveryGate gate)
{
    /// <summary>What such a button does is this and the status that the dispute moves to.</summary>
    public const string DisputeMove = "dispute-to-";

    /// <returns>The part of the page where the change can be seen.</returns>
    /// <exception cref="StripeRefusal">It cannot be done, or the form says nothing that the panel knows.</exception>
    public string Do(IFormCollection posted)
    {
        var id = posted["id"].ToString();
        switch (posted["act"].ToString())
        {
            case "expire":
                counter.Expire(id);
                return id;
            case "settle-succeeded":
                office.SettleSession(id, succeeded: true);
                return id;
            case "settle-failed":
                office.SettleSession(id, succeeded: false);
                return id;
            case "refund":
                return office.Refund(id, Amount(id, posted["amount"].ToString()), reason: null)["id"]!.GetValue<string>();
            case "refund-succeeded":
                office.SettleRefund(id, succeeded: true);
                return id;
            case "refund-failed":
                office.SettleRefund(id, succeeded: false);
                return id;
            case "dispute":
                return office.Dispute(id, Amount(id, posted["amount"].ToString()), posted["reason"].ToString())["id"]!.GetValue<string>();
            case "dispute-won":
                office.CloseDispute(id, won: true);
                return id;
            case "dispute-lost":
                office.CloseDispute(id, won: false);
                return id;
            case var move when move.StartsWith(DisputeMove, StringComparison.Ordinal):
                office.MoveDispute(id, move[DisputeMove.Length..]);
                return id;
            case "webhooks-stop":
                gate.Close();
                return "webhooks";
            case "webhooks-resume":
                gate.Open();
                return "webhooks";
            case "faults":
                return Set(FaultForm.Read(posted) with { Next = faults.Plan.Next });
            case "faults-off":
                return Set(new FaultPlan());
            default:
                throw StripeRefusal.Invalid($"The panel has no button {posted["act"]}.", "act");
        }
    }

    private string Set(FaultPlan plan)
    {
        FaultCheck.Check(plan);
        faults.Set(plan);
        return "faults";
    }

    /// <summary>People write 12.34; an empty field means all that is left.</summary>
    private long? Amount(string chargeId, string typed)
    {
        if (typed.Trim().Length == 0)
            return null;
        var currency = ledger.Read(tables =>
            tables.Charges.TryGet(chargeId, out var charge) ? charge.Currency : throw StripeRefusal.NoSuch("charge", chargeId, "charge"));
        if (TypedAmount.IsAmbiguous(typed, Currencies.Digits(currency)))
            throw StripeRefusal.Invalid(
                $"\"{typed}\" is no amount in {currency.ToUpperInvariant()} that means one thing only: the mark may stand for thousands or "
                + $"for decimals. Write thousands without a mark, and decimals like {Currencies.Major(currency, 1234)}.", "amount");
        var isNumber = decimal.TryParse(
            typed.Trim().Replace(',', '.'), NumberStyles.AllowDecimalPoint, CultureInfo.InvariantCulture, out var major);
        var minor = isNumber && major <= Currencies.LargestAmount ? major * (decimal)Math.Pow(10, Currencies.Digits(currency)) : 0;
        return minor > 0 && minor == decimal.Truncate(minor)
            ? (long)minor
            : throw StripeRefusal.Invalid(
                $"\"{typed}\" is no amount in {currency.ToUpperInvariant()}: write it like {Currencies.Major(currency, 1234)}.", "amount");
    }
}
