namespace CommerceBot.Catalog;

/// <summary>
/// Which of a country's rates of VAT goods have. The names are those of the EU's lists of rates (Directive 2006/112/EC, art. 96 to 98b and
/// 110 to 115); which rate a class has, the shop's settings say.
/// </summary>
public enum VatClass
{
    /// <summary>The standard rate, for all that nobody said otherwise of.</summary>
    Standard,

    /// <summary>A reduced rate, such as Italy's 10 %.</summary>
    Reduced,

    /// <summary>The second one of a country that has two, such as Italy's 5 % or France's 5.5 %.</summary>
    SecondReduced,

    /// <summary>A rate below 5 %, such as Italy's 4 %.</summary>
    SuperReduced,

    /// <summary>A rate kept for goods that had a lower one before 1991, such as Ireland's 13.5 %.</summary>
    Parking,

    /// <summary>No VAT, such as on books in Ireland.</summary>
    Zero,
}

/// <summary>Classes of VAT as feeds, settings and rows write them.</summary>
public static class VatClasses
{
    /// <summary>Every class with its word, in the order in which they are offered.</summary>
    public static IReadOnlyDictionary<VatClass, string> Words { get; } = new OrderedDictionary<VatClass, string>
    {
        [VatClass.Standard] = "standard",
        [VatClass.Reduced] = "reduced",
        [VatClass.SecondReduced] = "second_reduced",
        [VatClass.SuperReduced] = "super_reduced",
        [VatClass.Parking] = "parking",
        [VatClass.Zero] = "zero",
    };

    /// <summary>The class as it is written.</summary>
    public static string Word(this VatClass vatClass) => Words[vatClass];

    /// <summary>The class of a word in any case, with blanks or hyphens too; null when there is none of that name.</summary>
    public static VatClass? Find(string? word)
    {
        var plain = word?.Trim().ToLowerInvariant().Replace(' ', '_').Replace('-', '_');
        foreach (var (vatClass, name) in Words)
            if (name == plain)
                return vatClass;
        return null;
    }
}
