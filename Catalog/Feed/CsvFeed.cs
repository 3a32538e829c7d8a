using System.Runtime.CompilerServices;
using System.Text;
using Sylvan.Data.Csv;

namespace CommerceBot.Catalog.Feed;

/// <summary>CSV and TSV as generators really write them: comment lines, stray cells, sloppy quotes.</summary>
internal static class CsvFeed
{
    // Twice the row limit in characters: a row above the limit is one row's error, and an endless one still ends.
    private const int LargestRecord = 2 * FeedReader.LargestRow;

    public static async IAsyncEnumerable<FeedRow> ReadAsync(
        Stream feed, string start, ImportProblems problems, [EnumeratorCancellation] CancellationToken cancellationToken)
    {
        var options = new CsvDataReaderOptions
        {
            HasHeaders = false,
            CsvStyle = CsvStyle.Lax,
            Delimiter = CsvHeader.Delimiter(start),
            Comment = '\0', // comment lines are told apart here, so that lines are counted right
            BufferSize = 64 * 1024,
            MaxBufferSize = LargestRecord,
        };
        using var text = new StreamReader(
            feed, Encoding.UTF8, detectEncodingFromByteOrderMarks: true, bufferSize: 64 * 1024, leaveOpen: true);
        await using var csv = await CsvDataReader.CreateAsync(text, options, cancellationToken);

        CsvHeader? header = null;
        long line = 1;
        while (await NextAsync(csv, line, cancellationToken))
        {
            var begins = line;
            var raw = csv.GetRawRecordSpan();
            var breaks = raw.Count('\n');
            line += breaks == 0 && raw.EndsWith('\r') ? raw.Count('\r') : breaks;
            if (raw.IsWhiteSpace() || raw[0] == '#' && IsComment(csv, header))
                continue;
            if (breaks > 1 && int.IsOddInteger(raw.Count('"')))
                throw new FeedRefusedException(
                    $"A quotation mark opened on line {begins} is never closed, so the {breaks - 1} lines after it cannot be told apart: "
                    + "close it, or double it inside the text."
                );
            if (header is null)
                header = CsvHeader.Read(Cells(csv));
            else if (Row(csv, header, begins, raw, problems) is { } row)
                yield return row;
        }

        if (header is null)
            throw new FeedRefusedException("The file holds only comments: export the feed again.");
    }

    // Generators write comments above the header. Below it a line with cells is a row: an id may begin with this sign.
    private static bool IsComment(CsvDataReader csv, CsvHeader? header) => header is null || csv.RowFieldCount == 1;

    private static async Task<bool> NextAsync(CsvDataReader csv, long line, CancellationToken cancellationToken)
    {
        try
        {
            return await csv.ReadAsync(cancellationToken);
        }
        catch (CsvRecordTooLargeException)
        {
            throw new FeedRefusedException(
                $"The row that begins on line {line} has no end within {LargestRecord} characters: a quotation mark there is probably "
                + "never closed."
            );
        }
    }

    private static FeedRow? Row(CsvDataReader csv, CsvHeader header, long line, ReadOnlySpan<char> raw, ImportProblems problems)
    {
        if (Encoding.UTF8.GetByteCount(raw) > FeedReader.LargestRow)
        {
            problems.Error(line, "", ReportText.Short(raw), $"the row is longer than {FeedReader.LargestRow} bytes: shorten its texts");
            return null;
        }

        var cells = Cells(csv);
        if (cells.Count != header.Width)
        {
            cells = header.Mend(cells, out var mended);
            if (!mended)
            {
                problems.Error(
                    line, "", ReportText.Short(raw),
                    $"the row has {cells.Count} cells under a header of {header.Width}: check its commas and quotation marks");
                return null;
            }

            problems.Warn(
                line, "", "",
                $"the row has cells beyond the header's {header.Width} (often an internal_label written without quotation marks): they "
                + "were left out"
            );
        }

        return new FeedRow(line, header.Sort(cells));
    }

    private static List<string> Cells(CsvDataReader csv)
    {
        var cells = new List<string>(csv.RowFieldCount);
        for (var i = 0; i < csv.RowFieldCount; i++)
            cells.Add(csv.GetString(i).Trim());
        return cells;
    }
}
