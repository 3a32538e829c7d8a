using System.Diagnostics.CodeAnalysis;
using System.Globalization;
using CommerceBot.Catalog;
using CommerceBot.Orders;
using static CommerceBot.Cards.ShopAction;

namespace CommerceBot.Cards;

/// <summary>
/// Actions as button payloads: <c>shop1/verb/number/.../rest</c>. The rest comes last and is taken whole, so that a
/// merchant's id may hold any sign. What does not read back exactly as it would be written is no action.
/// </summary>
internal static class ShopActionText
{
    public const int Longest = 200;

    /// <summary>Change it when an old button would mean something else; what an old version wrote is stale then.</summary>
    private const string Version = "shop1";
    private const int LongestSearch = 150;
    private const int MostPages = 10_000;

    public static string Write(this ShopAction action) => action switch
    {
        Start => Join("start"),
        Menu => Join("menu"),
        Categories { Page: var page } => Join("shelves", Number(page)),
        Shelf shelf => Join("shelf", Number(shelf.Page), Id(shelf.Category.Value)),
        AskSearch => Join("ask"),
        Search search => Join("find", Number(search.Page), Id(Short(search.Words))),
        Details details => Join("look", Id(details.Product.Value)),
        Choose choose => Join("pick", choose.For == Intent.Buy ? "b" : "c", choose.Picks, Number(choose.Page), Id(choose.Product.Value)),
        BuyNow buy => Join("buy", Number(buy.Quantity), Id(buy.Sku.Value)),
        AddToCart add => Join("add", Number(add.Quantity), Id(add.Sku.Value)),
        ShowCart cart => Join("cart", Number(cart.Page)),
        AskQuantity ask => Join("many", Id(ask.Sku.Value)),
        SetQuantity set => Join("set", Number(set.Quantity), Id(set.Sku.Value)),
        Remove remove => Join("drop", Id(remove.Sku.Value)),
        ClearCart => Join("clear"),
        Checkout => Join("checkout"),
        Resume => Join("resume"),
        UseKnown known => Join("known", Name(known.Question)),
        UseAddress => Join("address"),
        OtherAddress => Join("elsewhere"),
        Answer answer => Join("answer", Name(answer.Question), Id(answer.Text)),
        AskChange => Join("edit"),
        Change change => Join("change", Name(change.Question)),
        OrderAndPay order => Join("order", order.Mark),
        Cancel => Join("cancel"),
        Back => Join("back"),
        MyOrders => Join("orders"),
        ShowOrder order => Join("status", order.Order.Value),
        PayOrder order => Join("pay", order.Order.Value),
        Paid order => Join("paid", order.Order.Value),
        CancelOrder order => Join("undo", order.Order.Value),
        OrderAgain order => Join("again", order.Order.Value),
        Help => Join("help"),
        Person => Join("person"),
        AskTopic ask => Join("topic", ask.Topic),
        Languages => Join("languages"),
        Speak speak => Join("speak", speak.Language.Code),
        _ => throw new ArgumentOutOfRangeException(nameof(action), action, "An action with no text: give it one here and in TryRead."),
    };

    /// <summary>Whether a text was meant as one of our buttons, of any version.</summary>
    public static bool LooksLikeOne(string? text) =>
        text is not null && text.StartsWith("shop", StringComparison.Ordinal) && text.IndexOf('/', StringComparison.Ordinal) is > 4 and <= 8
        && text[4..text.IndexOf('/', StringComparison.Ordinal)].All(char.IsAsciiDigit);

    public static bool TryRead(string? text, [NotNullWhen(true)] out ShopAction? action)
    {
        action = null;
        if (text is null or { Length: > Longest } || !text.StartsWith(Version + "/", StringComparison.Ordinal))
            return false;
        var body = text[(Version.Length + 1)..];
        var slash = body.IndexOf('/', StringComparison.Ordinal);
        var (verb, rest) = slash < 0 ? (body, null) : (body[..slash], body[(slash + 1)..]);
        action = rest is null ? Bare(verb) : Full(verb, rest);
        if (action?.Write() == text)
            return true;
        action = null;
        return false;
    }

    private static ShopAction? Bare(string verb) => verb switch
    {
        "start" => new Start(),
        "menu" => new Menu(),
        "ask" => new AskSearch(),
        "clear" => new ClearCart(),
        "checkout" => new Checkout(),
        "resume" => new Resume(),
        "address" => new UseAddress(),
        "elsewhere" => new OtherAddress(),
        "edit" => new AskChange(),
        "cancel" => new Cancel(),
        "back" => new Back(),
        "orders" => new MyOrders(),
        "help" => new Help(),
        "person" => new Person(),
        "languages" => new Languages(),
        _ => null,
    };

