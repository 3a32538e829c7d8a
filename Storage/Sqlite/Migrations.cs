using System.Globalization;
using System.Reflection;
using Dapper;
using Microsoft.Data.Sqlite;

namespace CommerceBot.Storage.Sqlite;

/// <summary>Numbered SQL files, applied in order, each once, each in its own transaction with its number.</summary>
internal static class Migrations
{
    private const string Folder = ".Storage.Sqlite.Migrations.";

    public static bool AreDue(SqliteConnection connection) =>
        connection.ExecuteScalar<long>("PRAGMA user_version") < All().Max(migration => migration.Number);

    public static void Apply(SqliteConnection connection)
    {
        foreach (var (number, name) in All())
        {
            // Immediate: two processes that start together must not both apply it.
            using var transaction = connection.BeginTransaction(deferred: false);
            if (connection.ExecuteScalar<long>("PRAGMA user_version", transaction: transaction) < number)
            {
                connection.Execute(Read(name), transaction: transaction);
                connection.Execute(string.Create(CultureInfo.InvariantCulture, $"PRAGMA user_version = {number}"), transaction: transaction);
            }

            transaction.Commit();
        }
    }

    private static IEnumerable<(int Number, string Name)> All() =>
        from name in typeof(Migrations).Assembly.GetManifestResourceNames()
        where name.Contains(Folder, StringComparison.Ordinal) && name.EndsWith(".sql", StringComparison.Ordinal)
        let start = name.IndexOf(Folder, StringComparison.Ordinal) + Folder.Length
        let number = int.Parse(name.AsSpan(start, 4), CultureInfo.InvariantCulture)
        orderby number
        select (number, name);

    private static string Read(string name)
    {
        using var stream = Assembly.GetExecutingAssembly().GetManifestResourceStream(name)!;
        using var reader = new StreamReader(stream);
        return reader.ReadToEnd();
    }
}
