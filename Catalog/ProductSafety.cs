namespace CommerceBot.Catalog;

/// <summary>
/// Who answers for a product's safety, and what they warn of: what an offer says of it since 13 December 2024 (Regulation (EU) 2023/988,
/// art. 19). A field that nobody filled in is empty.
/// </summary>
public sealed record ProductSafety(SafetyContact Maker, SafetyContact ResponsibleInEu, string Warnings)
{
    /// <summary>The longest name or address, in UTF-16 units.</summary>
    public const int LongestField = 300;

    /// <summary>The longest warnings, in UTF-16 units: with the rest of the details they fit into messages.</summary>
    public const int LongestWarnings = 2_000;

    /// <summary>Nobody said anything.</summary>
    public static ProductSafety None { get; } = new(SafetyContact.None, SafetyContact.None, "");

    /// <summary>Whether nobody said anything.</summary>
    public bool IsEmpty => this == None;

    /// <summary>Field by field, what stands here, or else there.</summary>
    public ProductSafety Or(ProductSafety other)
    {
        ArgumentNullException.ThrowIfNull(other);
        return new ProductSafety(
            Maker.Or(other.Maker), ResponsibleInEu.Or(other.ResponsibleInEu), Warnings.Length > 0 ? Warnings : other.Warnings);
    }
}

/// <param name="Address">Postal, on one line.</param>
/// <param name="Electronic">An e-mail or a web address.</param>
public sealed record SafetyContact(string Name, string Address, string Electronic)
{
    /// <summary>Nobody is named.</summary>
    public static SafetyContact None { get; } = new("", "", "");

    /// <summary>On one line; empty when nobody is named.</summary>
    public string Line => string.Join(", ", new[] { Name, Address, Electronic }.Where(part => part.Length > 0));

    internal SafetyContact Or(SafetyContact other) => new(
        Name.Length > 0 ? Name : other.Name, Address.Length > 0 ? Address : other.Address,
        Electronic.Length > 0 ? Electronic : other.Electronic);
}
