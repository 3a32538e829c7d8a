using System.Text.Json.Nodes;
using CommerceBot.Simulator.Stripe.Ledger;

namespace CommerceBot.Simulator.Stripe.Shapes;

internal static class CustomerShape
{
    private static readonly string[] Echoed = ["description", "email", "name", "phone", "preferred_locales"];

    public static JsonObject Of(Customer customer)
    {
        var json = new JsonObject
        {
            ["id"] = customer.Id,
            ["object"] = "customer",
            ["address"] = ShippingShape.Address(customer.Asked, "address"),
            ["balance"] = 0,
            ["created"] = customer.Created,
            ["currency"] = null,
            ["default_source"] = null,
            ["delinquent"] = false,
            ["customer_account"] = null,
            ["discount"] = null,
            ["invoice_prefix"] = customer.Id[^8..].ToUpperInvariant(),
            ["invoice_settings"] = new JsonObject
            {
                ["custom_fields"] = null, ["default_payment_method"] = null, ["footer"] = null, ["rendering_options"] = null,
            },
            ["livemode"] = false,
            ["next_invoice_sequence"] = 1,
            ["metadata"] = customer.Asked.CopyMetadata("metadata"),
            ["shipping"] = CustomerShipping(customer),
            ["tax_exempt"] = "none",
            ["test_clock"] = null,
        };
        foreach (var name in Echoed) json[name] = customer.Asked.Copy(name);
        return json;
    }

    /// <summary>Without what only a parcel on its way has.</summary>
    private static JsonObject? CustomerShipping(Customer customer)
    {
        var json = ShippingShape.Of(customer.Asked, "shipping");
        json?.Remove("carrier");
        json?.Remove("tracking_number");
        return json;
    }
}
