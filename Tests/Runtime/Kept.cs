using CommerceBot.Storage.Sqlite;
using CommerceBot.Tests.Support;

namespace CommerceBot.Tests.Runtime;

/// <summary>Looks into the rows of a running shop.</summary>
internal static class Kept
{
    /// <summary>One number.</summary>
    public static long Ask(ShopHost shop, string sql)
    {
        using var session = shop.Get<Database>().OpenSession();
        var query = session[sql];
        query.Step();
        var number = query.Int64(0);
        query.Reset();
        return number;
    }

    /// <summary>Why inbox rows died.</summary>
    public static IReadOnlyList<string> DeadRows(ShopHost shop) => Texts(shop, "SELECT reason FROM inbox WHERE handled = 2");

    /// <summary>Why outbox rows died.</summary>
    public static IReadOnlyList<string> DeadCalls(ShopHost shop) => Texts(shop, "SELECT reason FROM outbox WHERE state = 2");

    private static List<string> Texts(ShopHost shop, string sql)
    {
        using var session = shop.Get<Database>().OpenSession();
        var texts = new List<string>();
        var query = session[sql];
        while (query.Step())
            texts.Add(query.Text(0));
        query.Reset();
        return texts;
    }
}
