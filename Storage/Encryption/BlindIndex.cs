using System.Buffers.Binary;
using System.Security.Cryptography;
using System.Text;

namespace CommerceBot.Storage.Encryption;

/// <summary>
/// Finds rows by words that are kept encrypted: beside the row stands a keyed hash of each word. Who has the database and not the
/// key, which lies in the folder <c>keys</c>, can tell which rows share a word, and not which word it is.
/// </summary>
internal sealed class BlindIndex
{
    private readonly Lazy<byte[]> _key;

    public BlindIndex(Func<string> readKey) => _key = new(() => Convert.FromHexString(readKey()));

    /// <summary>Eight bytes of the word's hash: of a million words no two are likely to meet.</summary>
    public long Of(string word)
    {
        Span<byte> hash = stackalloc byte[HMACSHA256.HashSizeInBytes];
        HMACSHA256.HashData(_key.Value, Encoding.UTF8.GetBytes(word), hash);
        return BinaryPrimitives.ReadInt64BigEndian(hash);
    }

    /// <summary>Tells an index made with this key from one made with another.</summary>
    public string Mark => Of("which key").ToString("x16", System.Globalization.CultureInfo.InvariantCulture);
}
