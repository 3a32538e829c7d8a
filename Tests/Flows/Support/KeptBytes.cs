using System.Text;
using CommerceBot.Storage.Encryption;
using CommerceBot.Storage.Sqlite;
using CommerceBot.Tests.Support;

namespace CommerceBot.Tests.Flows.Support;

/// <summary>Everything that a shop keeps: each file of its data folder as it lies there, and every encrypted value opened.</summary>
internal static class KeptBytes
{
    public static IReadOnlyList<(string Place, byte[] Bytes)> Of(ShopHost host)
    {
        var kept = new List<(string, byte[])>();
        foreach (
            var file in Directory
                .EnumerateFiles(host.Folder, "*", SearchOption.AllDirectories)
                .Where(file => Path.GetFileName(file) != "host.lock"))
        {
            using var stream = new FileStream(file, FileMode.Open, FileAccess.Read, FileShare.ReadWrite | FileShare.Delete);
            using var bytes = new MemoryStream();
            stream.CopyTo(bytes);
            kept.Add((file, bytes.ToArray()));
        }

        var encryptor = host.Get<FieldEncryptor>();
        using var session = host.Get<Database>().OpenSession();
        foreach (var (table, column, _) in EncryptedRows.Places)
        {
            var query = session[$"SELECT {column} FROM {table} WHERE {column} IS NOT NULL"];
            while (query.Step())
                kept.Add(($"{table}.{column}", encryptor.Decrypt(query.Blob(0))));
            query.Reset();
        }

        return kept;
    }

    /// <summary>
    /// How a text may have been written down: as it is, its digits only, in both widths of Unicode, as JSON escapes it,
    /// in Base64 at each of three places.
    /// </summary>
    public static IEnumerable<byte[]> TracesOf(string typed)
    {
        var digits = string.Concat(
            typed
                .EnumerateRunes()
                .Select(rune => (Rune.GetNumericValue(rune), rune))
                .Where(each => each.Item1 is >= 0 and <= 9)
                .Select(each => (char)('0' + each.Item1)));
        foreach (var text in new[] { typed, digits }.Distinct())
        {
            foreach (
                var bytes in new[]
                {
                    Encoding.UTF8.GetBytes(text),
                    Encoding.Unicode.GetBytes(text),
                    Encoding.BigEndianUnicode.GetBytes(text),
                }
            )
            {
                yield return bytes;
                for (var shift = 0; shift < 3; shift++)
                {
                    // The first and last signs hold bits of the neighbours.
                    var whole = Convert.ToBase64String([.. new byte[shift], .. bytes]);
                    yield return Encoding.ASCII.GetBytes(whole[(shift == 0 ? 0 : 4)..^4]);
                }
            }

            yield return Encoding.ASCII.GetBytes(System.Text.Json.JsonSerializer.Serialize(text)[1..^1]);
        }
    }
}
