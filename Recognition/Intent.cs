namespace CommerceBot.Recognition;

/// <summary>
/// What a sentence can mean. Its kebab-case name (<see cref="IntentNames"/>) is the name of its file of sentences,
/// <c>Utterances/LANGUAGE/NAME.txt</c>, whose first line says what belongs there.
/// </summary>
public enum Intent
{
    Abuse,
    Bestsellers,
    BotOrHuman,
    BrowseCategory,
    CancelOrder,
    CartAdd,
    CartQuantity,
    CartRemove,
    CartShow,
    Checkout,
    CheckoutEdit,
    Complaint,
    ContactInfo,
    Coupon,
    DeliveryInfo,
    Gibberish,
    GiftHelp,
    Greeting,
    Help,
    Invoice,
    Language,
    No,
    Offers,
    OpeningHours,
    OptOut,
    OrderStatus,
    PaymentInfo,
    Person,
    PriceFilter,
    Privacy,
    ProductFact,
    RefundReturn,
    Reorder,
    Search,
    Smalltalk,
    Stock,
    Thanks,
    Yes,
}

/// <summary>The names of intents in files and in the answers of <c>IRecognizer</c>: <c>order-status</c> is <see cref="Intent.OrderStatus"/>.</summary>
public static class IntentNames
{
    private static readonly Dictionary<string, Intent> ByName = Enum.GetValues<Intent>().ToDictionary(Kebab, StringComparer.Ordinal);
    private static readonly string[] Names = [.. Enum.GetValues<Intent>().Select(Kebab)];

    public static IReadOnlyList<string> All => Names;

    public static string Of(Intent intent) => Names[(int)intent];

    /// <summary>False for a name that no intent has.</summary>
    public static bool TryParse(string name, out Intent intent) => ByName.TryGetValue(name, out intent);

    private static string Kebab(Intent intent) =>
        string.Concat(intent.ToString().Select((sign, at) => char.IsUpper(sign) ? (at == 0 ? "" : "-") + char.ToLowerInvariant(sign) : sign.ToString()));
}
