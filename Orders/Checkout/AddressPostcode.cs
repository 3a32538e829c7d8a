namespace CommerceBot.Orders;

/// <summary>Where the postcode stands in an address.</summary>
/// <param name="Piece">The piece's place.</param>
/// <param name="Before">The words before it in its piece.</param>
/// <param name="After">The words behind it.</param>
/// <param name="Sure">Whether its form or prefix names its country (SW1A 1AA, D-10115).</param>
internal sealed record AddressPostcode(int Piece, List<string> Before, string Value, List<string> After, Country Country, bool Sure)
{
    private const int MostWords = 3;

    /// <summary>Countries whose postcodes look like no other's.</summary>
    private static readonly Country[] Unmistakable = [new("GB"), new("NL"), new("CA"), new("IE"), new("MT")];

    /// <summary>Signs in front of a postcode that only one country has.</summary>
    private static readonly Lazy<Dictionary<string, Country>> Signs = new(() => PostcodeTable.Countries
        .SelectMany(country => PostcodeTable.Of(country).Abroad.Select(sign => (Sign: sign, Country: country)))
        .GroupBy(pair => pair.Sign)
        .Select(group => (group.Key, Own: group.Where(pair => group.Count() == 1 || Names(pair.Country, pair.Sign)).ToList()))
        .Where(group => group.Own.Count == 1).ToDictionary(group => group.Key, group => group.Own[0].Country));

    /// <summary>The last postcode of the text; null when there is none for sure.</summary>
    /// <param name="said">The country that was named; null when none was.</param>
    /// <param name="likely">Those to try then.</param>
    public static AddressPostcode? Find(List<string> pieces, Country? said, IReadOnlyList<Country> likely)
    {
        var countries = said is { } one ? [one] : likely;
        for (var at = pieces.Count - 1; at >= 0; at--)
        {
            var words = AddressPieces.Words(pieces[at]);
            var found = (said is null ? Prefixed(words) : null)
                ?? countries.Select(country => Within(words, country)).FirstOrDefault(hit => hit is not null)
                ?? (said is null ? Unmistakable.Select(country => Within(words, country)).FirstOrDefault(hit => hit is not null) : null);
            if (found is not null && !IsHouseNumber(found, at))
                return found with { Piece = at, Sure = found.Sure || (said is null && Unmistakable.Contains(found.Country)) };
        }

        return null;
    }

    /// <summary>The last postcode of that country among the words; null when there is none.</summary>
    public static AddressPostcode? Within(List<string> words, Country country)
    {
        for (var end = words.Count; end > 0; end--)
            for (var length = Math.Min(MostWords, end); length > 0; length--)
                if (Read(words[(end - length)..end], country) is { } value)
                    return new AddressPostcode(0, words[..(end - length)], value, words[end..], country, false);
        return null;
    }

    private static AddressPostcode? Prefixed(List<string> words)
    {
        for (var at = words.Count - 1; at >= 0; at--)
        {
            var cut = words[at].IndexOf('-', StringComparison.Ordinal);
            if (cut is < 1 or > 3 || !Signs.Value.TryGetValue(words[at][..cut].ToUpperInvariant(), out var country))
                continue;
            for (var length = Math.Min(2, words.Count - at); length > 0; length--)
                if (Read([words[at][(cut + 1)..], .. words[(at + 1)..(at + length)]], country) is { } value)
                    return new AddressPostcode(0, words[..at], value, words[(at + length)..], country, true);
        }

        return null;
    }

    /// <summary>One word, or several with the blanks where that country has them: "201 21" is no Italian postcode in an address.</summary>
    private static string? Read(List<string> words, Country country)
    {
        var text = string.Join(' ', words);
        if (!AddressPieces.HasDigit(text) || PostcodeRule.Find(text, country) is not { } written)
            return null;
        if (words.Count == 1 || Blank(text) == Blank(written))
            return written;
        return PostcodeTable.Of(country).Abroad.Contains(words[0].ToUpperInvariant()) && Read(words[1..], country) is { } behind
            ? behind
            : null;
    }

    /// <summary>Whether a sign is that country's own code: FIN is Finland's, though Åland uses it too.</summary>
    private static bool Names(Country country, string sign) => sign == country.Code || sign == CountryTable.Of(country)?.Alpha3;

    private static string Blank(string code) => code.Replace('-', ' ').ToUpperInvariant();

    /// <summary>"Hauptstraße 1234" ends with a house number, though Austria's postcodes have four digits too.</summary>
    private static bool IsHouseNumber(AddressPostcode found, int at) =>
        found.Value.All(char.IsAsciiDigit) && found.After.Count == 0 && found.Before.Count > 0
            && !AddressPieces.HasDigit(string.Join(' ', found.Before))
        && (at == 0 || StreetWords.Named(string.Join(' ', found.Before)))
        || (found.Value.All(char.IsAsciiDigit) && found.Before.Count == 0 && found.After.Count > 0
            && StreetWords.Named(string.Join(' ', found.After)));
}
