using System.Text.Json;

namespace CommerceBot.Payments.Stripe;

/// <summary>The few ids of an event that tell where to look. Any field may be missing or of another shape.</summary>
internal static class HintReading
{
    private const int LongestId = 255;

    /// <summary>The hint; null when it is not an event at all.</summary>
    public static StripeHint? Of(JsonElement root)
    {
        if (Text(root, "id") is not { } id || Text(root, "type") is not { } type)
            return null;
        // A thin event names its object; an ordinary one carries it as it was.
        var thing = Child(root, "related_object") ?? Child(Child(root, "data"), "object");
        var kind = Text(thing, "object") ?? Text(thing, "type");
        var metadata = Child(thing, "metadata");
        return new StripeHint(
            id,
            type,
            kind == "checkout.session" ? Text(thing, "id") : null,
            kind == "payment_intent" ? Text(thing, "id") : Text(thing, "payment_intent") ?? Text(Child(thing, "payment_intent"), "id"),
            kind == "charge" ? Text(thing, "id") : Text(thing, "charge") ?? Text(Child(thing, "charge"), "id"),
            kind is "refund" or "dispute" ? Text(thing, "id") : null,
            Text(metadata, MetadataNames.Order) ?? (kind == "checkout.session" ? Text(thing, "client_reference_id") : null),
            Child(root, "livemode", JsonValueKind.True) is not null,
            Text(root, "account") ?? AccountOf(Text(root, "context")),
            Time(root));
    }

    /// <summary>A thin event of another account says so in its context.</summary>
    private static string? AccountOf(string? context) => context?.StartsWith("acct_", StringComparison.Ordinal) == true ? context : null;

    private static JsonElement? Child(JsonElement? parent, string name, JsonValueKind kind = JsonValueKind.Object) =>
        parent is { ValueKind: JsonValueKind.Object } found && found.TryGetProperty(name, out var child) && child.ValueKind == kind ? child : null;

    private static string? Text(JsonElement? parent, string name) =>
        Child(parent, name, JsonValueKind.String)?.GetString() is { Length: > 0 and <= LongestId } text ? text : null;

    private static DateTimeOffset? Time(JsonElement root) =>
        Child(root, "created", JsonValueKind.Number) is { } number && number.TryGetInt64(out var seconds) && seconds is > 0 and < 253_402_300_800
            ? DateTimeOffset.FromUnixTimeSeconds(seconds)
            : null;
}
