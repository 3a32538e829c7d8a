using System.Security.Cryptography;
using System.Text;
using CommerceBot.Catalog;

namespace CommerceBot.Cards;

/// <summary>
/// Choosing a variant axis by axis. What was picked so far travels in the button as one short mark for each value,
/// so that it stays small and is stale, not wrong, when the merchant renames a value.
/// </summary>
internal sealed class VariantPicks
{
    private const int MarkLength = 6;
    private const int MostAxes = 8;

    private readonly List<Variant> _left;

    private VariantPicks(Product product, IReadOnlyList<string> axes, List<(string Axis, string Value)> picked, string marks, List<Variant> left)
    {
        Marks = marks;
        Product = product;
        Axes = axes;
        Picked = picked;
        _left = left;
    }

    public Product Product { get; }

    /// <summary>What the variants differ in, in the order in which it is asked.</summary>
    public IReadOnlyList<string> Axes { get; }

    public IReadOnlyList<(string Axis, string Value)> Picked { get; }

    /// <summary>The axis to ask next; null when a variant is found.</summary>
    public string? Next => Picked.Count < Axes.Count ? Axes[Picked.Count] : null;

    /// <summary>The variant that was picked, once every axis is.</summary>
    public Variant? Found => Next is null ? _left.MaxBy(variant => variant.Available) : null;

    /// <summary>What can be picked now, in the feed's order; sold out when no variant of it is left.</summary>
    public IReadOnlyList<VariantValue> Values => Next is not { } axis ? [] :
    [
        .. _left.Where(variant => variant.Options.ContainsKey(axis)).GroupBy(variant => variant.Options[axis])
            .Select(group => new VariantValue(group.Key, group.Max(variant => variant.Available) <= 0)),
    ];

    /// <summary>What the shopper picked; values that were no question have no mark.</summary>
    public string Marks { get; }

    /// <summary>Null when a mark fits nothing that is on sale now.</summary>
    public static VariantPicks? Of(Product product, string marks)
    {
        var picks = Begin(product);
        for (var at = 0; at < marks.Length; at += MarkLength)
        {
            var mark = marks.Substring(at, MarkLength);
            if (picks.Values.FirstOrDefault(value => MarkOf(value.Text) == mark) is not { } value)
                return null;
            picks = picks.Pick(value.Text);
        }

        return picks;
    }

    public static VariantPicks Begin(Product product)
    {
        var axes = product.Variants.SelectMany(variant => variant.Options.Keys).Distinct().Take(MostAxes).ToList();
        return Skipping(product, axes, [], "", [.. product.Variants]);
    }

    public VariantPicks Pick(string value) => Next is not { } axis ? this : Skipping(
        Product, Axes, [.. Picked, (axis, value)], Marks + MarkOf(value),
        [.. _left.Where(variant => variant.Options.GetValueOrDefault(axis) == value)]);

    public static bool AreMarks(string text) =>
        text.Length <= MostAxes * MarkLength && text.Length % MarkLength == 0 && text.All(char.IsAsciiHexDigitLower);

    public static string MarkOf(string value) =>
        Convert.ToHexStringLower(SHA256.HashData(Encoding.UTF8.GetBytes(value)).AsSpan(0, MarkLength / 2));

    /// <summary>An axis with one value left, or none, is no question.</summary>
    private static VariantPicks Skipping(Product product, IReadOnlyList<string> axes, List<(string, string)> picked, string marks, List<Variant> left)
    {
        while (picked.Count < axes.Count)
        {
            var axis = axes[picked.Count];
            var values = left.Select(variant => variant.Options.GetValueOrDefault(axis)).Distinct().ToList();
            if (values.Count != 1)
                break;
            picked.Add((axis, values[0] ?? ""));
        }

        return new VariantPicks(product, axes, picked, marks, left);
    }
}

internal sealed record VariantValue(string Text, bool SoldOut);
