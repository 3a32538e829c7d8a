using CommerceBot.Catalog;

namespace CommerceBot.Orders;

/// <summary>
/// Reads a whole address out of one message, Italian or foreign, on one line or several. It is careful: what is not sure stays in
/// <see cref="ParsedAddress.Rest"/>, and the shopper confirms what was found.
/// </summary>
public static class AddressParser
{
    private const int LongestText = 1000;

    private static readonly Country Italy = new("IT");

    /// <param name="defaultCountry">Where a postcode is read when no country is named.</param>
    /// <param name="language">The shopper's: who writes Italian may mean Italy.</param>
    public static ParsedAddress Parse(string text, Country defaultCountry, Language language)
    {
        ArgumentNullException.ThrowIfNull(text);
        if (text.Length > LongestText)
            return new ParsedAddress(null, null, null, null, null, null, text[..LongestText]);
        var (pieces, rest) = AddressPieces.Of(text);
        var said = AddressCountry.Take(pieces, out var countryName);
        Country[] likely = language == Language.Italian && defaultCountry != Italy ? [defaultCountry, Italy] : [defaultCountry];
        var postcode = AddressPostcode.Find(pieces, said, likely);
        var country = said ?? postcode?.Country ?? defaultCountry;
        var place = postcode is null
            ? AddressPlace.WithoutPostcode(pieces, said, country)
            : AddressPlace.Around(postcode, pieces, country, countryName);
        var house = AddressHouse.Of(place.Head, place.Tail);
        var sure = said ?? (postcode is { Sure: true } ? postcode.Country : IsItalian(place, country) ? Italy : null);
        return Checked(house, place, sure, rest);
    }

    /// <summary>Whether postcode, town and province say Italy without its name.</summary>
    private static bool IsItalian(AddressPlace place, Country country) =>
        country == Italy && place.City is { } city
        && (place.Province is not null || (place.Postcode is { } postcode && ItalianPlaces.Fits(postcode, city) == true));

    /// <summary>Only what its rule would take is filled in.</summary>
    private static ParsedAddress Checked(AddressHouse house, AddressPlace place, Country? country, List<string> rest)
    {
        List<string> left = [.. rest, .. house.Rest];
        return new ParsedAddress(
            Kept(house.Name, NameRule.Read, left),
            Kept(house.Street, street => StreetRule.Read(street, Answers.None), left),
            place.Postcode,
            Kept(place.City, city => CityRule.Read(city, Answers.None), left),
            place.Province,
            country,
            left.Count == 0 ? null : string.Join(", ", left));
    }

    private static string? Kept(string? found, Func<string, Entry> rule, List<string> left)
    {
        if (found is null)
            return null;
        if (rule(found).Value is { } value)
            return value;
        left.Add(found);
        return null;
    }
}
