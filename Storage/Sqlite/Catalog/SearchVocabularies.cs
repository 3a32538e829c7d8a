using CommerceBot.Catalog;
using CommerceBot.Catalog.Search;
using Dapper;
using Microsoft.Data.Sqlite;

namespace CommerceBot.Storage.Sqlite.Catalog;

/// <summary>
/// The stems of the search index by language, read once after each time that the index caught up. Shared by all readers of
/// one database.
/// </summary>
internal sealed class SearchVocabularies
{
    private volatile Known? _known;

    public Known Read(SqliteConnection connection)
    {
        var indexed = connection.QuerySingle<long>("SELECT indexed FROM catalog_version");
        if (_known is { } known && known.Indexed == indexed)
            return known;
        var languages = connection.Query<(string Language, string Letter)>("SELECT language, letter FROM search_language ORDER BY letter")
            .ToList();
        var stems = connection.Query<(string Term, long Products)>("SELECT term, doc FROM product_stems", buffered: false)
            .Where(row => row.Term.Length > 1).ToLookup(row => row.Term[..1], row => (row.Term[1..], row.Products));
        return _known = new Known(indexed, languages.ToDictionary(row => new Language(row.Language), row => row.Letter),
            stems.ToDictionary(row => row.Key, row => new Vocabulary(row)));
    }

    public sealed record Known(long Indexed, IReadOnlyDictionary<Language, string> Letters, IReadOnlyDictionary<string,
        Vocabulary> Vocabularies);
}
