namespace CommerceBot.Recognition;

/// <summary>Several intents, asked for without cost.</summary>
internal readonly struct IntentSet
{
    private readonly ulong _bits;

    internal IntentSet(ReadOnlySpan<Intent> intents)
    {
        foreach (var intent in intents)
            _bits |= 1UL << (int)intent;
    }

    /// <summary>What must never be missed: money, trouble, and the request for a person.</summary>
    public static IntentSet Safety { get; } = new([Intent.Person, Intent.CancelOrder, Intent.RefundReturn, Intent.Complaint]);

    /// <summary>What a sentence about goods on sale can want.</summary>
    public static IntentSet Goods { get; } =
        new([
            Intent.Search,
            Intent.Stock,
            Intent.ProductFact,
            Intent.CartAdd,
            Intent.CartRemove,
            Intent.CartQuantity,
            Intent.PriceFilter,
            Intent.BrowseCategory,
            Intent.GiftHelp,
            Intent.Offers,
            Intent.Bestsellers,
        ]);

    /// <summary>Small talk, which asks for nothing; beside a want it is no second one.</summary>
    public static IntentSet Conversation { get; } =
        new([Intent.Greeting, Intent.Thanks, Intent.Smalltalk, Intent.Gibberish, Intent.Abuse, Intent.Yes, Intent.No]);

    public bool Contains(Intent intent) => (_bits >> (int)intent & 1) != 0;
}
