using System.Collections.Frozen;
using System.Globalization;
using CommerceBot.Catalog;
using CommerceBot.Orders;
using static CommerceBot.Cards.ShopAction;

namespace CommerceBot.Cards;

/// <summary>The text of one kind of action.</summary>
/// <param name="Verb">The word after the version; on buttons that are out there, so it never changes its meaning.</param>
/// <param name="Write">What comes after the verb; null when nothing does.</param>
/// <param name="Read">The action of what came after the verb; null when that is none.</param>
internal sealed record ShopActionForm(Type Type, string Verb, Func<ShopAction, string?> Write, Func<string?, ShopAction?> Read);

/// <summary>
/// The text of every action: a row each, both ways. Adding an action is a record in <see cref="ShopAction"/>, a row here and
/// its line in the router of dialogs; a test holds that each kind has a text that reads back.
/// </summary>
internal static class ShopActionForms
{
    private const int LongestSearch = 150;
    private const int MostPages = 10_000;

    private static readonly ShopActionForm[] Table =
    [
        Bare<Start>("start"),
        Bare<Menu>("menu"),
        Row<Categories>("categories", action => Number(action.Page), rest => Page(rest) is { } page ? new(page) : null),
        Row<BrowseCategory>("category", action => Join(Number(action.Page), Id(action.Category.Value)),
            rest => Paged(rest) is var (page, id) ? new(new CategoryId(id), page) : null),
        Bare<AskSearch>("ask"),
        Row<Search>("find", action => Join(Number(action.Page), Id(Short(action.Query))),
            rest => Paged(rest) is var (page, words) ? new(words, page) : null),
        Row<Details>("look", action => Id(action.Product.Value), rest => OfId(rest) is { } id ? new(new ProductId(id)) : null),
        Row<ChooseVariant>("pick", WritePicking, Picking),
        Row<BuyNow>("buy", action => Join(Number(action.Quantity), Id(action.Sku.Value)),
            rest => Pieces(rest) is var (quantity, sku) && quantity > 0 ? new(sku, quantity) : null),
        Row<AddToCart>("add", action => Join(Number(action.Quantity), Id(action.Sku.Value)),
            rest => Pieces(rest) is var (quantity, sku) && quantity > 0 ? new(sku, quantity) : null),
        Row<ShowCart>("cart", action => Number(action.Page), rest => Page(rest) is { } page ? new(page) : null),
        Row<AskQuantity>("many", action => Id(action.Sku.Value), rest => OfId(rest) is { } id ? new(new Sku(id)) : null),
        Row<SetQuantity>("set", action => Join(Number(action.Quantity), Id(action.Sku.Value)),
            rest => Pieces(rest) is var (quantity, sku) ? new(sku, quantity) : null),
        Row<Remove>("drop", action => Id(action.Sku.Value), rest => OfId(rest) is { } id ? new(new Sku(id)) : null),
        Bare<ClearCart>("clear"),
        Bare<Checkout>("checkout"),
        Bare<Resume>("resume"),
        Row<UseKnown>("known", action => Name(action.Question), rest => OfName(rest) is { } question ? new(question) : null),
        Bare<UseAll>("same"),
        Bare<UseAddress>("address"),
        Bare<OtherAddress>("elsewhere"),
        Row<Answer>("answer", action => Join(Name(action.Question), Id(action.Text)),
            rest => Pair(rest) is var (name, text) && OfName(name) is { } question ? new(question, text) : null),
        Bare<AskChange>("edit"),
        Row<Change>("change", action => Name(action.Question), rest => OfName(rest) is { } question ? new(question) : null),
        Row<OrderAndPay>("order", action => action.QuoteHash,
            rest => rest.Length == 12 && rest.All(char.IsAsciiHexDigitLower) ? new(rest) : null),
        Bare<Cancel>("cancel"),
        Bare<Back>("back"),
        Bare<MyOrders>("orders"),
        Row<ShowOrder>("status", action => action.Order.Value, rest => OrderOf(rest) is { } order ? new(order) : null),
        Row<PayOrder>("pay", action => action.Order.Value, rest => OrderOf(rest) is { } order ? new(order) : null),
        Row<Paid>("paid", action => action.Order.Value, rest => OrderOf(rest) is { } order ? new(order) : null),
        Row<CancelOrder>("undo", action => action.Order.Value, rest => OrderOf(rest) is { } order ? new(order) : null),
        Row<GiveBack>("giveback", action => action.Order.Value, rest => OrderOf(rest) is { } order ? new(order) : null),
        Row<SendReceipt>("receipt", action => action.Order.Value, rest => OrderOf(rest) is { } order ? new(order) : null),
        Row<ChangeAddress>("readdress", action => action.Order.Value, rest => OrderOf(rest) is { } order ? new(order) : null),
        Row<ChangeEmail>("remail", action => action.Order.Value, rest => OrderOf(rest) is { } order ? new(order) : null),
        Row<OrderAgain>("again", action => action.Order.Value, rest => OrderOf(rest) is { } order ? new(order) : null),
        Bare<AskWithdrawal>("withdrawals"),
        Row<Withdraw>("withdraw", action => Join(action.Order.Value, action.Pieces),
            rest => Withdrawn(rest) is var (order, pieces) ? new(order, pieces) : null),
        Row<ChooseWithdrawn>("withdrawn", action => Join(Number(action.Page), action.Order.Value, action.Pieces),
            rest => Counted(rest) is var (page, left) && Withdrawn(left) is var (order, pieces) ? new(order, pieces, page) : null),
        Row<AskWithdrawalEmail>("withdrawmail", action => Join(action.Order.Value, action.Pieces),
            rest => Withdrawn(rest) is var (order, pieces) ? new(order, pieces) : null),
        Row<ConfirmWithdrawal>("recede", action => Join(Number(action.Earlier), action.Order.Value, action.Pieces),
            rest => Counted(rest) is var (earlier, left) && Withdrawn(left) is var (order, pieces) ? new(order, earlier, pieces) : null),
        Bare<MyData>("mydata"),
        Bare<ExportData>("export"),
        Bare<AskErasure>("erase"),
        Bare<EraseData>("erased"),
        Bare<AskReturns>("returns"),
        Row<AskReturn>("return", action => Join(action.Order.Value, action.Pieces),
            rest => Withdrawn(rest) is var (order, pieces) ? new(order, pieces) : null),
        Row<ChooseReturned>("returned", action => Join(Number(action.Page), action.Order.Value, action.Pieces),
            rest => Counted(rest) is var (page, left) && Withdrawn(left) is var (order, pieces) ? new(order, pieces, page) : null),
        Row<ReturnFor>("returnfor", action => Join(Name(action.Reason), action.Order.Value, action.Pieces),
            rest => Returned(rest) is var (reason, order, pieces) ? new(order, reason, pieces) : null),
        Row<SendReturn>("sendreturn", action => Join(Name(action.Reason), action.Order.Value, action.Pieces),
            rest => Returned(rest) is var (reason, order, pieces) ? new(order, reason, pieces) : null),
        Bare<Help>("help"),
        Bare<Person>("person"),
        Row<AskTopic>("topic", action => action.Topic,
            rest => rest.Length is > 0 and <= 30 && rest.All(sign => char.IsAsciiLetterLower(sign) || sign == '-') ? new(rest) : null),
        Bare<Languages>("languages"),
        Row<SetLanguage>("speak", action => action.Language.Code,
            rest => rest.Length == 2 && Texts.Knows(new Language(rest)) ? new(new Language(rest)) : null),
    ];