    private static ShopAction? Full(string verb, string rest) => verb switch
    {
        "shelves" when Page(rest) is { } page => new Categories(page),
        "shelf" when Pair(rest) is var (page, id) && Page(page) is { } number => new Shelf(new CategoryId(id), number),
        "find" when Pair(rest) is var (page, words) && Page(page) is { } number => new Search(words, number),
        "look" when OfId(rest) is { } id => new Details(new ProductId(id)),
        "pick" => Picking(rest),
        "buy" when Pieces(rest) is var (quantity, sku) && quantity > 0 => new BuyNow(sku, quantity),
        "add" when Pieces(rest) is var (quantity, sku) && quantity > 0 => new AddToCart(sku, quantity),
        "set" when Pieces(rest) is var (quantity, sku) => new SetQuantity(sku, quantity),
        "cart" when Page(rest) is { } page => new ShowCart(page),
        "many" when OfId(rest) is { } id => new AskQuantity(new Sku(id)),
        "drop" when OfId(rest) is { } id => new Remove(new Sku(id)),
        "known" when OfName(rest) is { } question => new UseKnown(question),
        "answer" when rest.Split('/', 2) is [var name, var text] && OfName(name) is { } question && OfId(text) is { } answer => new Answer(question, answer),
        "change" when OfName(rest) is { } question => new Change(question),
        "order" when rest.Length == 12 && rest.All(char.IsAsciiHexDigitLower) => new OrderAndPay(rest),
        "status" when OrderNumbers.TryParse(rest, out var order) => new ShowOrder(order),
        "pay" when OrderNumbers.TryParse(rest, out var order) => new PayOrder(order),
        "paid" when OrderNumbers.TryParse(rest, out var order) => new Paid(order),
        "undo" when OrderNumbers.TryParse(rest, out var order) => new CancelOrder(order),
        "again" when OrderNumbers.TryParse(rest, out var order) => new OrderAgain(order),
        "topic" when rest.Length is > 0 and <= 30 && rest.All(sign => char.IsAsciiLetterLower(sign) || sign == '-') => new AskTopic(rest),
        "speak" when rest.Length == 2 && Words.Knows(new Language(rest)) => new Speak(new Language(rest)),
        _ => null,
    };

    private static Choose? Picking(string rest) =>
        rest.Split('/', 4) is [("b" or "c") and var intent, var picks, var page, var id]
        && VariantPicks.AreMarks(picks) && Page(page) is { } number && OfId(id) is { } product
            ? new Choose(new ProductId(product), intent == "b" ? Intent.Buy : Intent.Cart, picks, number)
            : null;

    private static (string First, string Id)? Pair(string rest) =>
        rest.Split('/', 2) is [var first, var last] && OfId(last) is { } id ? (first, id) : null;

    private static (int Quantity, Sku Sku)? Pieces(string rest) =>
        Pair(rest) is var (first, id) && Whole(first, Cart.MostPerLine) is { } quantity ? (quantity, new Sku(id)) : null;

    private static int? Page(string text) => Whole(text, MostPages);

    private static int? Whole(string text, int most) =>
        int.TryParse(text, NumberStyles.None, CultureInfo.InvariantCulture, out var number) && number <= most ? number : null;

    private static string Number(int number) => number.ToString(CultureInfo.InvariantCulture);

    private static string Name(Question question) => question.ToString().ToLowerInvariant();

    private static Question? OfName(string name)
    {
        foreach (var question in Questions.InOrder)
            if (Name(question) == name)
                return question;
        return null;
    }

    // An id of many digits (a GTIN) could be taken for a card number on its way back, so its digits travel as letters.
    private static string Id(string id) => id.Count(char.IsAsciiDigit) < 10 ? "=" + id : "~" + Swap(id);

    private static string? OfId(string text)
    {
        var id = text is ['=' or '~', ..] ? (text[0] == '~' ? Swap(text[1..]) : text[1..]) : "";
        return id.Length is > 0 and <= LongestSearch ? id : null;
    }

    private static string Swap(string id) => string.Create(id.Length, id, static (signs, id) =>
    {
        for (var at = 0; at < id.Length; at++)
            signs[at] = id[at] switch
            {
                >= '0' and <= '9' and var digit => (char)(digit - '0' + 'g'),
                >= 'g' and <= 'p' and var letter => (char)(letter - 'g' + '0'),
                var other => other,
            };
    });

    private static string Short(string words)
    {
        var trimmed = words.Trim();
        if (trimmed.Length <= LongestSearch)
            return trimmed;
        return trimmed[..(char.IsHighSurrogate(trimmed[LongestSearch - 1]) ? LongestSearch - 1 : LongestSearch)].TrimEnd();
    }

    private static string Join(string verb, params ReadOnlySpan<string> parts) => parts.IsEmpty
        ? $"{Version}/{verb}"
        : $"{Version}/{verb}/{string.Join('/', parts)}";
}
