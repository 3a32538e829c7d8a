using CommerceBot.Catalog.Amounts;

namespace CommerceBot.Catalog.Feed;

/// <summary>The first line of a CSV feed: which column stands where.</summary>
internal sealed class CsvHeader
{
    private static readonly char[] Delimiters = [',', ';', '\t', '|'];
    private readonly Column?[] _columns;

    private CsvHeader(Column?[] columns) => _columns = columns;

    public int Width => _columns.Length;

    /// <summary>The mark that splits the header line into the most cells.</summary>
    public static char Delimiter(string start)
    {
        var header = start.Split('\n').FirstOrDefault(line => !line.StartsWith('#') && !string.IsNullOrWhiteSpace(line)) ?? "";
        return Delimiters.MaxBy(mark => header.AsSpan().Count(mark));
    }

    /// <exception cref="FeedRefusedException">There is no <c>id</c> column, or data stands on the header's line.</exception>
    public static CsvHeader Read(IReadOnlyList<string> cells)
    {
        if (cells.FirstOrDefault(LooksLikeData) is { } data)
            throw new FeedRefusedException(
                $"The header line also holds data ('{ReportText.Short(data)}'): begin a new line after the last column's name.");

        var columns = new Column?[cells.Count];
        for (var i = 0; i < cells.Count; i++)
        {
            var column = Columns.Find(cells[i]);
            columns[i] = column?.Separator() is not null || Array.IndexOf(columns, column) < 0 ? column
                : null; // of two spellings the first counts
        }

        if (!columns.Contains(Column.Id))
            throw new FeedRefusedException(
                $"The first line names no 'id' column ('{ReportText.Short(string.Join(", ", cells))}'): the header must hold Meta's "
                + "column names."
            );
        return new CsvHeader(columns);
    }

    /// <summary>
    /// Fits a row of another width: labels that lost their quotation marks are joined again, empty or unknown cells
    /// at the end are left out, and missing ones count as empty when nothing that we read is cut off in the middle.
    /// </summary>
    public List<string> Mend(List<string> cells, out bool mended)
    {
        JoinLabels(cells);
        mended =
            cells.Count >= Width
            || Array.FindIndex(_columns, cells.Count, column => column is Column.Id or Column.Price or Column.Title) < 0 && cells.Count > 1;
        return cells;
    }

    /// <summary>The row's cells by column.</summary>
    public string?[] Sort(List<string> cells)
    {
        var sorted = new string?[Columns.Count];
        for (var i = 0; i < Math.Min(cells.Count, Width); i++)
            if (_columns[i] is { } column)
                sorted[(int)column] = column.Join(sorted[(int)column], cells[i]);
        return sorted;
    }

    // WooCommerce's plugin writes ['winter','sale'] with no quotation marks around it: one cell too many per comma.
    private void JoinLabels(List<string> cells)
    {
        var label = Array.IndexOf(_columns, Column.InternalLabel);
        if (label < 0 || label >= cells.Count || !cells[label].StartsWith('['))
            return;
        while (cells.Count > Width && !cells[label].EndsWith(']'))
        {
            cells[label] += "," + cells[label + 1];
            cells.RemoveAt(label + 1);
        }
    }

    private static bool LooksLikeData(string cell) =>
        cell.Contains("://", StringComparison.Ordinal) || AmountParser.LooksLikeAmount(cell);
}
