using System.Text.Json.Nodes;
using CommerceBot.Simulator.Stripe.Ledger;
using CommerceBot.Simulator.Stripe.Processing;

namespace CommerceBot.Simulator.Stripe.Shapes;

/// <summary>What a charge tells of the card or account that paid it.</summary>
internal static class MethodShape
{
    /// <param name="amountAuthorized">Minor units; null when the bank said no.</param>
    public static JsonObject Of(PaidWith with, long? amountAuthorized) => new()
    {
        ["type"] = with.Kind,
        [with.Kind] = with.Kind == PaidWith.ByCard ? Card(with, amountAuthorized) : Account(with),
    };

    private static JsonObject Card(PaidWith card, long? amountAuthorized) => new()
    {
        ["amount_authorized"] = amountAuthorized,
        ["authorization_code"] = null,
        ["brand"] = card.Brand,
        ["checks"] = Checks(),
        ["country"] = "US",
        ["electronic_commerce_indicator"] = card.Authenticated ? "05" : null,
        ["exp_month"] = card.ExpiryMonth,
        ["exp_year"] = card.ExpiryYear,
        ["funding"] = "credit",
        ["installments"] = null,
        ["last4"] = card.Last4,
        ["mandate"] = null,
        ["network"] = card.Brand,
        ["network_transaction_id"] = null,
        ["regulated_status"] = "unregulated",
        ["three_d_secure"] = card.Authenticated ? ThreeDSecure() : null,
        ["transaction_link_id"] = null,
        ["wallet"] = null,
    };

    /// <summary>The page asks for the security code, and for no address that a bank could check.</summary>
    public static JsonObject Checks() => new()
    {
        ["address_line1_check"] = null,
        ["address_postal_code_check"] = null,
        ["cvc_check"] = "pass",
    };

    private static JsonObject ThreeDSecure() => new()
    {
        ["authentication_flow"] = "challenge",
        ["electronic_commerce_indicator"] = "05",
        ["exemption_indicator"] = null,
        ["result"] = "authenticated",
        ["result_reason"] = null,
        ["transaction_id"] = null,
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
