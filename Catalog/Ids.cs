namespace CommerceBot.Catalog;

/// <summary>What a shopper buys: one row of the merchant's feed (its <c>id</c>), case-sensitive, at most 100 characters.</summary>
public readonly record struct Sku(string Value)
{
    public override string ToString() => Value;
}

/// <summary>What a shopper looks at: the feed's <c>item_group_id</c>, or the row's <c>id</c> where it stands alone.</summary>
public readonly record struct ProductId(string Value)
{
    public override string ToString() => Value;
}

/// <summary>
/// A category's path in the merchant's main language, such as <c>Cucina &gt; Caffè</c>, made short and stable for
/// buttons.
/// </summary>
public readonly record struct CategoryId(string Value)
{
    public override string ToString() => Value;
}

/// <summary>A two-letter language of the shop's texts, such as <c>it</c>.</summary>
public readonly record struct Language(string Code)
{
    /// <summary><c>it</c>, one of the two languages that the shop has texts in.</summary>
    public static Language Italian { get; } = new("it");

    /// <summary><c>en</c>, one of the two languages that the shop has texts in, and the one for shoppers of any other.</summary>
    public static Language English { get; } = new("en");
    public override string ToString() => Code;
}
