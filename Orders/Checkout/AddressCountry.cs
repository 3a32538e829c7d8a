namespace CommerceBot.Orders;

/// <summary>The country at the end of an address.</summary>
internal static class AddressCountry
{
    private const int MostWords = 4;

    /// <summary>Takes the country off the last piece; null when none is named for sure.</summary>
    /// <param name="name">The words that were taken where a postcode stood right before them: they may be the city too (Monaco).</param>
    public static Country? Take(List<string> pieces, out string? name)
    {
        name = null;
        if (pieces.Count == 0)
            return null;
        var last = pieces[^1];
        if (Whole(last, pieces) is { } whole)
        {
            pieces.RemoveAt(pieces.Count - 1);
            return whole;
        }

        var words = AddressPieces.Words(last);
        for (var taken = Math.Min(MostWords, words.Count - 1); taken > 0; taken--)
            if (Behind(words[..^taken], string.Join(' ', words[^taken..]), pieces.Count) is { } country)
            {
                if (words.Count - taken is 1 or 2 && PostcodeRule.Find(string.Join(' ', words[..^taken]), country) is not null)
                    name = string.Join(' ', words[^taken..]);
                pieces[^1] = string.Join(' ', words[..^taken]).TrimEnd(',', ' ');
                return country;
            }

        return null;
    }

    private static Country? Whole(string piece, List<string> pieces)
    {
        if (pieces.Count == 1)
            return null;
        var (flag, rest) = Flags.Take(piece);
        if (flag is not null && rest.Trim().Length == 0)
            return flag.Country;
        if (Named(piece) is not { } country)
            return null;
        // "..., 20121 Milano, MI": two letters that are a province's stay with the town before them.
        return piece.Length == 2 && ItalianPlaces.FindProvince(piece) is { } province && BelongsTo(province, pieces[^2]) ? null : country;
    }

    /// <summary>A country behind a postcode and a city ("75002 Paris France"), or behind a city by itself ("Dublin Ireland").</summary>
    private static Country? Behind(List<string> before, string name, int pieces)
    {
        if (Named(name) is not { } country)
            return null;
        var text = string.Join(' ', before);
        // "Putignano (BA)" lies in Italy, not in Bosnia.
        if (name.StartsWith('('))
            return null;
        if (name.Length == 2
            && (!name.All(char.IsAsciiLetterUpper) || (ItalianPlaces.FindProvince(name) is { } province && BelongsTo(province, text))))
            return null;
        if (AddressPostcode.Within(before, country) is not null)
            return country;
        return name.Length > 2 && pieces > 1 && !AddressPieces.HasDigit(text) && !StreetWords.Named(text)
            && before[0].ToUpperInvariant() is not ("NEW" or "CITY")
            ? country
            : null;
    }

    private static bool BelongsTo(Province province, string text)
    {
        var words = AddressPieces.Words(text);
        var postcode = words.Find(word => word.Length == 5 && word.All(char.IsAsciiDigit));
        var town = string.Join(' ', words.Where(word => word != postcode));
        return (postcode is not null && province.Has(postcode)) || ItalianPlaces.ProvincesOfTown(town).Contains(province);
    }

    /// <summary>A country by its name letter by letter; a part of one only where it is a nation of its own kind (Scotland).</summary>
    private static Country? Named(string name) =>
        !AddressPieces.HasDigit(name) && CountryNames.Exactly(name) is { } found && (found.Part is null || found.Country.Code == "GB")
            && name.ToUpperInvariant() is not ("SI" or "NO")
            ? found.Country
            : null;
}
