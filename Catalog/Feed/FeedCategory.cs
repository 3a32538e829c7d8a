using System.Globalization;
using System.Security.Cryptography;
using System.Text;
using CommerceBot.Catalog.Search;

namespace CommerceBot.Catalog.Feed;

/// <summary>The category of a product, from the merchant's own path or, failing that, Google's or Meta's.</summary>
internal sealed record FeedCategory(CategoryId Id, string Path)
{
    private const int LongestId = 40;

    public static FeedCategory Other { get; } = new(new CategoryId("other"), "Other");

    public string Title => Path.Split(" > ")[^1];

    public static FeedCategory Read(FeedRow row) =>
        FromPath(row[Column.ProductType]) ?? FromPath(row[Column.GoogleCategory]) ?? FromPath(row[Column.MetaCategory])
        ?? FromGoogle(row[Column.GoogleCategory]) ?? Other;

    /// <summary>Null for what is no path in words: empty, or one of Google's numbers.</summary>
    public static FeedCategory? FromPath(string path)
    {
        var levels = path.Replace("&gt;", ">", StringComparison.Ordinal)
            .Split('>', StringSplitOptions.TrimEntries | StringSplitOptions.RemoveEmptyEntries);
        if (levels.Length == 0 || levels.All(level => level.All(char.IsDigit)))
            return null;
        return new FeedCategory(MakeId(levels), string.Join(" > ", levels));
    }

    private static FeedCategory? FromGoogle(string number) =>
        int.TryParse(number, NumberStyles.None, CultureInfo.InvariantCulture, out var id) && GoogleTaxonomy.TryFind(id, out var title)
            ? FromPath(title)
            : null;

    // cucina.caffe: the same whatever the case and accents, short enough for a button, telling after an import or ten.
    private static CategoryId MakeId(string[] levels)
    {
        var id = string.Join('.', levels.Select(level => string.Join('-', Words.Of(level))));
        if (id.Length is > 0 and <= LongestId && !id.StartsWith('.') && !id.EndsWith('.'))
            return new CategoryId(id);
        var hash = Convert.ToHexStringLower(SHA256.HashData(Encoding.UTF8.GetBytes(string.Join('>', levels))))[..10];
        return new CategoryId((id.Length > LongestId - 11 ? id[..(LongestId - 11)] : id) + "-" + hash);
    }
}
