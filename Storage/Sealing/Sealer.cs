using System.Buffers.Binary;
using System.Collections.Concurrent;
using System.Security.Cryptography;

namespace CommerceBot.Storage.Sealing;

/// <summary>
/// Seals what is personal before it reaches the disk: AES-256-GCM under a data key that Data Protection wraps,
/// whose own keys lie outside the database file. One box = key id (4 bytes), nonce (12), tag (16), cipher text.
/// <see cref="Nonces"/> tells why no nonce comes twice.
/// </summary>
internal sealed class Sealer(DataKeys keys) : IDisposable
{
    private const int Nonce = Nonces.Size;
    private const int Tag = 16;
    private const int Head = sizeof(int) + Nonce + Tag;

    private readonly ConcurrentDictionary<int, ThreadLocal<AesGcm>> _ciphers = new();
    private readonly Nonces _nonces = new();

    public byte[] Seal(ReadOnlySpan<byte> plain)
    {
        var key = keys.Newest;
        var box = GC.AllocateUninitializedArray<byte>(Head + plain.Length);
        var nonce = box.AsSpan(sizeof(int), Nonce);
        BinaryPrimitives.WriteInt32BigEndian(box, key);
        _nonces.Next(nonce);
        Cipher(key).Encrypt(nonce, plain, box.AsSpan(Head), box.AsSpan(sizeof(int) + Nonce, Tag));
        return box;
    }

    /// <exception cref="CryptographicException">The box was changed, or its key is lost.</exception>
    public byte[] Open(ReadOnlySpan<byte> box)
    {
        if (box.Length < Head)
            throw new CryptographicException($"A sealed value has {box.Length} bytes, fewer than the {Head} of its head.");
        var plain = GC.AllocateUninitializedArray<byte>(box.Length - Head);
        var key = BinaryPrimitives.ReadInt32BigEndian(box);
        Cipher(key).Decrypt(box.Slice(sizeof(int), Nonce), box[Head..], box.Slice(sizeof(int) + Nonce, Tag), plain);
        return plain;
    }

    public void Dispose()
    {
        foreach (var cipher in _ciphers.Values)
        {
            foreach (var each in cipher.Values)
                each.Dispose();
            cipher.Dispose();
        }
    }

    private AesGcm Cipher(int key) => (_ciphers.TryGetValue(key, out var known) ? known : MakeCipher(key)).Value!;

    private ThreadLocal<AesGcm> MakeCipher(int key) =>
        _ciphers.GetOrAdd(key, id => new ThreadLocal<AesGcm>(() => new AesGcm(keys.Find(id), Tag), trackAllValues: true));
}
