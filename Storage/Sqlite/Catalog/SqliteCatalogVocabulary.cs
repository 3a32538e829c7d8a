using CommerceBot.Catalog;
using CommerceBot.Catalog.Search;
using CommerceBot.Recognition;

namespace CommerceBot.Storage.Sqlite.Catalog;

/// <summary>
/// The stems of titles, brands and categories on sale, kept in memory. Whether the catalogue changed is asked every few seconds at most;
/// the words of a hundred thousand products take some megabytes, and of a larger catalogue the first so many are read.
/// </summary>
internal sealed class SqliteCatalogVocabulary(Database database, TimeProvider time) : ICatalogVocabulary
{
    private const int MostTexts = 300_000;

    private const string Texts = """
        SELECT title FROM product WHERE active = 1
        UNION SELECT brand FROM product WHERE active = 1 AND brand <> ''
        UNION SELECT text.title FROM product_text text JOIN product ON product.number = text.product WHERE product.active = 1
        UNION SELECT title FROM category
        UNION SELECT title FROM category_text
        LIMIT ?1
        """;

    private static readonly TimeSpan LookEvery = TimeSpan.FromSeconds(5);

    private readonly Lock _lock = new();
    private HashSet<string> _stems = [];
    private long _version = -1;
    private DateTimeOffset _nextLook = DateTimeOffset.MinValue;

    public bool Knows(string word, Language language)
    {
        lock (_lock)
        {
            if (time.GetUtcNow() >= _nextLook)
            {
                _nextLook = time.GetUtcNow() + LookEvery;
                Refresh();
            }
        }

        return _stems.Contains(Endings.Drop(word));
    }

    private void Refresh()
    {
        using var session = database.OpenSession();
        var indexed = session["SELECT indexed FROM catalog_version"];
        var version = indexed.Step() ? indexed.Int64(0) : 0;
        indexed.Reset();
        if (version == _version)
            return;
        var stems = new HashSet<string>(StringComparer.Ordinal);
        var texts = session[Texts].Bind(1, MostTexts);
        while (texts.Step())
            stems.UnionWith(SearchText.Stems(texts.Text(0)));
        texts.Reset();
        (_stems, _version) = (stems, version);
    }
}
