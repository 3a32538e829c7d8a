namespace CommerceBot.Orders;

/// <summary>An Italian province.</summary>
/// <param name="Code">Two capitals, such as MI.</param>
/// <param name="Prefixes">The first three digits of the postcodes that occur there.</param>
public sealed record Province(string Code, string Name, IReadOnlyList<string> Capitals, IReadOnlyList<string> Prefixes)
{
    /// <summary>Whether a postcode of five digits may lie there.</summary>
    public bool Has(string postcode) => postcode.Length == 5 && Prefixes.Contains(postcode[..3]);
}
