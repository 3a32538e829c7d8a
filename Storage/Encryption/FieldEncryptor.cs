using System.Buffers.Binary;
using System.Collections.Concurrent;
using System.Security.Cryptography;

namespace CommerceBot.Storage.Encryption;

/// <summary>
/// Encrypts what is personal before it reaches the disk: AES-256-GCM under a data key that Data Protection wraps,
/// whose own keys lie outside the database file. One ciphertext = key id (4 bytes), nonce (12), tag (16), the encrypted bytes.
/// <see cref="Nonces"/> tells why no nonce comes twice.
/// </summary>
internal sealed class FieldEncryptor(DataKeys keys) : IDisposable
{
    private const int Nonce = Nonces.Size;
    private const int Tag = 16;
    private const int Head = sizeof(int) + Nonce + Tag;

    private readonly ConcurrentDictionary<int, ThreadLocal<AesGcm>> _ciphers = new();
    private readonly Nonces _nonces = new();

    public byte[] Encrypt(ReadOnlySpan<byte> plain)
    {
        var key = keys.Newest;
        var ciphertext = GC.AllocateUninitializedArray<byte>(Head + plain.Length);
        var nonce = ciphertext.AsSpan(sizeof(int), Nonce);
        BinaryPrimitives.WriteInt32BigEndian(ciphertext, key);
        _nonces.Next(nonce);
        Cipher(key).Encrypt(nonce, plain, ciphertext.AsSpan(Head), ciphertext.AsSpan(sizeof(int) + Nonce, Tag));
        return ciphertext;
    }

    /// <exception cref="CryptographicException">The ciphertext was changed, or its key is lost.</exception>
    public byte[] Decrypt(ReadOnlySpan<byte> ciphertext)
    {
        if (ciphertext.Length < Head)
            throw new CryptographicException($"An encrypted value has {ciphertext.Length} bytes, fewer than the {Head} of its head.");
        var plain = GC.AllocateUninitializedArray<byte>(ciphertext.Length - Head);
        var key = BinaryPrimitives.ReadInt32BigEndian(ciphertext);
        Cipher(key).Decrypt(ciphertext.Slice(sizeof(int), Nonce), ciphertext[Head..], ciphertext.Slice(sizeof(int) + Nonce, Tag), plain);
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
