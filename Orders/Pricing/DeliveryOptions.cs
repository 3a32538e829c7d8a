namespace CommerceBot.Orders;

/// <summary>The settings under <c>Delivery</c>: <c>Methods</c> by number or by name.</summary>
public sealed class DeliveryOptions
{
    /// <summary>Keys are numbers where the settings hold a list.</summary>
    public Dictionary<string, DeliveryMethodOptions> Methods { get; } = new(StringComparer.OrdinalIgnoreCase);
}

/// <summary>One method as the merchant writes it; texts are read and checked by <see cref="DeliveryTable.From"/>.</summary>
public sealed class DeliveryMethodOptions
{
    /// <summary>What shoppers read, of 1 to 100 signs; its id is made of it.</summary>
    public string? Name { get; set; }

    /// <summary>In units of the shop's currency: 4.90. What could be thousands or decimals (1.250) is refused.</summary>
    public string? Price { get; set; }

    /// <summary>ISO codes; none means everywhere.</summary>
    public IList<string> Countries { get; } = [];

    /// <summary>Goods worth this much travel free; nothing means never.</summary>
    public string? FreeFrom { get; set; }

    /// <summary>Within so many days of the order the goods are delivered; nothing means 30.</summary>
    public string? Days { get; set; }
}
