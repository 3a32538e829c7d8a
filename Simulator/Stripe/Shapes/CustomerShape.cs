using System.Text.Json.Nodes;
using CommerceBot.Simulator.Stripe.Ledger;

namespace CommerceBot.Simulator.Stripe.Shapes;

internal static class CustomerShape
{
    private static readonly string[] Echoed = ["address", "description", "email", "name", "phone", "preferred_locales", "shipping"];

    public static JsonObject Of(Customer customer)
    {
        var json = new JsonObject
        {
            ["id"] = customer.Id,
            ["object"] = "customer",
            ["balance"] = 0,
            ["created"] = customer.Created,
            ["currency"] = null,
            ["default_source"] = null,
            ["delinquent"] = false,
            ["livemode"] = false,
            ["metadata"] = customer.Asked.CopyMetadata("metadata"),
            ["tax_exempt"] = "none",
            ["test_clock"] = null,
        };
        foreach (var name in Echoed) json[name] = customer.Asked.Copy(name);
        return json;
    }
}
