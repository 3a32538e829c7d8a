using System.Globalization;
using System.Text.Json;

namespace CommerceBot.Payments.Stripe;

/// <summary>The few ids of an event that tell where to look. Any field may be missing or of another shape.</summary>
internal static class NotificationReading
{
    private const int LongestId = 255;

    /// <summary>What thin events of the v1 objects begin with (docs.stripe.com/event-destinations, read 2026-11-27).</summary>
    private const string ThinPrefix = "v1.";

    /// <summary>The notification; null when it is not an event at all.</summary>
    public static StripeNotification? Of(JsonElement root)
    {
        if (Text(root, "id") is not { } id || Text(root, "type") is not { } type)
            return null;
        // A thin event names its object; an ordinary one carries it as it was.
        var related = Child(root, "related_object");
        return IdsOf(related ?? Child(Child(root, "data"), "object")) with
        {
            EventId = id,
            Type = related is not null && type.StartsWith(ThinPrefix, StringComparison.Ordinal) ? type[ThinPrefix.Length..] : type,
            Live = Child(root, "livemode", JsonValueKind.True) is not null,
            Account = Text(root, "account") ?? AccountOf(Text(root, "context")),
            Created = Time(root),
            Related = Text(related, "type") is { } kind && Text(related, "id") is { } named ? new RelatedObject(kind, named) : null,
        };
    }

    /// <summary>The ids that an object of Stripe's knows: itself, its payment, its charge, its order.</summary>
    public static StripeNotification IdsOf(JsonElement? thing)
    {
        var kind = Text(thing, "object") ?? Text(thing, "type");
        return new StripeNotification(
            "",
            "",
            kind == "checkout.session" ? Text(thing, "id") : null,
            kind == "payment_intent" ? Text(thing, "id") : Text(thing, "payment_intent") ?? Text(Child(thing, "payment_intent"), "id"),
            kind == "charge" ? Text(thing, "id") : Text(thing, "charge") ?? Text(Child(thing, "charge"), "id"),
            kind is "refund" or "dispute" ? Text(thing, "id") : null,
            Text(Child(thing, "metadata"), MetadataNames.Order) ?? (kind == "checkout.session" ? Text(thing, "client_reference_id") : null),
            Live: false,
            Account: null,
            Created: null);
    }

    /// <summary>A thin event of another account says so in its context.</summary>
    private static string? AccountOf(string? context) => context?.StartsWith("acct_", StringComparison.Ordinal) == true ? context : null;

    private static JsonElement? Child(JsonElement? parent, string name, JsonValueKind kind = JsonValueKind.Object) =>
        parent is { ValueKind: JsonValueKind.Object } found && found.TryGetProperty(name, out var child) && child.ValueKind == kind
            ? child
            : null;

    private static string? Text(JsonElement? parent, string name) =>
        Child(parent, name, JsonValueKind.String)?.GetString() is { Length: > 0 and <= LongestId } text ? text : null;

    /// <summary>Seconds in an ordinary event, a date in a thin one.</summary>
    private static DateTimeOffset? Time(JsonElement root)
    {
        if (Child(root, "created", JsonValueKind.Number) is { } number && number.TryGetInt64(out var seconds)
            && seconds is > 0 and < 253_402_300_800)
            return DateTimeOffset.FromUnixTimeSeconds(seconds);
        return DateTimeOffset.TryParse(Text(root, "created"), CultureInfo.InvariantCulture, DateTimeStyles.AssumeUniversal,
            out var date) ? date : null;
    }
}
