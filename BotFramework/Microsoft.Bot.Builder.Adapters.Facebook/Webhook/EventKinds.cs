using System.Text.Json;

namespace Microsoft.Bot.Builder.Adapters.Facebook;

/// <summary>The key by which each kind of event is known, the most frequent first.</summary>
internal static class EventKinds
{
    private static readonly (byte[] Key, string Name, FacebookEventKind Kind)[] Known =
    [
        Row("message", FacebookEventKind.Message),
        Row("postback", FacebookEventKind.Postback),
        Row("delivery", FacebookEventKind.Delivery),
        Row("read", FacebookEventKind.Read),
        Row("reaction", FacebookEventKind.Reaction),
        Row("referral", FacebookEventKind.Referral),
        Row("message_edit", FacebookEventKind.MessageEdited),
        Row("order", FacebookEventKind.Order),
        Row("messaging_customer_information", FacebookEventKind.CustomerInformation),
        Row("optin", FacebookEventKind.Optin),
        Row("account_linking", FacebookEventKind.AccountLinking),
        Row("pass_thread_control", FacebookEventKind.PassThreadControl),
        Row("take_thread_control", FacebookEventKind.TakeThreadControl),
        Row("request_thread_control", FacebookEventKind.RequestThreadControl),
        Row("app_roles", FacebookEventKind.AppRoles),
        Row("response_feedback", FacebookEventKind.ResponseFeedback),
        Row("messaging_feedback", FacebookEventKind.CustomerFeedback),
        Row("template", FacebookEventKind.Coupon),
        Row("policy_enforcement", FacebookEventKind.PolicyEnforcement),
        // Meta's page writes it with an underscore, bodies in the wild with a hyphen.
        Row("policy-enforcement", FacebookEventKind.PolicyEnforcement),
        Row("payment", FacebookEventKind.LegacyPayment),
        Row("checkout_update", FacebookEventKind.LegacyPayment),
        Row("pre_checkout", FacebookEventKind.LegacyPayment),
    ];

    public static (FacebookEventKind Kind, string Name, JsonElement Part) Find(JsonElement raw)
    {
        foreach (var (key, name, kind) in Known)
            if (raw.TryGetProperty(key, out var part) && part.ValueKind != JsonValueKind.Null)
                return (kind, name, part);
        return (FacebookEventKind.Unknown, "unknown", default);
    }

    private static (byte[] Key, string Name, FacebookEventKind Kind) Row(string key, FacebookEventKind kind) =>
        (System.Text.Encoding.UTF8.GetBytes(key), key, kind);
}
