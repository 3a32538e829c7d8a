using System.Runtime.CompilerServices;
using System.Xml;

namespace CommerceBot.Catalog.Feed;

/// <summary>RSS 2.0 and Atom with Google's names: each item is a row. No document types, so no entities and nothing fetched.</summary>
internal static class XmlFeed
{
    private static readonly XmlReaderSettings Settings = new()
    {
        Async = true,
        DtdProcessing = DtdProcessing.Prohibit,
        XmlResolver = null,
        IgnoreComments = true,
        IgnoreProcessingInstructions = true,
        IgnoreWhitespace = true,
    };

    public static async IAsyncEnumerable<FeedRow> ReadAsync(
        Stream feed, ImportProblems problems,
        [EnumeratorCancellation] CancellationToken cancellationToken)
    {
        using var xml = XmlReader.Create(feed, Settings);
        while (await NextItemAsync(xml, cancellationToken))
        {
            var line = ((IXmlLineInfo)xml).LineNumber;
            yield return new FeedRow(line, await CellsAsync(xml, line, problems, cancellationToken));
        }
    }

    private static Task<bool> NextItemAsync(XmlReader xml, CancellationToken cancellationToken) =>
        Guarded(async () =>
        {
            while (await xml.ReadAsync())
            {
                cancellationToken.ThrowIfCancellationRequested();
                if (xml.NodeType == XmlNodeType.Element && xml.LocalName is "item" or "entry" && !xml.IsEmptyElement)
                    return true;
            }

            return false;
        });

    private static Task<string?[]> CellsAsync(XmlReader xml, long line, ImportProblems problems, CancellationToken cancellationToken) =>
        Guarded(async () =>
        {
            var cells = new string?[Columns.Count];
            var size = 0;
            using var item = xml.ReadSubtree();
            await item.ReadAsync();
            await item.ReadAsync();
            while (item.Depth == 1 && !item.EOF)
            {
                cancellationToken.ThrowIfCancellationRequested();
                if (item.NodeType != XmlNodeType.Element)
                {
                    await item.ReadAsync();
                    continue;
                }

                var column = Columns.Find(item.LocalName);
                var text = item.LocalName == "link" && item.GetAttribute("href") is { } href ? href : null;
                text = await TextAsync(item, column) is { Length: > 0 } read ? read : text ?? "";
                size += text.Length;
                if (column is { } at && size <= FeedReader.LargestRow)
                    cells[(int)at] = at.Join(cells[(int)at], text);
            }

            if (size > FeedReader.LargestRow)
                problems.Warn(line, "", "", $"the item is longer than {FeedReader.LargestRow} bytes: what came after that was left out");
            return cells;
        });

    // The text of an element, with its children's; an axis (label and value) or detail (section, name, value) is joined by colons.
    private static async Task<string> TextAsync(XmlReader item, Column? column)
    {
        if (item.IsEmptyElement)
        {
            await item.ReadAsync();
            return "";
        }

        var parts = new List<string>();
        var depth = item.Depth;
        while (await item.ReadAsync() && item.Depth > depth)
            if (item.NodeType is XmlNodeType.Text or XmlNodeType.CDATA)
                parts.Add(item.Value.Trim());
        await item.ReadAsync(); // past the end tag
        return string.Join(column is Column.MoreAxes or Column.Detail ? ":" : " ", parts);
    }

    private static async Task<T> Guarded<T>(Func<Task<T>> read)
    {
        try
        {
            return await read();
        }
        catch (XmlException broken)
        {
            throw new FeedRefusedException($"The XML is broken: {broken.Message} Mend it at its source, or export CSV.");
        }
    }
}
