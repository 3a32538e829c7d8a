using System.Text.Json.Nodes;
using CommerceBot.Simulator.Stripe.Ledger;
using CommerceBot.Simulator.Stripe.Till;

namespace CommerceBot.Simulator.Stripe.Shapes;

/// <summary>What a charge tells of the card or account that paid it.</summary>
internal static class MethodShape
{
    public static JsonObject Of(PaidWith with) => new()
    {
        ["type"] = with.Kind,
        [with.Kind] = with.Kind == PaidWith.ByCard ? Card(with) : Account(with),
    };

    private static JsonObject Card(PaidWith card) => new()
    {
        ["brand"] = card.Brand,
        ["country"] = "US",
        ["exp_month"] = card.ExpiryMonth,
        ["exp_year"] = card.ExpiryYear,
        ["funding"] = "credit",
        ["last4"] = card.Last4,
        ["network"] = card.Brand,
        ["three_d_secure"] = card.Authenticated ? ThreeDSecure() : null,
        ["wallet"] = null,
    };

    private static JsonObject ThreeDSecure() => new()
    {
        ["authentication_flow"] = "challenge",
        ["electronic_commerce_indicator"] = "05",
        ["exemption_indicator"] = null,
        ["result"] = "authenticated",
        ["result_reason"] = null,
        ["version"] = "2.2.0",
    };

    private static JsonObject Account(PaidWith account) => new()
    {
        ["bank_code"] = TestAccount.BankCode,
        ["branch_code"] = null,
        ["country"] = TestAccount.Country,
        ["fingerprint"] = null,
        ["last4"] = account.Last4,
        ["mandate"] = null,
    };
}
