using System.Security.Cryptography;
using System.Text;
using CommerceBot.Runtime;
using CommerceBot.Storage.Sealing;

namespace CommerceBot.Storage.Sqlite.Rows;

/// <summary>What every write of rows shares.</summary>
internal sealed class RowContext(string databaseId, Sealer sealer)
{
    public const int KeyBytes = 16;

    public Sealer Sealer => sealer;

    /// <summary>Set once, when the store starts.</summary>
    public IRowSink? Sink { get; set; }

    /// <summary>
    /// Whether the rows of before were told. Until then a new row is stored and not told: the first look finds it behind
    /// the older ones. Belongs to the writer's thread.
    /// </summary>
    public bool ToldOfBefore { get; set; }

    public void Arrived(InboxRow row)
    {
        if (ToldOfBefore)
            Sink?.Arrived(row);
    }

    public string PublicId(OutboxId id) => string.Create(System.Globalization.CultureInfo.InvariantCulture, $"{databaseId}-{id.Seq}-{id.Place}");

    /// <summary>Half a hash is unique enough for keys and keeps the index small.</summary>
    public static byte[] KeyOf(string key)
    {
        Span<byte> hash = stackalloc byte[32];
        var utf8 = Encoding.UTF8.GetBytes(key);
        SHA256.HashData(utf8, hash);
        return hash[..KeyBytes].ToArray();
    }
}
