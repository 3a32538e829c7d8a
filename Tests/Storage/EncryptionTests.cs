using System.Security.Cryptography;
using CommerceBot.Storage;
using CommerceBot.Storage.Encryption;
using CommerceBot.Storage.Sqlite;
using CommerceBot.Tests.Support;
using Microsoft.AspNetCore.DataProtection;
using Microsoft.Extensions.Time.Testing;
using Xunit;

namespace CommerceBot.Tests.Storage;

/// <summary>What is personal lies on the disk encrypted, under keys that are renewed and kept apart.</summary>
public sealed class EncryptionTests : IDisposable
{
    private static readonly byte[] Words = "Via Roma 1"u8.ToArray();

    private readonly string _folder = Directory.CreateTempSubdirectory("encryption-").FullName;
    private readonly FakeTimeProvider _time = new(ShopHost.Opening);
    private readonly Database _database;

    public EncryptionTests() => _database = Database.Open(_folder);

    public void Dispose()
    {
        _database.Dispose();
        Folders.Delete(_folder);
    }

    [Fact]
    public void A_sealed_value_opens_again_and_looks_different_each_time()
    {
        using var encryptor = new FieldEncryptor(Keys());
        var (one, two) = (encryptor.Encrypt(Words), encryptor.Encrypt(Words));

        Assert.Equal(Words, encryptor.Decrypt(one));
        Assert.NotEqual(one, two);
        Assert.Empty(encryptor.Decrypt(encryptor.Encrypt([])));
    }

    [Fact]
    public void A_changed_box_does_not_open()
    {
        using var encryptor = new FieldEncryptor(Keys());
        var ciphertext = encryptor.Encrypt(Words);
        for (var i = 0; i < ciphertext.Length; i++)
        {
            var changed = (byte[])ciphertext.Clone();
            changed[i] ^= 1;
            Assert.ThrowsAny<CryptographicException>(() => encryptor.Decrypt(changed));
        }

        Assert.ThrowsAny<CryptographicException>(() => encryptor.Decrypt(ciphertext.AsSpan(0, 31)));
    }

    [Fact]
    public void Ciphertexts_of_before_are_decrypted_after_a_restart()
    {
        byte[] ciphertext;
        using (var before = new FieldEncryptor(Keys()))
            ciphertext = before.Encrypt(Words);
        using var after = new FieldEncryptor(Keys());

        Assert.Equal(Words, after.Decrypt(ciphertext));
    }

    [Fact]
    public void A_key_serves_thirty_days_also_in_a_host_that_never_stops()
    {
        var keys = Keys();
        using var encryptor = new FieldEncryptor(keys);
        var old = encryptor.Encrypt(Words);
        var first = keys.Newest;
        _time.Advance(TimeSpan.FromDays(30));
        Assert.Equal(first, keys.Newest);
        _time.Advance(TimeSpan.FromSeconds(1));

        Assert.NotEqual(first, keys.Newest);
        Assert.Equal(keys.Newest, Keys().Newest);
        Assert.Equal(Words, encryptor.Decrypt(old));
        Assert.Equal(Words, encryptor.Decrypt(encryptor.Encrypt(Words)));
        Assert.NotEqual(old[..4], encryptor.Encrypt(Words)[..4]);
    }

    [Fact]
    public void A_key_that_another_process_made_is_found_when_it_is_met()
    {
        var mine = Keys();
        using var here = new FieldEncryptor(mine);
        _time.Advance(TimeSpan.FromDays(31));
        using var there = new FieldEncryptor(Keys());

        Assert.Equal(Words, here.Decrypt(there.Encrypt(Words)));
    }

    [Fact]
    public void Without_the_keys_folder_the_operator_is_told_what_to_put_back()
    {
        _ = Keys();
        Folders.Delete(Path.Combine(_folder, "keys"));

        var problem = Assert.Throws<DataFolderException>(Keys);
        Assert.Contains("Put the 'keys' folder back", problem.Message, StringComparison.Ordinal);
    }

    private DataKeys Keys() => new(
        _database,
        DataProtectionProvider.Create(new DirectoryInfo(Path.Combine(_folder, "keys")), setup => setup.SetApplicationName("CommerceBot")),
        _time);
}
