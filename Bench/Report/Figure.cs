using System.Globalization;

namespace CommerceBot.Bench.Report;

/// A line of the table. A figure with no target is shown and judges nothing.
internal sealed record Figure(
    string Name, string Value, string Floor = "", double? Ratio = null, string Target = "", bool? Met = null, double? Spread = null)
{
    /// What to say of a figure without a target that looks wrong.
    public string Remark { get; init; } = "";

    public string Verdict => Met switch { null => Remark, true => "ok", false => "MISSED" };

    /// A rate beside its floor's, which it must reach by at least this part.
    public static Figure Rate(string name, Median value, Median floor, double? atLeast = null)
    {
        var ratio = value.Value / floor.Value;
        return new Figure(name, Number(value.Value), Number(floor.Value), ratio,
            atLeast is { } target ? Text($">= {target:0.00}x") : "", atLeast is null ? null : ratio >= atLeast, value.Spread);
    }

    /// A cost beside its floor's, which it must not exceed by more than this many times.
    public static Figure Cost(string name, string unit, Median value, Median floor, double? atMost = null)
    {
        var ratio = value.Value / floor.Value;
        return new Figure(name, $"{Number(value.Value)} {unit}", $"{Number(floor.Value)} {unit}", ratio,
            atMost is { } target ? Text($"<= {target:0.00}x") : "", atMost is null ? null : ratio <= atMost, value.Spread);
    }

    /// A cost that has a limit of its own; its floor's is shown beside it.
    public static Figure Budget(string name, string unit, Median value, Median floor, double limit) =>
        new(name, $"{Number(value.Value)} {unit}", $"{Number(floor.Value)} {unit}", value.Value / floor.Value,
            $"<= {Number(limit)} {unit}", value.Value <= limit, value.Spread);

    public static string Number(double value) => value switch
    {
        >= 100 => value.ToString("N0", CultureInfo.InvariantCulture),
        >= 10 => value.ToString("0.0", CultureInfo.InvariantCulture),
        _ => value.ToString("0.00", CultureInfo.InvariantCulture),
    };

    private static string Text(FormattableString text) => text.ToString(CultureInfo.InvariantCulture);
}
