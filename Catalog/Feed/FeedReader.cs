using System.Text;

namespace CommerceBot.Catalog.Feed;

/// <summary>Tells the form of a feed from its first bytes and reads it row by row, whatever the form.</summary>
internal static class FeedReader
{
    /// <summary>Meta's own limit on one row, in bytes (help 120325381656392).</summary>
    public const int LargestRow = 5_242_880;

    private const int HeadLength = 64 * 1024;

    /// <exception cref="FeedRefusedException">The file is empty, a web page, or has no header.</exception>
    public static async IAsyncEnumerable<FeedRow> ReadAsync(
        Stream feed, ImportProblems problems, [System.Runtime.CompilerServices.EnumeratorCancellation] CancellationToken cancellationToken)
    {
        var head = new byte[HeadLength];
        var length = await feed.ReadAtLeastAsync(head, HeadLength, throwOnEndOfStream: false, cancellationToken);
        var start = Decode(head.AsSpan(0, length)).TrimStart('\uFEFF', ' ', '\t', '\r', '\n');
        RefuseWhatIsNoFeed(start);

        await using var whole = new HeadAndRest(head.AsMemory(0, length), feed);
        var rows = LooksLikeXml(start)
            ? XmlFeed.ReadAsync(whole, problems, cancellationToken)
            : CsvFeed.ReadAsync(whole, start, problems, cancellationToken);
        await foreach (var row in rows)
            yield return row;
    }

    private static void RefuseWhatIsNoFeed(string start)
    {
        if (start.Length == 0)
            throw new FeedRefusedException("The file is empty: export the feed again.");
        if (start.StartsWith("<!doctype html", StringComparison.OrdinalIgnoreCase)
            || start.StartsWith("<html", StringComparison.OrdinalIgnoreCase))
            throw new FeedRefusedException(
                "The file is a web page, not a feed: the address may ask for a login. Download the feed itself.");
        if (start.StartsWith("PK\u0003\u0004", StringComparison.Ordinal) || start.StartsWith('\u001F'))
            throw new FeedRefusedException("The file is compressed (or a spreadsheet): unpack it, or save it as CSV in UTF-8.");
    }

    private static bool LooksLikeXml(string start) => start.StartsWith("<?xml", StringComparison.OrdinalIgnoreCase)
        || start.StartsWith("<rss", StringComparison.OrdinalIgnoreCase) || start.StartsWith("<feed", StringComparison.OrdinalIgnoreCase);

    private static string Decode(ReadOnlySpan<byte> head)
    {
        using var reader = new StreamReader(new MemoryStream(head.ToArray()), Encoding.UTF8, detectEncodingFromByteOrderMarks: true);
        return reader.ReadToEnd();
    }
}
