namespace CommerceBot.Catalog.Feed;

/// <summary>
/// Who made a thing and what it warns of. Neither Google nor Meta has columns for it in Europe (read 2026-11), so that these are named
/// as shops' exports name them.
/// </summary>
internal static class FeedSafety
{
    public static ProductSafety Read(FeedRow row) => new(
        new SafetyContact(
            Text(row, Column.MakerName, ProductSafety.LongestField), Text(row, Column.MakerAddress, ProductSafety.LongestField),
            Text(row, Column.MakerContact, ProductSafety.LongestField)),
        new SafetyContact(
            Text(row, Column.EuName, ProductSafety.LongestField), Text(row, Column.EuAddress, ProductSafety.LongestField),
            Text(row, Column.EuContact, ProductSafety.LongestField)),
        Warnings(row));

    public static string Warnings(FeedRow row) => Text(row, Column.SafetyWarnings, ProductSafety.LongestWarnings);

    private static string Text(FeedRow row, Column column, int longest)
    {
        var text = PlainText.Of(row[column]);
        if (text.Length <= longest)
            return text;
        return (char.IsHighSurrogate(text[longest - 1]) ? text[..(longest - 1)] : text[..longest]).TrimEnd();
    }
}
