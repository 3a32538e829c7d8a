using System.Collections.Frozen;
using System.Globalization;
using CommerceBot.Catalog.Amounts;

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
        Spellings.TryGetValue(
            text.ToLowerInvariant().Replace('_', ' ').Replace("pre-order", "preorder", StringComparison.Ordinal), out var availability)
            ? availability
            : null;

    public static bool IsHidden(FeedRow row) =>
        row[Column.Status].Equals("archived", StringComparison.OrdinalIgnoreCase)
        || row[Column.Visibility].ToLowerInvariant() is "hidden" or "staging" or "whitelist_only";

    /// <summary>
    /// Pieces on hand, 0 to <see cref="Plenty"/>; null when the cell is no clear whole number, and the advice says how to
    /// write it.
    /// </summary>
    public static int? ReadQuantity(string text, Availability availability, out string advice)
    {
        advice = "";
        if (availability != Availability.InStock)
            return 0;
        return text.Length == 0 ? Plenty : ReadPieces(text, out advice) is { } pieces ? (int)Math.Clamp(pieces, 0, Plenty) : null;
    }

    /// <summary>
    /// A whole number of pieces, below zero too: <c>1250</c>, <c>1,250,000</c>, <c>5.0</c>; <c>1.250</c> could be either
    /// and is null.
    /// </summary>
    public static long? ReadPieces(string text, out string advice)
    {
        advice = "write a whole number of pieces";
        if (!WrittenNumber.TryRead(text, out var number))
            return null;
        if (number.IsAmbiguous)
            advice = $"the mark may stand for thousands or for decimals: write {number.Whole}{number.Decimals} or {number.Whole} pieces";
        return number.IsAmbiguous || number.Decimals.TrimEnd('0').Length > 0
            ? null
            : (number.IsNegative ? -1 : 1) * long.Parse(number.Whole, CultureInfo.InvariantCulture);
    }
}
