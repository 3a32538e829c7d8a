namespace CommerceBot.Catalog.Feed;

/// <summary>The words of a row, within Meta's lengths. Too long is cut and told; only an id or a title may not be missing.</summary>
internal static class FeedTexts
{
    public const int LongestId = 100;
    private const int LongestTitle = 200;
    private const int ShortestDescription = 30;
    private const int LongestDescription = 9_999;
    private const int LongestBrand = 100;

    public static Sku Id(FeedRow row, ImportProblems problems)
    {
        var id = row[Column.Id];
        if (id.Length is 0 or > LongestId)
            problems.Error(row.Line, Column.Id.Name(), id, id.Length == 0 ? "the id is missing" : $"at most {LongestId} characters");
        else if (id.AsSpan().IndexOfAny(',', ':') >= 0)
            problems.Warn(row.Line, Column.Id.Name(), id, "a comma or colon in an id breaks Meta's checkout links to it");
        return new Sku(id);
    }

    public static string Title(FeedRow row, ImportProblems problems, bool required)
    {
        var title = PlainText.Of(row[Column.Title]);
        if (title.Length == 0 && required)
            problems.Error(row.Line, Column.Title.Name(), "", "the title is missing");
        return Cut(row, Column.Title, title, LongestTitle, problems);
    }

    public static string Description(FeedRow row, ImportProblems problems, bool required)
    {
        var description = PlainText.Of(row[Column.Description]);
        if (description.Length < ShortestDescription && required)
            problems.Warn(row.Line, Column.Description.Name(), description, $"Meta asks for {ShortestDescription} characters at least");
        return Cut(row, Column.Description, description, LongestDescription, problems);
    }

    public static string Brand(FeedRow row, ImportProblems problems) =>
        Cut(row, Column.Brand, PlainText.Of(row[Column.Brand]), LongestBrand, problems);

    private static string Cut(FeedRow row, Column column, string text, int longest, ImportProblems problems)
    {
        if (text.Contains('\uFFFD'))
            problems.Warn(row.Line, column.Name(), text, "some letters are broken: save the feed in UTF-8");
        if (text.Length <= longest)
            return text;
        problems.Warn(row.Line, column.Name(), text, $"cut to {longest} characters");
        return (char.IsHighSurrogate(text[longest - 1]) ? text[..(longest - 1)] : text[..longest]).TrimEnd();
    }
}
