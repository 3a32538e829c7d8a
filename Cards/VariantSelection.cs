using System.Security.Cryptography;
using System.Text;
using CommerceBot.Catalog;

namespace CommerceBot.Cards;

/// <summary>
/// Choosing a variant axis by axis. What was picked so far travels in the button as one short mark for each value,
/// so that it stays small and is stale, not wrong, when the merchant renames a value.
/// </summary>
internal sealed class VariantSelection
{
    private const int CodeLength = 6;
    private const int MostAxes = 8;

    private readonly List<Variant> _left;

    private VariantSelection(
        Product product, IReadOnlyList<string> axes, List<(string Axis, string Value)> picked, string marks, List<Variant> left)
    {
        Codes = marks;
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
            .Select(group => new VariantValue(group.Key, [.. group])),
    ];

    /// <summary>What was picked so far in words; empty before the shopper picked anything.</summary>
    public string Said => Codes.Length == 0 ? "" : string.Join(", ", Picked.Select(pick => pick.Value).Where(value => value.Length > 0));

    /// <summary>What the shopper picked; values that were no question have no mark.</summary>
    public string Codes { get; }

    /// <summary>Null when a mark fits nothing that is on sale now.</summary>
    public static VariantSelection? Of(Product product, string marks)
    {
        var selection = Begin(product);
        for (var at = 0; at < marks.Length; at += CodeLength)
        {
            var mark = marks.Substring(at, CodeLength);
            if (selection.Values.FirstOrDefault(value => CodeOf(value.Text) == mark) is not { } value)
                return null;
            selection = selection.Pick(value.Text);
        }

        return selection;
    }

    public static VariantSelection Begin(Product product)
    {
        var axes = product.Variants.SelectMany(variant => variant.Options.Keys).Distinct().Take(MostAxes).ToList();
        return Skipping(product, axes, [], "", [.. product.Variants]);
    }

    public VariantSelection Pick(string value) => Next is not { } axis ? this : Skipping(
        Product, Axes, [.. Picked, (axis, value)], Codes + CodeOf(value),
        [.. _left.Where(variant => variant.Options.GetValueOrDefault(axis) == value)]);

    public static bool AreCodes(string text) =>
        text.Length <= MostAxes * CodeLength && text.Length % CodeLength == 0 && text.All(char.IsAsciiHexDigitLower);

    public static string CodeOf(string value) =>
        Convert.ToHexStringLower(SHA256.HashData(Encoding.UTF8.GetBytes(value)).AsSpan(0, CodeLength / 2));

    /// <summary>An axis with one value left, or none, is no question.</summary>
    private static VariantSelection Skipping(
        Product product, IReadOnlyList<string> axes, List<(string, string)> picked, string marks, List<Variant> left)
    {
        while (picked.Count < axes.Count)
        {
            var axis = axes[picked.Count];
            var values = left.Select(variant => variant.Options.GetValueOrDefault(axis)).Distinct().ToList();
            if (values.Count != 1)
                break;
            picked.Add((axis, values[0] ?? ""));
        }

        return new VariantSelection(product, axes, picked, marks, left);
    }
}

/// <summary>A value that can be picked, and the variants that it leaves.</summary>
internal sealed record VariantValue(string Text, IReadOnlyList<Variant> Variants)
{
    public bool SoldOut => Variants.All(variant => variant.Available <= 0);
}
