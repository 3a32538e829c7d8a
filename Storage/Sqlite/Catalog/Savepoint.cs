using Dapper;
using Microsoft.Data.Sqlite;

namespace CommerceBot.Storage.Sqlite.Catalog;

/// <summary>Work that stands or falls together, inside the caller's transaction as well as without one.</summary>
internal static class Savepoint
{
    public static async Task WholeAsync(SqliteConnection connection, string name, Func<Task> work)
    {
        await connection.ExecuteAsync($"SAVEPOINT {name};");
        var kept = false;
        try
        {
            await work();
            await connection.ExecuteAsync($"RELEASE {name};");
            kept = true;
        }
        finally
        {
            if (!kept)
                await connection.ExecuteAsync($"ROLLBACK TO {name}; RELEASE {name};");
        }
    }
}
