namespace CommerceBot.Catalog.Feed;

/// <summary>
/// Who made a thing and what it warns of. Neither Google nor Meta has columns for it in Europe (read 2026-11), so that these are named
/// as shops' exports name them.
/// </summary>
internal static class FeedSafety
{
    private const int LongestField = 300;
    private const int LongestWarnings = 2_000;

    public static ProductSafety Read(FeedRow row) => new(
        new SafetyContact(
            Text(row, Column.MakerName, LongestField), Text(row, Column.MakerAddress, LongestField),
            Text(row, Column.MakerContact, LongestField)),
        new SafetyContact(
            Text(row, Column.EuName, LongestField), Text(row, Column.EuAddress, LongestField), Text(row, Column.EuContact, LongestField)),
        Warnings(row));

    public static string Warnings(FeedRow row) => Text(row, Column.SafetyWarnings, LongestWarnings);

    private static string Text(FeedRow row, Column column, int longest)
    {
        var text = PlainText.Of(row[column]);
        if (text.Length <= longest)
            return text;
        return (char.IsHighSurrogate(text[longest - 1]) ? text[..(longest - 1)] : text[..longest]).TrimEnd();
    }
}
