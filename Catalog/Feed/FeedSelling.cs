using System.Collections.Frozen;
using System.Globalization;

namespace CommerceBot.Catalog.Feed;

/// <summary>Whether and how many: availability, quantity, status and visibility.</summary>
internal static class FeedSelling
{
    /// <summary>What Meta assumes for a row in stock that gives no quantity.</summary>
    public const int Plenty = 999_999;

    public enum Availability { InStock, SoldOut, Withdrawn }

    private static readonly FrozenDictionary<string, Availability> Spellings = new Dictionary<string, Availability>
    {
        ["in stock"] = Availability.InStock,
        ["available for order"] = Availability.InStock,
        ["available"] = Availability.InStock,
        ["out of stock"] = Availability.SoldOut,
        // Nothing can be promised for these in a chat that takes the money at once.
        ["preorder"] = Availability.SoldOut,
        ["backorder"] = Availability.SoldOut,
        ["pending"] = Availability.SoldOut,
        ["mark as sold"] = Availability.SoldOut,
        ["discontinued"] = Availability.Withdrawn,
        ["mark as expired"] = Availability.Withdrawn,
    }.ToFrozenDictionary();

    public static Availability? ReadAvailability(string text) =>
        Spellings.TryGetValue(text.ToLowerInvariant().Replace('_', ' ').Replace("pre-order", "preorder", StringComparison.Ordinal), out var availability)
            ? availability
            : null;

    public static bool IsHidden(FeedRow row) =>
        row[Column.Status].Equals("archived", StringComparison.OrdinalIgnoreCase)
        || row[Column.Visibility].ToLowerInvariant() is "hidden" or "staging" or "whitelist_only";

    /// <summary>Pieces on hand; null when the cell is no whole number.</summary>
    public static int? ReadQuantity(string text, Availability availability)
    {
        if (availability != Availability.InStock)
            return 0;
        if (text.Length == 0)
            return Plenty;
        return decimal.TryParse(text, NumberStyles.AllowLeadingSign | NumberStyles.AllowDecimalPoint, CultureInfo.InvariantCulture, out var pieces) && decimal.IsInteger(pieces)
            ? (int)decimal.Clamp(pieces, 0, Plenty)
            : null;
    }
}
