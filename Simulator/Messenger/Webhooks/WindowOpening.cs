using System.Text.Json.Nodes;

namespace CommerceBot.Simulator.Messenger.Webhooks;

/// <summary>
/// Which events open the 24 hours: what the shopper did, not what was done to the shopper. (Messenger Platform, policy overview,
/// 2026-11-27)
/// </summary>
internal static class WindowOpening
{
    private static readonly string[] Openers = ["message", "postback", "referral", "order", "messaging_customer_information"];

    /// <summary>Milliseconds below this are seconds: some of Meta's events say their time in these.</summary>
    private const long FirstMilliseconds = 1_000_000_000_000;

    /// <returns>When the window opened, never later than now; null when the event does not open it.</returns>
    public static DateTimeOffset? Of(JsonObject messaging, string psid, DateTimeOffset now)
    {
        if ((messaging["sender"] as JsonObject)?["id"]?.ToString() != psid || !IsOpener(messaging))
            return null;
        if (messaging["timestamp"] is not JsonValue stamp || !stamp.TryGetValue(out long at) || at <= 0)
            return now;
        var when = at < FirstMilliseconds ? DateTimeOffset.FromUnixTimeSeconds(at)
            : DateTimeOffset.FromUnixTimeMilliseconds(Math.Min(at, Latest));
        return when < now ? when : now;
    }

    private static long Latest => DateTimeOffset.MaxValue.ToUnixTimeMilliseconds();

    private static bool IsOpener(JsonObject messaging)
    {
        if (WebhookFields.Of(messaging) is "message_echoes")
            return false;
        if (messaging["reaction"] is JsonObject reaction)
            return reaction["action"]?.ToString() is "react";
        // A consent to later notices is no conversation; the plug-ins' opt-in is.
        if (messaging["optin"] is JsonObject optin)
            return !optin.ContainsKey("type");
        return Openers.Any(name => messaging[name] is JsonObject);
    }
}
