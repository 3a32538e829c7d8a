using System.Text.Json.Nodes;
using CommerceBot.Simulator.Stripe.Shapes;

namespace CommerceBot.Simulator.Stripe.Api;

/// <summary>Stripe's <c>expand[]</c>: an id in the answer gives way to the thing itself, or a hidden list is shown.</summary>
internal static class Expansion
{
    private const int Deepest = 4;

    /// <summary>What may be expanded in each kind of object.</summary>
    private static readonly Dictionary<string, string[]> Expandable = new()
    {
        ["checkout.session"] = ["line_items", "payment_intent", "customer"],
        ["payment_intent"] = ["latest_charge", "customer"],
        ["charge"] = ["payment_intent", "customer", "refunds", "balance_transaction"],
        ["refund"] = ["payment_intent", "charge", "balance_transaction"],
        ["dispute"] = ["charge", "payment_intent"],
        ["customer"] = [],
        ["event"] = [],
        ["item"] = [],
        ["balance"] = [],
    };

    public static void Expand(JsonObject answer, IEnumerable<string> paths, View view)
    {
        foreach (var path in paths)
        {
            var names = path.Split('.');
            if (names.Length > Deepest)
                throw StripeRefusal.Invalid($"You cannot expand more than {Deepest} levels of a property. Property: {path}", "expand");
            Walk(answer, names, path, view);
        }
    }

    private static void Walk(JsonObject here, ReadOnlySpan<string> names, string path, View view)
    {
        if (names.IsEmpty) return;
        if (here["object"]?.GetValue<string>() == "list")
        {
            if (names[0] != "data") throw CannotExpand(path);
            foreach (var item in here["data"]!.AsArray()) Walk(item!.AsObject(), names[1..], path, view);
            return;
        }
        var kind = here["object"]!.GetValue<string>();
        if (!Expandable[kind].Contains(names[0])) throw CannotExpand(path);
        Show(here, kind, names[0], view);
        if (here[names[0]] is JsonObject next) Walk(next, names[1..], path, view);
    }

    private static void Show(JsonObject here, string kind, string name, View view)
    {
        var id = here["id"]!.GetValue<string>();
        if (here[name] is JsonObject)
            return;
        if (kind == "checkout.session" && name == "line_items")
            here[name] = Page.Of(LineItems(id, view), $"/v1/checkout/sessions/{id}/line_items");
        else if (kind == "charge" && name == "refunds")
            here[name] = Page.Of(view.RefundsOf(id).Select(RefundShape.Of), $"/v1/charges/{id}/refunds");
        else if (here[name] is JsonValue value && view.Of(value.GetValue<string>()) is { } thing)
            here[name] = thing;
    }

    private static IEnumerable<JsonObject> LineItems(string sessionId, View view)
    {
        var session = view.Session(sessionId)!;
        return session.Lines.Select(line => SessionShape.LineItem(session, line));
    }

    private static StripeRefusal CannotExpand(string path) =>
        StripeRefusal.Invalid($"This property cannot be expanded ({path}).", "expand");
}
