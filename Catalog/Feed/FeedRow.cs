namespace CommerceBot.Catalog.Feed;

/// <summary>One row of a feed as it stands in the file, cells trimmed; what is not there is empty.</summary>
internal sealed class FeedRow(long line, IReadOnlyList<string?> cells)
{
    /// <summary>The line on which the row begins, counted from 1.</summary>
    public long Line => line;

    public string this[Column column] => cells[(int)column] ?? "";
}
