using System.Globalization;

namespace CommerceBot.Desk.Exports;

/// <summary>
/// Rows as spreadsheets read them (RFC 4180), with the marks of the reader's country: Italian ones want a semicolon and a decimal
/// comma. What somebody outside wrote never becomes a formula: a text that begins like one gets an apostrophe (OWASP, CSV injection).
/// </summary>
internal sealed class CsvText(CultureInfo culture)
{
    private const string FormulaSigns = "=+-@\t\r\n";

    private readonly char _between = culture.NumberFormat.NumberDecimalSeparator == "," ? ';' : ',';

    public string Row(params IEnumerable<object?> cells) => string.Join(_between, cells.Select(Cell)) + "\r\n";

    private string Cell(object? value) => value switch
    {
        null => "",
        decimal amount => amount.ToString("0.00##", culture),
        int or long => Convert.ToString(value, CultureInfo.InvariantCulture)!,
        DateOnly day => day.ToString("yyyy-MM-dd", CultureInfo.InvariantCulture),
        DateTimeOffset at => at.ToString("yyyy-MM-dd HH:mm", CultureInfo.InvariantCulture),
        _ => Text(value.ToString() ?? ""),
    };

    private string Text(string text)
    {
        // Blanks before a sign do not keep a spreadsheet from reading a formula.
        var begun = text.TrimStart(' ', '\u00a0', '\ufeff');
        var safe = begun.Length > 0 && FormulaSigns.Contains(begun[0], StringComparison.Ordinal) ? "'" + text : text;
        if (!safe.AsSpan().ContainsAny($"{_between}\"\r\n\t;,"))
            return safe;
        return $"\"{safe.Replace("\"", "\"\"", StringComparison.Ordinal)}\"";
    }
}
