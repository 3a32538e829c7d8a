using CommerceBot.Storage.Sqlite;
using CommerceBot.Tests.Support;

namespace CommerceBot.Tests.Channels.Support;

/// <summary>What lies in a shop's database, seen from outside.</summary>
internal static class Rows
{
    public static long Count(this ShopHost host, string of)
    {
        using var session = host.Get<Database>().OpenSession();
        var query = session[$"SELECT count(*) FROM {of}"];
        query.Step();
        var count = query.Int64(0);
        query.Reset();
        return count;
    }

    public static string? Text(this ShopHost host, string sql)
    {
        using var session = host.Get<Database>().OpenSession();
        var query = session[sql];
        var text = query.Step() ? query.TextOrNull(0) : null;
        query.Reset();
        return text;
    }

    public static void Run(this ShopHost host, string sql)
    {
        using var session = host.Get<Database>().OpenSession();
        session.Run(sql);
    }

    /// <summary>Looks again and again for what another thread is about to do.</summary>
    public static async Task UntilAsync(Func<bool> holds)
    {
        using var patience = new CancellationTokenSource(TestTimeouts.Hang);
        while (!holds())
            await Task.Delay(5, patience.Token);
    }
}
