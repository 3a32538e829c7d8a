using System.Buffers.Binary;
using System.Security.Cryptography;
using CommerceBot.Storage.Sqlite;
using Microsoft.AspNetCore.DataProtection;

namespace CommerceBot.Storage.Encryption;

/// <summary>A data key as Data Protection gave it back.</summary>
/// <param name="Key">32 bytes.</param>
/// <param name="IsOld">Wrapped by another key than Data Protection would take now.</param>
/// <param name="WasRevoked">Wrapped by a key that somebody revoked.</param>
internal sealed record Unwrapped(byte[] Key, bool IsOld, bool WasRevoked);

/// <summary>Wraps data keys with ASP.NET Core Data Protection, whose own keys lie outside the database.</summary>
internal sealed class KeyWrapper(Database database, IDataProtectionProvider protection)
{
    /// <summary>What every payload of Data Protection begins with, before the id of its key.</summary>
    private const uint Magic = 0x09F0C9F0;

    private readonly IDataProtector _protector = protection.CreateProtector("CommerceBot.Storage.DataKeys.v1");

    public byte[] Wrap(byte[] key) => _protector.Protect(key);

    /// <exception cref="DataFolderException">The key that wrapped it is not there.</exception>
    public Unwrapped Unwrap(int id, byte[] wrapped)
    {
        try
        {
            if (_protector is not IPersistedDataProtector persisted)
                return new Unwrapped(_protector.Unprotect(wrapped), false, false);
            var key = persisted.DangerousUnprotect(wrapped, ignoreRevocationErrors: true, out var isOld, out var wasRevoked);
            return new Unwrapped(key, isOld, wasRevoked);
        }
        catch (CryptographicException problem)
        {
            throw new DataFolderException(
                $"Data key {id} of '{Path.GetFullPath(database.Path)}' cannot be opened: {WhichKey(wrapped)} is not in the 'keys' folder. "
                    + "Nothing was changed. Put the 'keys' folder back that was beside it in the data folder, or start with an empty "
                    + "data folder.",
                problem);
        }
    }

    /// <summary>Which of Data Protection's keys wrapped it; null for what is no payload of its.</summary>
    public static Guid? WrappedBy(ReadOnlySpan<byte> wrapped) =>
        wrapped.Length >= 20 && BinaryPrimitives.ReadUInt32BigEndian(wrapped) == Magic ? new Guid(wrapped.Slice(4, 16)) : null;

    private static string WhichKey(byte[] wrapped) =>
        WrappedBy(wrapped) is { } id ? $"Data Protection's key {id} (key-{id}.xml)" : "the Data Protection key that wrapped it";
}
