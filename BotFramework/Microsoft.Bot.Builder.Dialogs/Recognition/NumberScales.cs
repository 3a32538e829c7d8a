namespace Microsoft.Bot.Builder.Dialogs.Recognition;

/// <summary>What multiplies a number in both languages, for people mix them: "2 million" in an Italian answer.</summary>
internal static class NumberScales
{
    public static IReadOnlyDictionary<string, decimal> Shared { get; } = new Dictionary<string, decimal>(StringComparer.Ordinal)
    {
        ["thousand"] = 1000, ["thousands"] = 1000, ["mila"] = 1000, ["k"] = 1000,
        ["million"] = 1e6m, ["millions"] = 1e6m, ["milione"] = 1e6m, ["milioni"] = 1e6m, ["mln"] = 1e6m, ["mio"] = 1e6m,
        ["billion"] = 1e9m, ["billions"] = 1e9m, ["miliardo"] = 1e9m, ["miliardi"] = 1e9m, ["bn"] = 1e9m, ["bln"] = 1e9m,
        ["mld"] = 1e9m, ["mrd"] = 1e9m,
        ["trillion"] = 1e12m, ["trillions"] = 1e12m, ["tn"] = 1e12m, ["trn"] = 1e12m, ["bilione"] = 1e12m, ["bilioni"] = 1e12m,
    };

    /// <summary>Only right behind the digits, and in this case: "10M" is ten million, "10m" ten metres.</summary>
    public static IReadOnlyDictionary<string, decimal> Glued { get; } = new Dictionary<string, decimal>(StringComparer.Ordinal)
    {
        ["k"] = 1000, ["K"] = 1000, ["M"] = 1e6m, ["MM"] = 1e6m, ["B"] = 1e9m, ["G"] = 1e9m, ["T"] = 1e12m,
    };

    /// <summary>Right behind the digits these leave the number as it is; other letters there make a code of it.</summary>
    public static IReadOnlySet<string> Units { get; } = new HashSet<string>(StringComparer.Ordinal)
    {
        "kg", "g", "gr", "mg", "l", "lt", "ml", "cl", "dl", "m", "mt", "cm", "mm", "km", "m2", "x", "pz", "pcs", "eur", "euro",
        "usd", "gbp", "chf", "gb", "tb", "mb",
        "oz", "lb", "lbs", "ft", "in",
    };
}
