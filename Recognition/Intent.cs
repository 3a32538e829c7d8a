namespace CommerceBot.Recognition;

/// <summary>
/// What a sentence can mean. Its kebab-case name (<see cref="IntentNames"/>) is the name of its file of sentences,
/// <c>Utterances/LANGUAGE/NAME.txt</c>, whose first line says what belongs there.
/// </summary>
public enum Intent
{
    /// <summary>Insults with no fact in them that one could act on.</summary>
    Abuse,

    /// <summary>What sells most, or is best liked.</summary>
    Bestsellers,

    /// <summary>Whether a machine or a person writes.</summary>
    BotOrHuman,

    /// <summary>A category, the categories or everything.</summary>
    BrowseCategory,

    /// <summary>To stop an order that is placed.</summary>
    CancelOrder,

    /// <summary>A thing into the cart, with or without a number.</summary>
    CartAdd,

    /// <summary>Another number of a thing that is in the cart.</summary>
    CartQuantity,

    /// <summary>A thing out of the cart, or all of it.</summary>
    CartRemove,

    /// <summary>To see the cart or its total.</summary>
    CartShow,

    /// <summary>To buy now, or to go on to paying.</summary>
    Checkout,

    /// <summary>To change an answer of the checkout, or to go a step back.</summary>
    CheckoutEdit,

    /// <summary>Something went wrong, and is told.</summary>
    Complaint,

    /// <summary>The shop's phone, mail, address or place.</summary>
    ContactInfo,

    /// <summary>A discount code: having, wanting or using one.</summary>
    Coupon,

    /// <summary>How the shop delivers in general: cost, time, countries.</summary>
    DeliveryInfo,

    /// <summary>Nothing that a shop can act on.</summary>
    Gibberish,

    /// <summary>A present for somebody, with no product named.</summary>
    GiftHelp,

    /// <summary>Hello, and nothing else.</summary>
    Greeting,

    /// <summary>What this chat can do, or how it works.</summary>
    Help,

    /// <summary>An invoice or a receipt.</summary>
    Invoice,

    /// <summary>Another language, or which ones are spoken.</summary>
    Language,

    /// <summary>A refusal of what was just asked.</summary>
    No,

    /// <summary>What is reduced; a code is <see cref="Coupon"/>.</summary>
    Offers,

    /// <summary>When the shop is open.</summary>
    OpeningHours,

    /// <summary>No more messages from the shop.</summary>
    OptOut,

    /// <summary>Where an order is, or whether it or its payment arrived.</summary>
    OrderStatus,

    /// <summary>Ways to pay, and trouble with paying.</summary>
    PaymentInfo,

    /// <summary>A human of the shop.</summary>
    Person,

    /// <summary>By price alone, or the cheapest or dearest.</summary>
    PriceFilter,

    /// <summary>What is stored of one, to see or delete it.</summary>
    Privacy,

    /// <summary>A product's properties, use, care or price.</summary>
    ProductFact,

    /// <summary>To send goods back, swap them or get the money back.</summary>
    RefundReturn,

    /// <summary>The same again as in an earlier order.</summary>
    Reorder,

    /// <summary>A product by name, description or need.</summary>
    Search,

    /// <summary>Chat with no request in it.</summary>
    Smalltalk,

    /// <summary>Whether a known product is there, or when it is back.</summary>
    Stock,

    /// <summary>Thanks, or a goodbye with thanks.</summary>
    Thanks,

    /// <summary>Agreement to what was just asked.</summary>
    Yes,
}

/// <summary>
/// The names of intents in files and in the answers of <c>IRecognizer</c>: <c>order-status</c> is
/// <see cref="Intent.OrderStatus"/>.
/// </summary>
public static class IntentNames
{
    private static readonly Dictionary<string, Intent> ByName = Enum.GetValues<Intent>().ToDictionary(Kebab, StringComparer.Ordinal);
    private static readonly string[] Names = [.. Enum.GetValues<Intent>().Select(Kebab)];

    /// <summary>Every name, in the order of <see cref="Intent"/>.</summary>
    public static IReadOnlyList<string> All => Names;

    /// <summary>The name of an intent, such as <c>order-status</c>.</summary>
    public static string Of(Intent intent) => Names[(int)intent];

    /// <summary>False for a name that no intent has.</summary>
    public static bool TryParse(string name, out Intent intent) => ByName.TryGetValue(name, out intent);

    private static string Kebab(Intent intent) =>
        string.Concat(
            intent
                .ToString()
                .Select((sign, at) => char.IsUpper(sign) ? (at == 0 ? "" : "-") + char.ToLowerInvariant(sign) : sign.ToString()));
}
