using System.Globalization;
using CommerceBot.Simulator.Stripe.Faults;
using CommerceBot.Simulator.Stripe.Ledger;
using CommerceBot.Simulator.Stripe.Till;
using CommerceBot.Simulator.Stripe.Webhooks;
using Microsoft.AspNetCore.Http;

namespace CommerceBot.Simulator.Stripe.Panel;

/// <summary>A button of the panel, pressed.</summary>
internal sealed class PanelActs(StripeLedger ledger, Counter counter, BackOffice office, FaultSwitches faults, DeliveryGate gate)
{
    /// <returns>The part of the page where the change can be seen.</returns>
    /// <exception cref="StripeRefusal">It cannot be done, or the form says nothing that the panel knows.</exception>
    public string Do(IFormCollection posted)
    {
        var id = posted["id"].ToString();
        switch (posted["act"].ToString())
        {
            case "expire": counter.Expire(id); return id;
            case "settle-succeeded": office.SettleSession(id, succeeded: true); return id;
            case "settle-failed": office.SettleSession(id, succeeded: false); return id;
            case "refund": return office.Refund(id, Amount(id, posted["amount"].ToString()), reason: null)["id"]!.GetValue<string>();
            case "refund-succeeded": office.SettleRefund(id, succeeded: true); return id;
            case "refund-failed": office.SettleRefund(id, succeeded: false); return id;
            case "dispute": return office.Dispute(id, Amount(id, posted["amount"].ToString()), posted["reason"].ToString())["id"]!.GetValue<string>();
            case "dispute-won": office.CloseDispute(id, won: true); return id;
            case "dispute-lost": office.CloseDispute(id, won: false); return id;
            case "webhooks-stop": gate.Close(); return "webhooks";
            case "webhooks-resume": gate.Open(); return "webhooks";
            case "faults": return Set(FaultForm.Read(posted) with { Next = faults.Plan.Next });
            case "faults-off": return Set(new FaultPlan());
            default: throw StripeRefusal.Invalid($"The panel has no button {posted["act"]}.", "act");
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
        if (typed.Trim().Length == 0) return null;
        var currency = ledger.Read(books => books.Charges.TryGet(chargeId, out var charge) ? charge.Currency : throw StripeRefusal.NoSuch("charge", chargeId, "charge"));
        var isNumber = decimal.TryParse(typed.Trim().Replace(',', '.'), NumberStyles.AllowDecimalPoint, CultureInfo.InvariantCulture, out var major);
        var minor = isNumber && major <= Currencies.LargestAmount ? major * (decimal)Math.Pow(10, Currencies.Digits(currency)) : 0;
        return minor > 0 && minor == decimal.Truncate(minor)
            ? (long)minor
            : throw StripeRefusal.Invalid($"\"{typed}\" is no amount in {currency.ToUpperInvariant()}: write it like {Currencies.Major(currency, 1234)}.", "amount");
    }
}
