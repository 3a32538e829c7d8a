namespace CommerceBot.Orders;

/// <summary>
/// The words by which a merchant finds an order: e-mail, phone, names, goods, tracking. Both sides are folded alike, so that case,
/// accents and the way a phone number is written do not matter.
/// </summary>
public static class OrderSearchWords
{
    /// <summary>A name is found from so many letters on.</summary>
    private const int ShortestPrefix = 3;

    private const int ShortestPhone = 6;
    private const int MostWords = 8;
    private const int LongestWord = 60;

    /// <summary>Every word of an order, each once.</summary>
    public static IReadOnlySet<string> Of(Order order)
    {
        ArgumentNullException.ThrowIfNull(order);
        var words = new HashSet<string>(StringComparer.Ordinal);
        foreach (var name in WordsOf($"{order.Contact.Name} {order.Address.Name}"))
            words.UnionWith(Prefixes(name));
        words.Add(EmailOf(order.Contact.Email));
        words.UnionWith(WordsOf(order.Contact.Email.Split('@')[0]));
        words.UnionWith(Endings(Digits(order.Contact.Phone)));
        words.UnionWith(WordsOf(order.Address.City));
        foreach (var line in order.Lines)
        {
            words.UnionWith(WordsOf($"{line.Title} {line.Options}"));
            words.UnionWith(LongNumber(line.Sku.Value));
            words.Add(Joined(line.Sku.Value));
        }

        foreach (var label in order.Shipments.SelectMany(parcel => new[] { parcel.Carrier, parcel.Tracking }).Append(order.Tracking))
        {
            words.UnionWith(WordsOf(label ?? ""));
            words.UnionWith(LongNumber(label ?? ""));
            words.Add(Joined(label ?? ""));
        }

        if (order.Invoice is { } invoice)
        {
            words.UnionWith(WordsOf($"{invoice.Name} {invoice.Number}"));
            words.UnionWith(new[] { invoice.VatNumber, invoice.TaxCode, invoice.Number }.Select(code => Joined(code ?? "")));
            words.UnionWith(LongNumber(invoice.VatNumber ?? ""));
        }

        words.Remove("");
        return words;
    }

    /// <summary>What has to be found of what somebody typed; each word must be there. Empty for what holds no word.</summary>
    public static IReadOnlyList<string> OfQuery(string? text)
    {
        var typed = TextNormalization.OneLine((text ?? "")[..Math.Min((text ?? "").Length, 200)]);
        if (typed.Contains('@', StringComparison.Ordinal))
            return [EmailOf(typed.Trim('@', '<', '>', ' '))];
        if (IsPhone(typed))
            return [Digits(typed)];
        return [.. WordsOf(typed).Distinct().Take(MostWords)];
    }

    /// <summary>Digits and what people put between them, without the zeros before a country code or an area code.</summary>
    private static bool IsPhone(string typed) =>
        typed.Length > 0 && typed.All(sign => char.IsAsciiDigit(sign) || " +-/().".Contains(sign, StringComparison.Ordinal))
        && Digits(typed).Length >= ShortestPhone;

    private static string Digits(string text) => new string([.. text.Where(char.IsAsciiDigit)]).TrimStart('0');

    /// <summary>Many digits that somebody types may be of a phone or of a parcel: both are kept alike.</summary>
    private static IEnumerable<string> LongNumber(string text) => Digits(text) is { Length: >= ShortestPhone } digits ? [digits] : [];

    private static IEnumerable<string> Endings(string digits)
    {
        for (var length = ShortestPhone; length <= digits.Length; length++)
            yield return digits[^length..].TrimStart('0');
    }

    private static IEnumerable<string> Prefixes(string word)
    {
        yield return word;
        for (var length = ShortestPrefix; length < word.Length; length++)
            yield return word[..length];
    }

    private static string EmailOf(string text) => Short(text.ToLowerInvariant());

    private static string Joined(string text) => Short(FoldedText.Words(text).Replace(" ", "", StringComparison.Ordinal));

    private static IEnumerable<string> WordsOf(string text) =>
        FoldedText.Words(text).Split(' ', StringSplitOptions.RemoveEmptyEntries).Select(Short);

    private static string Short(string word) => word.Length > LongestWord ? word[..LongestWord] : word;
}
