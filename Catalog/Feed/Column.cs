using System.Collections.Frozen;

namespace CommerceBot.Catalog.Feed;

/// <summary>The columns of Meta's catalogue feed that a shop in a chat has a use for.</summary>
internal enum Column
{
    Id, Title, Description, Availability, Price, SalePrice, SaleDates, Condition,
    Link, ImageLink, Brand, Group,
    Color, Size, Material, Pattern, Gender, AgeGroup, MoreAxes, Variant,
    GoogleCategory, MetaCategory, ProductType, Quantity, Status, Visibility, InternalLabel,
    Override,
    Detail, Highlight, Label, Weight, Length, Width, Height,
    MakerName, MakerAddress, MakerContact, EuName, EuAddress, EuContact, SafetyWarnings,
    VatClass, TaxCategory,
}

/// <summary>How generators spell a column: any case, stray spaces, Google's <c>g:</c>, old names.</summary>
internal static class Columns
{
    /// <summary>Of several spellings the first is the one that a merchant knows.</summary>
    private static readonly OrderedDictionary<string, Column> Spellings = new()
    {
        ["id"] = Column.Id,
        ["title"] = Column.Title,
        ["description"] = Column.Description,
        ["availability"] = Column.Availability,
        ["price"] = Column.Price,
        ["sale_price"] = Column.SalePrice,
        ["sale_price_effective_date"] = Column.SaleDates,
        ["condition"] = Column.Condition,
        ["link"] = Column.Link,
        ["image_link"] = Column.ImageLink,
        ["image_url"] = Column.ImageLink,
        ["image[0].url"] = Column.ImageLink,
        ["brand"] = Column.Brand,
        ["item_group_id"] = Column.Group,
        ["color"] = Column.Color,
        ["size"] = Column.Size,
        ["material"] = Column.Material,
        ["pattern"] = Column.Pattern,
        ["gender"] = Column.Gender,
        ["age_group"] = Column.AgeGroup,
        ["additional_variant_attribute"] = Column.MoreAxes,
        ["additional_variant_attributes"] = Column.MoreAxes,
        ["variant"] = Column.Variant,
        ["google_product_category"] = Column.GoogleCategory,
        ["fb_product_category"] = Column.MetaCategory,
        ["product_type"] = Column.ProductType,
        ["quantity_to_sell_on_facebook"] = Column.Quantity,
        ["inventory"] = Column.Quantity,
        ["status"] = Column.Status,
        ["visibility"] = Column.Visibility,
        ["internal_label"] = Column.InternalLabel,
        ["override"] = Column.Override,
        ["product_detail"] = Column.Detail,
        ["product_details"] = Column.Detail,
        ["product_highlight"] = Column.Highlight,
        ["product_highlights"] = Column.Highlight,
        ["custom_label_0"] = Column.Label,
        ["custom_label_1"] = Column.Label,
        ["custom_label_2"] = Column.Label,
        ["custom_label_3"] = Column.Label,
        ["custom_label_4"] = Column.Label,
        ["product_weight"] = Column.Weight,
        ["product_length"] = Column.Length,
        ["product_width"] = Column.Width,
        ["product_height"] = Column.Height,
        ["manufacturer_name"] = Column.MakerName,
        ["manufacturer"] = Column.MakerName,
        ["manufacturer_info"] = Column.MakerName,
        ["manufacturer_address"] = Column.MakerAddress,
        ["manufacturer_email"] = Column.MakerContact,
        ["manufacturer_contact"] = Column.MakerContact,
        ["manufacturer_url"] = Column.MakerContact,
        ["eu_responsible_name"] = Column.EuName,
        ["eu_responsible_person"] = Column.EuName,
        ["eu_responsible_address"] = Column.EuAddress,
        ["eu_responsible_email"] = Column.EuContact,
        ["eu_responsible_contact"] = Column.EuContact,
        ["safety_warnings"] = Column.SafetyWarnings,
        ["safety_warning"] = Column.SafetyWarnings,
        ["safety_information"] = Column.SafetyWarnings,
        ["vat_class"] = Column.VatClass,
        ["tax_category"] = Column.TaxCategory,
    };

    private static readonly FrozenDictionary<string, Column> ByName = Spellings.ToFrozenDictionary();

    public static readonly int Count = Enum.GetValues<Column>().Length;

    /// <summary>The axes with a column of their own, in the order in which a shopper is asked.</summary>
    public static readonly IReadOnlyList<(string Axis, Column Column)> Axes =
    [
        ("color", Column.Color), ("size", Column.Size), ("material", Column.Material),
        ("pattern", Column.Pattern), ("gender", Column.Gender), ("age_group", Column.AgeGroup),
    ];

    /// <summary>
    /// What separates the values of a column that may be there several times; null for one that may not: the first counts.
    /// </summary>
    public static string? Separator(this Column column) => column switch
    {
        Column.MoreAxes or Column.Detail => ",",
        Column.Highlight or Column.Label => "\n",
        _ => null,
    };

    /// <summary>What a column holds when one more value of it is read.</summary>
    public static string Join(this Column column, string? before, string value) =>
        string.IsNullOrEmpty(before) ? value : value.Length == 0 || column.Separator() is not { } separator ? before : before + separator
            + value;

    public static Column? Find(string header)
    {
        var name = header.Trim(' ', '\t', '"', '\'', '\uFEFF', '\u00A0').ToLowerInvariant();
        if (name.StartsWith("g:", StringComparison.Ordinal))
            name = name[2..];
        return ByName.TryGetValue(name.Replace(' ', '_'), out var column) ? column : null;
    }

    /// <summary>The name a merchant knows it by, for the report.</summary>
    public static string Name(this Column column) => Spellings.First(pair => pair.Value == column).Key;
}