    private static readonly FrozenDictionary<Type, ShopActionForm> ByType = Table.ToFrozenDictionary(form => form.Type);
    private static readonly FrozenDictionary<string, ShopActionForm> ByVerb =
        Table.ToFrozenDictionary(form => form.Verb, StringComparer.Ordinal);

    /// <exception cref="ArgumentOutOfRangeException">The action has no row.</exception>
    public static ShopActionForm Of(ShopAction action) =>
        ByType.GetValueOrDefault(action.GetType())
        ?? throw new ArgumentOutOfRangeException(nameof(action), action, "An action with no text: give it a row in ShopActionForms.");

    public static ShopActionForm? Of(string verb) => ByVerb.GetValueOrDefault(verb);

    private static ShopActionForm Bare<T>(string verb)
        where T : ShopAction, new() =>
        new(typeof(T), verb, _ => null, rest => rest is null ? new T() : null);

    private static ShopActionForm Row<T>(string verb, Func<T, string> write, Func<string, T?> read)
        where T : ShopAction =>
        new(typeof(T), verb, action => write((T)action), rest => rest is null ? null : read(rest));

    private static string WritePicking(ChooseVariant action) =>
        Join(action.For == VariantPurpose.Buy ? "b" : "c", action.Picks, Number(action.Page), Id(action.Product.Value));

    private static ChooseVariant? Picking(string rest) =>
        rest.Split('/', 4) is [("b" or "c") and var intent, var picks, var page, var id]
        && VariantSelection.AreCodes(picks) && Page(page) is { } number && OfId(id) is { } product
            ? new ChooseVariant(new ProductId(product), intent == "b" ? VariantPurpose.Buy : VariantPurpose.Cart, picks, number)
            : null;

    private static (string First, string Id)? Pair(string rest) =>
        rest.Split('/', 2) is [var first, var last] && OfId(last) is { } id ? (first, id) : null;

    private static (int Quantity, Sku Sku)? Pieces(string rest) =>
        Pair(rest) is var (first, id) && Whole(first, Cart.MostPerLine) is { } quantity ? (quantity, new Sku(id)) : null;

    private static int? Page(string text) => Whole(text, MostPages);

    private static int? Whole(string text, int most) =>
        int.TryParse(text, NumberStyles.None, CultureInfo.InvariantCulture, out var number) && number <= most ? number : null;

    private static (int Page, string Id)? Paged(string rest) =>
        Pair(rest) is var (page, id) && Page(page) is { } number ? (number, id) : null;

    private static (int Count, string Left)? Counted(string rest) =>
        rest.Split('/', 2) is [var first, var last] && Page(first) is { } count ? (count, last) : null;

    private static (OrderNumber Order, string Pieces)? Withdrawn(string rest) =>
        rest.Split('/', 2) is [var number, var pieces] && OrderOf(number) is { } order && WithdrawnPieces.AreCodes(pieces)
            ? (order, pieces)
            : null;

    private static (ReturnReason Reason, OrderNumber Order, string Pieces)? Returned(string rest)
    {
        if (rest.Split('/', 2) is not [var name, var left] || Withdrawn(left) is not var (order, pieces))
            return null;
        foreach (var reason in Enum.GetValues<ReturnReason>())
            if (Name(reason) == name)
                return (reason, order, pieces);
        return null;
    }

    private static OrderNumber? OrderOf(string rest) => OrderNumbers.TryParse(rest, out var order) ? order : null;

    private static string Number(int number) => number.ToString(CultureInfo.InvariantCulture);

    private static string Name(Enum value) => value.ToString().ToLowerInvariant();

    private static Question? OfName(string name)
    {
        foreach (var question in Questions.All)
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

    private static string Join(params ReadOnlySpan<string> parts) => string.Join('/', parts);
}
