namespace CommerceBot.Orders;

/// <summary>A country that the shop delivers to, by name, code or flag.</summary>
internal static class CountryRule
{
    /// <param name="typed">As it was typed: a flag holds signs that normalising takes for invisible.</param>
    public static Entry Read(string typed, CheckoutTerms terms)
    {
        switch (CountryNames.Find(typed))
        {
            case CountryMatch.Found { Country: var country }:
                if (terms.Delivery.Serves(country))
                    return Entry.Right(country.Code);
                // Åland is reached as Finland is.
                var delivery = Territory.Of(country).Delivery;
                return terms.Delivery.Serves(delivery)
                    ? Entry.Right(delivery.Code)
                    : Entry.Wrong(EntryFault.NotDeliveredThere, country.Code);
            case CountryMatch.Ambiguous several:
                Country[] served = [.. several.Countries.Where(terms.Delivery.Serves)];
                return Entry.Wrong(EntryFault.AmbiguousCountry,
                    string.Join(' ', (served.Length == 0 ? several.Countries : served).Select(one => one.Code)));
            default:
                return Entry.Wrong(EntryFault.UnknownCountry);
        }
    }
}
