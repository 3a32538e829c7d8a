using System.Collections.Frozen;

namespace CommerceBot.Simulator.Stripe.Processing;

/// <summary>
/// The payment methods that stand for Stripe's test cards where no page asks for a number. https://docs.stripe.com/testing
/// (2026-11-27)
/// </summary>
internal static class TestMethods
{
    private static readonly FrozenDictionary<string, TestMethod> ById = new Dictionary<string, TestMethod>
    {
        ["pm_card_visa"] = new("success"),
        ["pm_card_bypassPending"] = new("success"),
        ["pm_card_createDispute"] = new("success", DisputedAs: "fraudulent"),
        ["pm_card_createDisputeProductNotReceived"] = new("success", DisputedAs: "product_not_received"),
        ["pm_card_authenticationRequired"] = new("three_d_secure"),
        ["pm_card_threeDSecure2Required"] = new("three_d_secure_always"),
        ["pm_card_chargeDeclined"] = new("declined"),
        ["pm_card_visa_chargeDeclined"] = new("declined"),
        ["pm_card_chargeDeclinedInsufficientFunds"] = new("insufficient_funds"),
        ["pm_card_visa_chargeDeclinedInsufficientFunds"] = new("insufficient_funds"),
        ["pm_card_chargeDeclinedExpiredCard"] = new("expired"),
        ["pm_card_visa_chargeDeclinedExpiredCard"] = new("expired"),
        ["pm_card_chargeDeclinedIncorrectCvc"] = new("bad_cvc"),
        ["pm_card_visa_chargeDeclinedIncorrectCvc"] = new("bad_cvc"),
    }.ToFrozenDictionary();

    /// <exception cref="StripeRefusal">Stripe has no such method, or this simulator does not play it.</exception>
    public static TestMethod Get(string id)
    {
        if (ById.TryGetValue(id, out var method)) return method;
        throw id.StartsWith("pm_card_", StringComparison.Ordinal)
            ? StripeRefusal.NotSimulated("payment_method",
                $"it knows {string.Join(", ", ById.Keys.Order(StringComparer.Ordinal))}, and not {id}.")
            : StripeRefusal.Invalid($"No such PaymentMethod: '{id}'", "payment_method", "resource_missing");
    }
}

/// <param name="CardName">A name of <see cref="TestCards"/>.</param>
/// <param name="DisputedAs">The reason for which its holder's bank takes the money back at once; null when it does not.</param>
internal sealed record TestMethod(string CardName, string? DisputedAs = null)
{
    public TestCard Card => TestCards.Named(CardName)!;
}
