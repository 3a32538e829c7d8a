using System.Buffers.Binary;
using System.Security.Cryptography;

namespace CommerceBot.Storage.Encryption;

/// <summary>
/// Nonces that never come twice under one key: eight random bytes drawn for a series, and four that count its ciphertexts
/// (NIST SP 800-38D, 8.2.1). A series ends with its process or after 2^32 ciphertexts. That two series are drawn alike is as
/// good as impossible: with a million of them under one key the chance is one in 37 million.
/// </summary>
internal sealed class Nonces
{
    public const int Size = 12;

    private volatile Series _series = new();

    public void Next(Span<byte> nonce)
    {
        var series = _series;
        uint number;
        while (!series.TryCount(out number))
        {
            Interlocked.CompareExchange(ref _series, new Series(), series);
            series = _series;
        }

        BinaryPrimitives.WriteUInt64BigEndian(nonce, series.Name);
        BinaryPrimitives.WriteUInt32BigEndian(nonce[sizeof(ulong)..], number);
    }

    private sealed class Series
    {
        private long _count = -1;

        public ulong Name { get; } = BinaryPrimitives.ReadUInt64BigEndian(RandomNumberGenerator.GetBytes(sizeof(ulong)));

        public bool TryCount(out uint number)
        {
            var count = Interlocked.Increment(ref _count);
            number = (uint)count;
            return count <= uint.MaxValue;
        }
    }
}
