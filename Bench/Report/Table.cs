using System.Globalization;

namespace CommerceBot.Bench.Report;

/// Figures as aligned columns of plain text, which a log keeps as well as a terminal.
internal static class Table
{
    private static readonly string[] Heads = ["figure", "value", "floor", "ratio", "target", "", "spread"];

    public static void Print(IReadOnlyList<Figure> figures, TextWriter to)
    {
        string[][] rows = [Heads, .. figures.Select(Cells)];
        var widths = Heads.Select((_, column) => rows.Max(r => r[column].Length)).ToArray();
        to.WriteLine();
        foreach (var row in rows)
            to.WriteLine(
                string.Join("  ", row.Select((cell, n) => n is 0 or 5 ? cell.PadRight(widths[n]) : cell.PadLeft(widths[n]))).TrimEnd());
        to.WriteLine();
    }

    private static string[] Cells(Figure figure) =>
    [
        figure.Name, figure.Value, figure.Floor,
        figure.Ratio is { } ratio ? ratio.ToString("0.000", CultureInfo.InvariantCulture) : "",
        figure.Target, figure.Verdict,
        figure.Spread is { } spread ? spread.ToString("P0", CultureInfo.InvariantCulture) : "",
    ];
}
