using System.Globalization;
using System.Reflection;
using Dapper;
using Microsoft.Data.Sqlite;

namespace CommerceBot.Storage.Sqlite;

/// <summary>
/// Numbered SQL files, applied in order, each once, each in its own transaction with its number: one that fails leaves nothing
/// of itself. Two processes may start at once.
/// </summary>
internal static class Migrations
{
    private const string Folder = ".Storage.Sqlite.Migrations.";

    /// <summary>Those of this program, in order.</summary>
    public static IReadOnlyList<Migration> All { get; } =
    [
        .. from name in typeof(Migrations).Assembly.GetManifestResourceNames()
           where name.Contains(Folder, StringComparison.Ordinal) && name.EndsWith(".sql", StringComparison.Ordinal)
           let start = name.IndexOf(Folder, StringComparison.Ordinal) + Folder.Length
           let number = int.Parse(name.AsSpan(start, 4), CultureInfo.InvariantCulture)
           orderby number
           select new Migration(number, name, () => Read(name)),
    ];

    /// <exception cref="DataFolderException">A newer version of this program made the file.</exception>
    public static bool AreDue(SqliteConnection connection)
    {
        var (now, newest) = (VersionOf(connection), All[^1].Number);
        return now <= newest
            ? now < newest
            : throw new DataFolderException(
                $"The database '{connection.DataSource}' is of version {now}, and this program knows versions up to {newest}: "
                + "a newer CommerceBot wrote it. Start that one, or set Data:Folder to another folder.");
    }

    public static void Apply(SqliteConnection connection) => Apply(connection, All);

    /// <exception cref="SqliteException">One failed, or leaves rows whose parent is not there: those before it stay applied.</exception>
    /// <exception cref="InvalidOperationException">Two have one number: the second would never be applied.</exception>
    public static void Apply(SqliteConnection connection, IReadOnlyList<Migration> migrations)
    {
        if (migrations.GroupBy(migration => migration.Number).FirstOrDefault(same => same.Count() > 1) is { } twice)
            throw new InvalidOperationException(
                $"Migration {twice.Key} is there twice: {string.Join(", ", twice.Select(one => one.Name))}.");
        // SQLite rebuilds a table by dropping it, which deletes its rows and with them their children; and within a
        // transaction this switch does nothing (sqlite.org/lang_altertable.html#otheralter, read 2026-11-27).
        var keys = connection.ExecuteScalar<long>("PRAGMA foreign_keys");
        connection.Execute("PRAGMA foreign_keys = OFF");
        foreach (var migration in migrations)
            Apply(connection, migration);
        connection.Execute(string.Create(CultureInfo.InvariantCulture, $"PRAGMA foreign_keys = {keys}"));
    }

    private static void Apply(SqliteConnection connection, Migration migration)
    {
        // Immediate: two processes that start together must not both apply it.
        using var transaction = connection.BeginTransaction(deferred: false);
        if (VersionOf(connection, transaction) >= migration.Number)
            return;
        connection.Execute(migration.Sql(), transaction: transaction);
        if (connection.Query("PRAGMA foreign_key_check", transaction: transaction).Any())
            throw new SqliteException(
                $"Migration {migration.Name} leaves rows whose parent is not there.", SQLitePCL.raw.SQLITE_CONSTRAINT);
        connection.Execute(
            string.Create(CultureInfo.InvariantCulture, $"PRAGMA user_version = {migration.Number}"), transaction: transaction);
        transaction.Commit();
    }

    private static long VersionOf(SqliteConnection connection, SqliteTransaction? transaction = null) =>
        connection.ExecuteScalar<long>("PRAGMA user_version", transaction: transaction);

    private static string Read(string name)
    {
        using var stream = Assembly.GetExecutingAssembly().GetManifestResourceStream(name)!;
        using var reader = new StreamReader(stream);
        return reader.ReadToEnd();
    }
}

/// <summary>One change of the schema.</summary>
/// <param name="Number">From 1 on, without a gap.</param>
internal sealed record Migration(int Number, string Name, Func<string> Sql);
