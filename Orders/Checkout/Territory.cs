using CommerceBot.Catalog;

namespace CommerceBot.Orders;

/// <summary>Where a place stands to the EU's VAT area.</summary>
public enum VatArea
{
    /// <summary>Inside: the rates of its country.</summary>
    Inside,

    /// <summary>Inside, with rates of its own (Madeira, the Azores, Corsica, Jungholz and Mittelberg).</summary>
    OwnRates,

    /// <summary>Outside: goods sent there are exported.</summary>
    Outside,
}

/// <summary>Where a place stands to the EU's customs territory.</summary>
public enum CustomsArea
{
    /// <summary>Inside: no declaration.</summary>
    Inside,

    /// <summary>Outside, in a customs union with it (San Marino, Andorra, Türkiye).</summary>
    Union,

    /// <summary>Outside, and in no customs union with it: goods sent there are exported.</summary>
    Outside,
}

/// <summary>What a shipment from the EU needs on its way.</summary>
public enum CustomsNote
{
    /// <summary>Nothing: it is inside the EU's VAT area.</summary>
    None,

    /// <summary>Inside the customs territory and outside the VAT area: a declaration, no duty.</summary>
    VatBorder,

    /// <summary>A customs union: proof of free circulation (T2, A.TR) in place of duty.</summary>
    CustomsUnion,

    /// <summary>An export with a customs declaration; duty and tax may be due on arrival.</summary>
    Export,

    /// <summary>No border for EU VAT on goods, though its country has left the EU.</summary>
    NorthernIreland,
}

/// <summary>What a place is for delivery, VAT and customs; the rules and their sources stand in <c>Data/territories.tsv</c>.</summary>
/// <param name="Code">The place: a country's code, or that of a part with rules of its own, such as ES-CN for the Canary Islands.</param>
/// <param name="Delivery">The country it counts as when deliveries are offered.</param>
public sealed record Territory(string Code, Country Delivery, VatArea Vat, CustomsArea Customs, string Italian, string English)
{
    /// <summary>Whether EU VAT is due on goods sent there.</summary>
    public bool InVatArea => Vat != VatArea.Outside;

    /// <summary>Whether it is a part of a country with rules of its own: that country's prices need not hold there.</summary>
    public bool IsSpecial => Code != Delivery.Code;

    /// <summary>What a shipment from the EU to this place needs, by code, VAT and customs.</summary>
    public CustomsNote Note => (Code, InVatArea, Customs) switch
    {
        ("GB-NIR", _, _) => CustomsNote.NorthernIreland,
        (_, true, _) => CustomsNote.None,
        (_, _, CustomsArea.Inside) => CustomsNote.VatBorder,
        (_, _, CustomsArea.Union) => CustomsNote.CustomsUnion,
        _ => CustomsNote.Export,
    };

    /// <summary>As a shopper reads it; in English for every language but Italian.</summary>
    public string Name(Language language) => language == Language.Italian ? Italian : English;

    /// <summary>The territory of an address.</summary>
    /// <param name="postcode">As typed or as written; null or "-" when there is none: then the country as a whole is meant.</param>
    /// <param name="city">
    /// Settles a postcode that places share: Livigno's and Campione's old codes are those of their neighbours too. Without a city
    /// they are taken for Livigno and Campione, so always pass it where money follows.
    /// </param>
    public static Territory Of(Country country, string? postcode = null, string? city = null) =>
        TerritoryTable.Find(country, postcode, city);
}
