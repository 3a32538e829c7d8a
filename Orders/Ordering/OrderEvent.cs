using System.Text.Json.Serialization;

namespace CommerceBot.Orders;

/// <summary>
/// Something that a merchant or the shopper did to an order: kept for ever beside it, with who and when, and never changed. What
/// becomes of its state and its money is kept elsewhere.
/// </summary>
/// <param name="By">The id of who did it in the desk; null for the command line.</param>
public sealed record OrderEvent(OrderEventKind Kind, DateTimeOffset At, string? By, OrderEventDetail Detail);

/// <summary>What was done, as far as the kind needs it. Encrypted where it is kept: notes and addresses are personal.</summary>
/// <param name="Text">A note, a reason, or what was corrected.</param>
/// <param name="Amount">For a person, such as <c>44.70 EUR</c>.</param>
/// <param name="Lines">Pieces that were shipped or refunded; null where it is about none.</param>
/// <param name="Restock">Whether refunded pieces are for sale again.</param>
public sealed record OrderEventDetail(
    string? Text = null, string? Amount = null, string? Carrier = null, string? Tracking = null, IReadOnlyList<StockLine>? Lines = null,
    bool Restock = false);

/// <summary>What a merchant did.</summary>
public enum OrderEventKind
{
    /// <summary>A parcel left; its pieces, carrier and number are the detail.</summary>
    Shipped,

    /// <summary>The merchant says that the goods arrived.</summary>
    Delivered,

    /// <summary>Somebody wanted the order cancelled; whether it was says its state.</summary>
    CancelRequested,

    /// <summary>Somebody wanted money given back; how far it came says the ledger.</summary>
    RefundRequested,

    /// <summary>A dead call of money was taken up again.</summary>
    CallReplayed,

    /// <summary>Another carrier or number for a parcel that left.</summary>
    TrackingCorrected,

    /// <summary>A note for the merchant's own people.</summary>
    NoteAdded,

    /// <summary>E-mail, phone, name or address was put right.</summary>
    ContactCorrected,

    /// <summary>The receipt was sent in the chat once more.</summary>
    ReceiptResent,

    /// <summary>Done by the shopper: a declaration of withdrawal came.</summary>
    WithdrawalReceived,

    /// <summary>Done by the shopper: they cancelled what was paid, and its money goes back.</summary>
    CancelledByShopper,

    /// <summary>Done by the shopper: the parcel goes to another address.</summary>
    AddressChanged,

    /// <summary>Done by the shopper: they ask to send goods back.</summary>
    ReturnAsked,

    /// <summary>The merchant agreed to what was asked.</summary>
    ReturnApproved,

    /// <summary>The merchant did not agree to what was asked.</summary>
    ReturnDeclined,

    /// <summary>What the invoice needs was entered or corrected.</summary>
    InvoiceAsked,

    /// <summary>The merchant says under which number the invoice was made; the detail has none when it was not made after all.</summary>
    InvoiceMade,

    /// <summary>Done by the shopper: mails go to another e-mail address.</summary>
    EmailChanged,
}

/// <summary>What is the same of many kinds.</summary>
public static class OrderEventKinds
{
    /// <summary>Whether it was the shopper who did it, and nobody of the shop.</summary>
    public static bool IsByShopper(this OrderEventKind kind) =>
        kind is OrderEventKind.WithdrawalReceived or OrderEventKind.CancelledByShopper or OrderEventKind.AddressChanged
            or OrderEventKind.ReturnAsked or OrderEventKind.EmailChanged;
}

/// <summary>How the detail is written before it is encrypted; what has its default value is left out.</summary>
[JsonSourceGenerationOptions(
    PropertyNamingPolicy = JsonKnownNamingPolicy.CamelCase,
    DefaultIgnoreCondition = JsonIgnoreCondition.WhenWritingDefault,
    Converters = [typeof(SkuConverter)])]
[JsonSerializable(typeof(OrderEventDetail))]
public sealed partial class OrderEventsJson : JsonSerializerContext;
