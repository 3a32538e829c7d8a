namespace CommerceBot.Orders;

/// <summary>What is wrong with an answer.</summary>
public enum EntryFault
{
    None,
    Empty,
    TooLong,
    NotAnEmail,
    NotAPhone,
    NotAName,
    UnknownCountry,
    NotDeliveredThere,
    NotAPostcode,
    NotACity,
    NotAStreet,
    UnknownDelivery,
}

/// <summary>An answer after the check: its one way of being written, or what is wrong with it.</summary>
internal readonly record struct Entry(string? Value, EntryFault Fault, string? Example)
{
    public static Entry Right(string value) => new(value, EntryFault.None, null);

    public static Entry Wrong(EntryFault fault, string? example = null) => new(null, fault, example);
}

/// <summary>Which rule an answer meets. All of them take text from outside and believe none of it.</summary>
internal static class EntryRules
{
    private const int LongestText = 300;

    public static Entry Read(Question question, string? text, Answers answers, CheckoutTerms terms)
    {
        // "-" stands for no postcode where a country has none; all other rules see tidy text.
        var tidy = Tidy(text);
        if (tidy.Length == 0)
            return Entry.Wrong(EntryFault.Empty);
        if (tidy.Length > LongestText)
            return Entry.Wrong(EntryFault.TooLong);
        return question switch
        {
            Question.Email => EmailRule.Read(tidy),
            Question.Phone => PhoneRule.Read(tidy, answers.Country ?? terms.ShopCountry),
            Question.Name => Words(tidy, 2, 100, EntryFault.NotAName, digits: false),
            Question.Country => CountryOf(tidy, terms),
            Question.Postcode => PostcodeRule.Read(tidy, answers.Country ?? terms.ShopCountry),
            Question.City => Words(tidy, 2, 100, EntryFault.NotACity, digits: true),
            Question.Street => Words(tidy, 3, 200, EntryFault.NotAStreet, digits: true),
            Question.DeliveryMethod => Delivery(tidy, answers, terms),
            _ => throw new ArgumentOutOfRangeException(nameof(question), question, "No such question."),
        };
    }

    /// <summary>Lines become commas, runs of blanks one blank; signs that nobody sees are dropped.</summary>
    private static string Tidy(string? text)
    {
        var lines = (text ?? "").Split(['\n', '\r', '\v', '\f', '\u2028', '\u2029'], StringSplitOptions.RemoveEmptyEntries)
            .Select(line => string.Join(' ', Seen(line).Split((char[]?)null, StringSplitOptions.RemoveEmptyEntries)))
            .Where(line => line.Length > 0);
        return string.Join(", ", lines).Normalize();
    }

    private static string Seen(string line)
    {
        var well = line.EnumerateRunes().Where(rune => System.Text.Rune.GetUnicodeCategory(rune)
            is not (System.Globalization.UnicodeCategory.Control or System.Globalization.UnicodeCategory.Format)
            || rune.Value == '\t');
        return string.Concat(well);
    }

    private static Entry Words(string tidy, int shortest, int longest, EntryFault fault, bool digits)
    {
        if (tidy.Length > longest)
            return Entry.Wrong(EntryFault.TooLong);
        var letters = tidy.EnumerateRunes().Count(System.Text.Rune.IsLetter);
        var strange = tidy.Any(sign => sign is '@' or '<' or '>' or '{' or '}' or '\\' or '|') || tidy.Contains("://", StringComparison.Ordinal);
        return tidy.Length < shortest || letters == 0 || strange || (!digits && tidy.Any(char.IsDigit))
            ? Entry.Wrong(fault)
            : Entry.Right(tidy);
    }

    private static Entry CountryOf(string tidy, CheckoutTerms terms)
    {
        if (!CountryNames.TryFind(tidy, out var country))
            return Entry.Wrong(EntryFault.UnknownCountry);
        return terms.Delivery.Serves(country) ? Entry.Right(country.Code) : Entry.Wrong(EntryFault.NotDeliveredThere, country.Code);
    }

    private static Entry Delivery(string tidy, Answers answers, CheckoutTerms terms) =>
        terms.Delivery.Find(new DeliveryMethodId(tidy)) is { } method && answers.Country is { } country && method.Serves(country)
            ? Entry.Right(method.Id.Value)
            : Entry.Wrong(EntryFault.UnknownDelivery);
}
