namespace CommerceBot.Orders;

/// <summary>Postcode, city and province, and the pieces that stand before and behind them.</summary>
internal sealed record AddressPlace(string? Postcode, string? City, string? Province, List<string> Head, List<string> Tail)
{
    private const string ItalyCode = "IT";

    /// <summary>Countries where a state's letters stand between city and postcode.</summary>
    private static readonly HashSet<string> WithStates = ["US", "CA", "AU", "BR", "MX", "IN"];

    /// <summary>Countries where the postcode follows the city.</summary>
    private static readonly HashSet<string> CityFirst = ["GB", "IE", "US", "CA", "AU", "NZ", "IN", "SG", "JE", "GG", "IM", "GI", "LV",
        "BR", "HU", "MT", "UA", "RU"];

    public static AddressPlace Around(AddressPostcode code, List<string> pieces, Country country, string? countryName)
    {
        var head = pieces[..code.Piece];
        var tail = pieces[(code.Piece + 1)..];
        if (code.After.Count > 0)
        {
            if (code.Before.Count > 0)
                head.Add(string.Join(' ', code.Before));
            return Finished(code.Value, string.Join(' ', code.After), null, head, tail, country);
        }

        var before = new List<string>(code.Before);
        string? state = null;
        if (WithStates.Contains(country.Code) && before.Count > 0 && before[^1] is { Length: 2 or 3 } letters
            && letters.All(char.IsAsciiLetterUpper))
        {
            state = letters;
            before.RemoveAt(before.Count - 1);
        }

        if (before.Count > 0)
            return Before(code.Value, string.Join(' ', before), state, head, tail, country);
        return Beside(code.Value, state, head, tail, country, countryName);
    }

    /// <summary>No postcode: a known Italian town, or the last words before a country that was named.</summary>
    public static AddressPlace WithoutPostcode(List<string> pieces, Country? said, Country country)
    {
        if (country.Code == ItalyCode)
            return KnownTown(null, pieces, []) ?? new AddressPlace(null, null, null, pieces, []);
        return said is not null && pieces.Count > 1 && IsCity(pieces[^1])
            ? new AddressPlace(null, pieces[^1], null, pieces[..^1], [])
            : new AddressPlace(null, null, null, pieces, []);
    }

    /// <summary>
    /// Words before the postcode: the city ("Oxford OX1 4AB"), or a street and a city that only a list of towns can part.
    /// </summary>
    private static AddressPlace Before(string postcode, string before, string? state, List<string> head, List<string> tail, Country country)
    {
        if (head.Count > 0 && IsCity(before))
            return Finished(postcode, before, state, head, tail, country);
        if (country.Code == ItalyCode && KnownTown(postcode, [.. head, before], tail) is { } known)
            return known;
        return new AddressPlace(postcode, null, state, [.. head, before], tail);
    }

    /// <summary>A postcode by itself: the city is the piece before or behind it, as that country writes.</summary>
    private static AddressPlace Beside(string postcode, string? state, List<string> head, List<string> tail, Country country,
        string? countryName)
    {
        var first = CityFirst.Contains(country.Code);
        if (!first && tail.Count > 0 && IsCity(tail[0]) && (country.Code != ItalyCode || tail[0].Length > 2))
            return Finished(postcode, tail[0], state, head, tail[1..], country);
        if (head.Count > 1 && IsCity(head[^1]))
            return Finished(postcode, head[^1], state, head[..^1], tail, country);
        return countryName is not null
            ? new AddressPlace(postcode, countryName, state, head, tail)
            : new AddressPlace(postcode, null, state, head, tail);
    }

    /// <summary>City and province apart; a province may stand behind by itself.</summary>
    private static AddressPlace Finished(string postcode, string city, string? state, List<string> head, List<string> tail, Country country)
    {
        if (country.Code != ItalyCode)
            return IsCity(city)
                ? new AddressPlace(postcode, city, state, head, tail)
                : new AddressPlace(postcode, null, state, [.. head], [city, .. tail]);
        var (town, province) = ItalianPlaces.Split(city);
        if (province is null && SplitByPostcode(city, postcode) is { } split)
            (town, province) = split;
        if (province is null && tail.Count > 0 && ItalianPlaces.FindProvince(tail[0].Trim('(', ')')) is { } behind
            && (behind.Has(postcode) || ItalianPlaces.ProvincesOfTown(town).Contains(behind)))
            (province, tail) = (behind, tail[1..]);
        if (!IsCity(town))
            return new AddressPlace(postcode, null, null, head, [city, .. tail]);
        return new AddressPlace(postcode, town, (province ?? ItalianPlaces.ProvinceOf(town, postcode))?.Code, head, tail);
    }

    /// <summary>"Mestre VE" beside 30172: a hamlet that no list has, and a province that has the postcode.</summary>
    private static (string Town, Province? Province)? SplitByPostcode(string city, string postcode)
    {
        var words = AddressPieces.Words(city);
        return words.Count > 1 && words[^1] is { Length: 2 } letters && letters.All(char.IsAsciiLetterUpper)
            && ItalianPlaces.FindProvince(letters) is { } province && province.Has(postcode)
            ? (string.Join(' ', words[..^1]), province)
            : null;
    }

    /// <summary>The longest known town at the end of the last piece, behind a house number or by itself.</summary>
    private static AddressPlace? KnownTown(string? postcode, List<string> pieces, List<string> tail)
    {
        if (pieces.Count == 0)
            return null;
        if (pieces.Count > 2 && ItalianPlaces.FindProvince(pieces[^1].Trim('(', ')')) is { } last
            && ItalianPlaces.ProvincesOfTown(pieces[^2]).Contains(last))
            return new AddressPlace(postcode, pieces[^2], last.Code, pieces[..^2], tail);
        var (text, province) = ItalianPlaces.Split(pieces[^1]);
        var words = AddressPieces.Words(text);
        for (var from = 0; from < words.Count; from++)
        {
            var town = string.Join(' ', words[from..]);
            // "via Roma 1 a Milano"
            var street = from > 1 && words[from - 1].ToLowerInvariant() is ("a" or "ad" or "in") ? from - 1 : from;
            if (ItalianPlaces.ProvincesOfTown(town).Count == 0
                || (from > 0 ? !AddressPieces.HasDigit(words[street - 1]) : pieces.Count == 1))
                continue;
            List<string> head = from == 0 ? pieces[..^1] : [.. pieces[..^1], string.Join(' ', words[..street])];
            return new AddressPlace(postcode, town, (province ?? ItalianPlaces.ProvinceOf(town, postcode))?.Code, head, tail);
        }

        return null;
    }

    /// <summary>Letters, perhaps with a district's number behind them (Praha 1, Dublin 4), and no street.</summary>
    private static bool IsCity(string text)
    {
        var words = AddressPieces.Words(text);
        var name = words.Count > 1 && words[^1].Length <= 2 && words[^1].All(char.IsAsciiDigit) ? string.Join(' ', words[..^1]) : text;
        return !AddressPieces.HasDigit(name) && name.Any(char.IsLetter) && words.Count <= 6 && StreetWords.Start(name) < 0
            && !StreetWords.IsPart(name);
    }
}
