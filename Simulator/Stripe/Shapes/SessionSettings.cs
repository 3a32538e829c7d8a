using System.Text.Json;
using System.Text.Json.Nodes;

namespace CommerceBot.Simulator.Stripe.Shapes;

/// <summary>The settings of a session as Stripe gives them back: what was left out of a group is null in it, or Stripe's default.</summary>
internal static class SessionSettings
{
    /// <summary>Groups that Stripe leaves out of the answer when nobody asked for them.</summary>
    private static readonly string[] OnlyWhenAsked = ["excluded_payment_method_types", "name_collection"];

    public static void AddWhatWasAsked(JsonObject session, JsonElement asked)
    {
        foreach (var name in OnlyWhenAsked)
        {
            if (asked.Copy(name) is { } value) session[name] = value;
        }
        foreach (var kind in (string[])["business", "individual"])
        {
            if (session["name_collection"]?[kind] is JsonObject named) named["optional"] ??= false;
        }
        if (asked.At("branding_settings") is not null) session["branding_settings"] = Branding(asked);
    }

    public static JsonObject? Consent(JsonElement asked) => asked.At("consent_collection") is null
        ? null
        : Group(asked, "consent_collection", "payment_method_reuse_agreement", "promotions", "terms_of_service");

    public static JsonObject? SavedMethods(JsonElement asked) => asked.At("saved_payment_method_options") is null
        ? null
        : Group(asked, "saved_payment_method_options", "allow_redisplay_filters", "payment_method_remove", "payment_method_save");

    /// <summary>The simulator writes no invoices.</summary>
    public static JsonObject NoInvoice()
    {
        var data = new JsonObject { ["metadata"] = new JsonObject() };
        string[] nulls = ["account_tax_ids", "custom_fields", "description", "footer", "issuer", "rendering_options"];
        foreach (var name in nulls) data[name] = null;
        return new JsonObject { ["enabled"] = false, ["invoice_data"] = data };
    }

    /// <summary>What the shop left out comes from the account's branding: the simulator's account has Stripe's plain one.</summary>
    private static JsonObject Branding(JsonElement asked) => new()
    {
        ["background_color"] = asked.Text("branding_settings", "background_color") ?? "#ffffff",
        ["border_style"] = asked.Text("branding_settings", "border_style") ?? "rounded",
        ["button_color"] = asked.Text("branding_settings", "button_color") ?? "#0074d4",
        ["display_name"] = asked.Text("branding_settings", "display_name") ?? "",
        ["font_family"] = asked.Text("branding_settings", "font_family") ?? "default",
        ["icon"] = asked.Copy("branding_settings", "icon"),
        ["logo"] = asked.Copy("branding_settings", "logo"),
    };

    private static JsonObject Group(JsonElement asked, string group, params string[] names)
    {
        var json = new JsonObject();
        foreach (var name in names) json[name] = asked.Copy(group, name);
        return json;
    }
}
