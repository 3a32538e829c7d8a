using System.Security.Cryptography;
using System.Text;
using CommerceBot.Runtime;
using CommerceBot.Storage.Encryption;

namespace CommerceBot.Storage.Sqlite.Rows;

/// <summary>What every write of rows shares.</summary>
internal sealed class RowContext(string databaseId, FieldEncryptor encryptor)
{
    public const int KeyBytes = 16;

    public FieldEncryptor Encryptor => encryptor;

    /// <summary>Set once, when the store starts.</summary>
    public IRowObserver? Sink { get; set; }

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

    public string PublicId(OutboxId id) =>
        string.Create(System.Globalization.CultureInfo.InvariantCulture, $"{databaseId}-{id.Seq}-{id.Place}");

    /// <summary>Half a hash is unique enough for keys and keeps the index small.</summary>
    public static byte[] KeyOf(string key)
    {
        Span<byte> hash = stackalloc byte[32];
        var utf8 = Encoding.UTF8.GetBytes(key);
        SHA256.HashData(utf8, hash);
        return hash[..KeyBytes].ToArray();
    }
}
