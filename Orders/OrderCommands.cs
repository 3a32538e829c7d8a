using System.Text.Json;
using System.Text.Json.Serialization;

namespace CommerceBot.Orders;

/// <summary>
/// What a merchant asks of an order: invoke activities of our own in the order's lane, known by the turn's identity and
/// answered with an <see cref="OrderCommandAnswer"/>.
/// </summary>
public static class OrderCommands
{
    public const string Ship = "orders/ship";
    public const string Deliver = "orders/deliver";
    public const string Cancel = "orders/cancel";
    public const string Refund = "orders/refund";

    /// <summary>Finds out what became of a dead call of money, and makes it again only if nobody made it.</summary>
    public const string Replay = "orders/replay";

    public static IReadOnlyList<string> All { get; } = [Ship, Deliver, Cancel, Refund, Replay];

    public static JsonElement Write(OrderCommand command) => JsonSerializer.SerializeToElement(command, OrderCommandsJson.Default.OrderCommand);

    /// <exception cref="JsonException">The value is none of ours.</exception>
    public static OrderCommand Read(JsonElement value) =>
        value.Deserialize(OrderCommandsJson.Default.OrderCommand) ?? throw new JsonException("An order command is never null.");

    /// <exception cref="JsonException">The text is no answer.</exception>
    public static OrderCommandAnswer ReadAnswer(ReadOnlySpan<byte> utf8) =>
        JsonSerializer.Deserialize(utf8, OrderCommandsJson.Default.OrderCommandAnswer) ?? throw new JsonException("An answer is never null.");
}

/// <param name="Order">The order's id.</param>
/// <param name="Tracking">What the carrier calls the parcel; only when shipping.</param>
/// <param name="Refund">What to give back; only when refunding.</param>
/// <param name="Call">The key of the call; only when replaying.</param>
public sealed record OrderCommand(string Order, string? Tracking = null, RefundTerms? Refund = null, string? Call = null);

/// <summary>How much to give back: an amount, or pieces and delivery, or, with neither, all that is left.</summary>
/// <param name="Amount">Minor units of the order's currency.</param>
/// <param name="Restock">Whether the pieces are for sale again.</param>
public sealed record RefundTerms(long? Amount, IReadOnlyList<RefundTermsLine> Lines, bool Delivery, bool Restock);

public sealed record RefundTermsLine(string Sku, int Quantity);

/// <param name="Done">False when the order refused; nothing changed then.</param>
/// <param name="Message">One sentence for the merchant.</param>
/// <param name="Tells">Whether the shopper is written to; whether the message arrives is another question.</param>
public sealed record OrderCommandAnswer(bool Done, string Message, bool Tells = false);

[JsonSourceGenerationOptions(PropertyNamingPolicy = JsonKnownNamingPolicy.CamelCase)]
[JsonSerializable(typeof(OrderCommand))]
[JsonSerializable(typeof(OrderCommandAnswer))]
public sealed partial class OrderCommandsJson : JsonSerializerContext;
