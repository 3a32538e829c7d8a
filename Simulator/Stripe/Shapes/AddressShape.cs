using System.Text.Json.Nodes;
using CommerceBot.Simulator.Stripe.Ledger;

namespace CommerceBot.Simulator.Stripe.Shapes;

internal static class AddressShape
{
    public static JsonObject Of(Address address) => new()
    {
        ["city"] = address.City,
        ["country"] = address.Country.Length == 0 ? null : address.Country,
        ["line1"] = address.Line1,
        ["line2"] = address.Line2,
        ["postal_code"] = address.PostalCode,
        ["state"] = address.State,
    };
}
