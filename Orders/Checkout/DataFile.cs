using System.Text.RegularExpressions;

namespace CommerceBot.Orders;

/// <summary>A table that is shipped inside the program: columns between tabs, notes behind #, the first line names the columns.</summary>
internal static class DataFile
{
    /// <summary>The rows of one table of <c>Orders/Checkout/Data</c>, each with this many columns; empty ones are "".</summary>
    public static IEnumerable<string[]> Rows(string name, int columns)
    {
        using var stream = typeof(DataFile).Assembly.GetManifestResourceStream($"Orders/{name}")
            ?? throw new InvalidOperationException($"The table Orders/Checkout/Data/{name}.tsv is not in the program.");
        using var reader = new StreamReader(stream);
        var head = true;
        while (reader.ReadLine() is { } line)
        {
            if (line.Length == 0 || line[0] == '#')
                continue;
            var cells = line.Split('\t');
            if (cells.Length != columns)
                throw new InvalidOperationException($"'{line}' in {name}.tsv has {cells.Length} columns: it must have {columns}.");
            if (!head)
                yield return cells;
            head = false;
        }
    }

    /// <summary>
    /// A cell that a whole text must fit. None of our tables repeats what repeats, so looking back is cheap, and the automaton of
    /// <see cref="RegexOptions.NonBacktracking"/> would cost 60 KB for each of some 200 patterns.
    /// </summary>
    public static Regex Pattern(string cell) => new($"^(?:{cell})$", RegexOptions.CultureInvariant);

    /// <summary>What stands between semicolons in one cell.</summary>
    public static string[] List(string cell, char between = ';') =>
        cell.Split(between, StringSplitOptions.RemoveEmptyEntries | StringSplitOptions.TrimEntries);
}
