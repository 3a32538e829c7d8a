namespace CommerceBot.Orders;

/// <summary>What a shopper's word for a country may mean.</summary>
public abstract record CountryMatch
{
    private CountryMatch()
    {
    }

    /// <param name="Part">The part of it that was named, by ISO 3166-2, such as GB-SCT for Scotland; null for the whole.</param>
    /// <param name="Misspelt">Whether it was found in spite of one wrong letter.</param>
    public sealed record Found(Country Country, string? Part = null, bool Misspelt = false) : CountryMatch;

    /// <summary>More than one country is called so (Corea, Congo), or the letters are as close to one as to the other.</summary>
    public sealed record Ambiguous(IReadOnlyList<Country> Countries) : CountryMatch;

    /// <summary>No country is called so, as far as the table knows.</summary>
    public sealed record Unknown : CountryMatch;
}
