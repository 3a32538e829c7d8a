using System.Text.Json;
using System.Text.Json.Serialization;

namespace CommerceBot.Orders;

/// <summary>
/// What a merchant asks of an order: invoke activities of our own in the order's lane, known by the turn's identity and
/// answered with an <see cref="OrderCommandAnswer"/>.
/// </summary>
public static class OrderCommands
{
    /// <summary>Sends some or all pieces, with carrier and number where there are any.</summary>
    public const string Ship = "orders/ship";

    /// <summary>The parcel arrived.</summary>
    public const string Deliver = "orders/deliver";

    /// <summary>Cancels an order whose payment is open; of one that is paid, gives the money back too.</summary>
    public const string Cancel = "orders/cancel";

    /// <summary>Gives money back: an amount, pieces, or all that is left.</summary>
    public const string Refund = "orders/refund";

    /// <summary>Finds out what became of a dead call of money, and makes it again only if nobody made it.</summary>
    public const string Replay = "orders/replay";

    /// <summary>Corrects carrier and number of a parcel that left.</summary>
    public const string Tracking = "orders/tracking";

    /// <summary>A note for the merchant's own people; the shopper hears nothing of it.</summary>
    public const string Note = "orders/note";

    /// <summary>Corrects e-mail, phone, name or address.</summary>
    public const string Contact = "orders/contact";

    /// <summary>Sends the receipt in the chat once more.</summary>
    public const string Receipt = "orders/receipt";

    /// <summary>Says yes or no to a shopper who asks to send goods back.</summary>
    public const string Return = "orders/return";

    /// <summary>Enters what the invoice needs, or the number under which it was made; the shopper hears nothing of it.</summary>
    public const string Invoice = "orders/invoice";

    /// <summary>Every name of a command once.</summary>
    public static IReadOnlyList<string> All { get; } =
        [Ship, Deliver, Cancel, Refund, Replay, Tracking, Note, Contact, Receipt, Return, Invoice];

    /// <summary>The value of an activity, as <see cref="Read"/> takes it.</summary>
    public static JsonElement Write(OrderCommand command) =>
        JsonSerializer.SerializeToElement(command, OrderCommandsJson.Default.OrderCommand);

    /// <exception cref="JsonException">The value is none of ours.</exception>
    public static OrderCommand Read(JsonElement value) =>
        value.Deserialize(OrderCommandsJson.Default.OrderCommand) ?? throw new JsonException("An order command is never null.");

    /// <exception cref="JsonException">The text is no answer.</exception>
    public static OrderCommandAnswer ReadAnswer(ReadOnlySpan<byte> utf8) =>
        JsonSerializer.Deserialize(utf8, OrderCommandsJson.Default.OrderCommandAnswer)
        ?? throw new JsonException("An answer is never null.");
}

/// <param name="Order">The order's id.</param>
/// <param name="Tracking">What the carrier calls the parcel; only when shipping, or correcting it.</param>
/// <param name="Refund">What to give back; only when refunding.</param>
/// <param name="Call">The key of the call; only when replaying.</param>
public sealed record OrderCommand(string Order, string? Tracking = null, RefundTerms? Refund = null, string? Call = null)
{
    /// <summary>Who asks: an id of the desk; null for the command line.</summary>
    public string? By { get; init; }

    /// <summary>The carrier of the parcel; null when nobody says, and for all that is not about a parcel.</summary>
    public string? Carrier { get; init; }

    /// <summary>What is in the parcel; null for all that has not left.</summary>
    public IReadOnlyList<RefundTermsLine>? Lines { get; init; }

    /// <summary>Which parcel is corrected, from 0; null for the last one.</summary>
    public int? Parcel { get; init; }

    /// <summary>The note, or why something is done.</summary>
    public string? Text { get; init; }

    /// <summary>What to correct; only for <see cref="OrderCommands.Contact"/>.</summary>
    public ContactChange? Contact { get; init; }

    /// <summary>Whether a return is agreed to; only for <see cref="OrderCommands.Return"/>.</summary>
    public bool? IsApproved { get; init; }

    /// <summary>What the invoice needs, or its number; only for <see cref="OrderCommands.Invoice"/>.</summary>
    public InvoiceChange? Invoice { get; init; }

    /// <summary>
    /// In minor units: the most that merchants may give back of this order at the request of who asks; null for any
    /// amount.
    /// </summary>
    public long? RefundLimit { get; init; }
}

/// <summary>How much to give back: an amount, or pieces and delivery, or, with neither, all that is left.</summary>
/// <param name="Amount">Minor units of the order's currency.</param>
/// <param name="Restock">Whether the pieces are for sale again.</param>
public sealed record RefundTerms(long? Amount, IReadOnlyList<RefundTermsLine> Lines, bool Delivery, bool Restock);

/// <summary>Pieces of one line.</summary>
public sealed record RefundTermsLine(string Sku, int Quantity);

/// <param name="Done">False when the order refused; nothing changed then.</param>
/// <param name="Message">One sentence for the merchant, in English.</param>
/// <param name="Tells">Whether the shopper is written to; whether the message arrives is another question.</param>
/// <param name="Code">What it says as one word, such as <c>shipped</c> or <c>refused.Disputed</c>, for who has own sentences.</param>
/// <param name="Amount">The money that it speaks of, such as <c>12.50 EUR</c>.</param>
public sealed record OrderCommandAnswer(bool Done, string Message, bool Tells = false, string? Code = null, string? Amount = null);

/// <summary>How a command and its answer are written as the value and the response of an invoke activity.</summary>
[JsonSourceGenerationOptions(
    PropertyNamingPolicy = JsonKnownNamingPolicy.CamelCase, DefaultIgnoreCondition = JsonIgnoreCondition.WhenWritingNull)]
[JsonSerializable(typeof(OrderCommand))]
[JsonSerializable(typeof(OrderCommandAnswer))]
public sealed partial class OrderCommandsJson : JsonSerializerContext;
