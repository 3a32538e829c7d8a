using System.Text.Json.Nodes;
using CommerceBot.Simulator.Stripe.Ledger;
using CommerceBot.Simulator.Stripe.Processing;

namespace CommerceBot.Simulator.Stripe.Shapes;

/// <summary>The payment method behind a charge, as Stripe's API writes it.</summary>
internal static class PaymentMethodShape
{
    public static JsonObject Of(Charge charge) => new()
    {
        ["id"] = charge.Card.MethodId,
        ["object"] = "payment_method",
        ["allow_redisplay"] = "limited",
        ["billing_details"] = BillingShape.Of(charge.Payer),
        ["created"] = charge.Created,
        ["customer"] = charge.CustomerId,
        ["customer_account"] = null,
        ["livemode"] = false,
        ["metadata"] = new JsonObject(),
        ["type"] = charge.Card.Kind,
        [charge.Card.Kind] = charge.Card.Kind == PaidWith.ByCard ? Card(charge.Card) : Account(charge.Card),
    };

    private static JsonObject Card(PaidWith card) => new()
    {
        ["brand"] = card.Brand,
        ["checks"] = MethodShape.Checks(),
        ["country"] = "US",
        ["display_brand"] = card.Brand,
        ["exp_month"] = card.ExpiryMonth,
        ["exp_year"] = card.ExpiryYear,
        ["funding"] = "credit",
        ["generated_from"] = null,
        ["last4"] = card.Last4,
        ["networks"] = new JsonObject { ["available"] = new JsonArray(card.Brand), ["preferred"] = null },
        ["regulated_status"] = "unregulated",
        ["three_d_secure_usage"] = new JsonObject { ["supported"] = true },
        ["wallet"] = null,
    };

    private static JsonObject Account(PaidWith account) => new()
    {
        ["bank_code"] = TestAccount.BankCode,
        ["branch_code"] = null,
        ["country"] = TestAccount.Country,
        ["fingerprint"] = null,
        ["generated_from"] = new JsonObject { ["charge"] = null, ["setup_attempt"] = null },
        ["last4"] = account.Last4,
    };
}
