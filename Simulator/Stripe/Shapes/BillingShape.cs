using System.Text.Json.Nodes;
using CommerceBot.Simulator.Stripe.Ledger;

namespace CommerceBot.Simulator.Stripe.Shapes;

/// <summary>Who paid, as a charge and a payment method tell it.</summary>
internal static class BillingShape
{
    public static JsonObject Of(Payer payer) => new()
    {
        ["address"] = AddressShape.Of(payer.Address),
        ["email"] = OrNull(payer.Email),
        ["name"] = OrNull(payer.Name),
        ["phone"] = payer.Phone,
        ["tax_id"] = null,
    };

    /// <summary>A payment that nobody filled in a form for has no payer's details.</summary>
    private static string? OrNull(string text) => text.Length == 0 ? null : text;
}
