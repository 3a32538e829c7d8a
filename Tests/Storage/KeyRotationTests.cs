using System.Security.Cryptography;
using System.Text;
using CommerceBot.Storage;
using CommerceBot.Storage.Encryption;
using CommerceBot.Storage.Sqlite;
using CommerceBot.Tests.Support;
using Dapper;
using Microsoft.AspNetCore.DataProtection;
using Microsoft.AspNetCore.DataProtection.KeyManagement;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Time.Testing;
using Xunit;

namespace CommerceBot.Tests.Storage;

/// <summary>Keys grow old, are replaced, revoked, lost and stolen; what was encrypted with them is not lost with them.</summary>
public sealed class KeyRotationTests : IDisposable
{
    private const string Words = "Via Roma 1, Rosa Neri";

    private readonly string _folder = Directory.CreateTempSubdirectory("rotation-").FullName;
    private readonly FakeTimeProvider _time = new(ShopHost.Opening);
    private readonly Database _database;

    public KeyRotationTests() => _database = Database.Open(_folder);

    public void Dispose()
    {
        _database.Dispose();
        Folders.Delete(_folder);
    }

    [Fact]
    public void What_was_sealed_opens_after_many_renewals_and_restarts()
    {
        var ciphertexts = new List<byte[]>();
        for (var month = 0; month < 6; month++)
        {
            using var start = Start();
            using var encryptor = new FieldEncryptor(start.Keys);
            ciphertexts.Add(Encrypt(encryptor));
            _time.Advance(TimeSpan.FromDays(31));
            ciphertexts.Add(Encrypt(encryptor));
            Assert.All(ciphertexts, ciphertext => Assert.Equal(Words, Open(encryptor, ciphertext)));
        }

        Assert.Equal(7, ciphertexts.Select(ciphertext => Convert.ToHexString(ciphertext[..4])).Distinct().Count());
    }

    [Theory]
    [InlineData(false)]
    [InlineData(true)]
    public void A_data_protection_key_that_is_over_still_opens_and_is_depended_on_no_more(bool revoked)
    {
        byte[] ciphertext;
        using (var before = Start())
        {
            using var encryptor = new FieldEncryptor(before.Keys);
            ciphertext = Encrypt(encryptor);
            if (revoked)
                before.Manager.RevokeKey(Assert.Single(before.Rotation.Wrappers()).KeyId, "seen by others");
            else
                Expire();
        }

        using (var after = Start())
        {
            using var encryptor = new FieldEncryptor(after.Keys);
            Assert.Equal(Words, Open(encryptor, ciphertext));
            Assert.Equal(2, after.Rotation.Wrappers().Count);
            var newest = after.Rotation.Wrappers()[^1].KeyId;
            Assert.All(after.Rotation.DataKeys(), key => Assert.Equal(newest, key.WrappedBy));
            // A revocation says that somebody else has seen the key: nothing new is encrypted with what it wrapped.
            Assert.Equal(revoked ? 2 : 1, after.Keys.Newest);
            File.Delete(Path.Combine(_folder, "keys", $"key-{after.Rotation.Wrappers()[0].KeyId}.xml"));
        }

        using var last = Start();
        using var opens = new FieldEncryptor(last.Keys);
        Assert.Equal(Words, Open(opens, ciphertext));
    }

    [Fact]
    public void A_rotation_encrypts_all_anew_and_the_old_keys_open_nothing_any_more()
    {
        byte[] oldCiphertext;
        byte[] oldKey;
        Guid oldWrapper;
        using (var start = Start())
        {
            using var encryptor = new FieldEncryptor(start.Keys);
            FillEveryPlace(encryptor, 3);
            oldCiphertext = CiphertextsNow()[0];
            oldKey = start.Keys.Find(start.Keys.Newest);
            _time.Advance(TimeSpan.FromDays(31));
            FillEveryPlace(encryptor, 1200);
            oldWrapper = start.Rotation.Wrappers()[0].KeyId;

            var done = start.Rotation.Rotate();

            Assert.Equal(EncryptedRows.Places.Count * 1203, done.Reencrypted);
            Assert.Equal((3, 2, 1), (done.DataKey, done.Dropped, done.Revoked));
            var left = Assert.Single(start.Rotation.DataKeys());
            Assert.Equal((3, done.Wrapper, done.Reencrypted), (left.Id, left.WrappedBy, left.Ciphertexts));
        }

        File.Delete(Path.Combine(_folder, "keys", $"key-{oldWrapper}.xml"));
        using var after = Start();
        using var opens = new FieldEncryptor(after.Keys);
        Assert.All(CiphertextsNow(), ciphertext => Assert.Equal(Words, Open(opens, ciphertext)));
        Assert.ThrowsAny<CryptographicException>(() => Open(opens, oldCiphertext));
        using var stolen = new AesGcm(oldKey, 16);
        Assert.All(CiphertextsNow(), ciphertext => Assert.ThrowsAny<CryptographicException>(() =>
            stolen.Decrypt(ciphertext.AsSpan(4, 12), ciphertext.AsSpan(32), ciphertext.AsSpan(16, 16), new byte[ciphertext.Length - 32])));
        // Not in the file's free pages and not in its log either.
        Assert.All(Directory.EnumerateFiles(_folder), file =>
            Assert.Equal(-1, File.ReadAllBytes(file).AsSpan().IndexOf(oldCiphertext.AsSpan(4))));
    }

    [Fact]
    public void A_rotation_that_was_broken_off_is_run_again()
    {
        using var start = Start();
        using var encryptor = new FieldEncryptor(start.Keys);
        FillEveryPlace(encryptor, 3);
        start.Keys.Rotate(Protection(_folder).GetRequiredService<IDataProtectionProvider>());
        Assert.Equal(2, start.Rotation.DataKeys().Count);

        var done = start.Rotation.Rotate();

        Assert.Equal((3, 2), (done.DataKey, done.Dropped));
        Assert.All(CiphertextsNow(), ciphertext => Assert.Equal(Words, Open(encryptor, ciphertext)));
    }

    [Fact]
    public void Every_sealed_column_of_the_database_is_sealed_anew()
    {
        using var session = _database.OpenSession();
        var blobs = session.Connection.Query<string>(
            "SELECT t.name || '.' || c.name FROM sqlite_master t, pragma_table_info(t.name) c WHERE t.type = 'table' AND c.type = 'BLOB' "
            + "AND t.sql NOT LIKE '%VIRTUAL%' AND t.name NOT LIKE 'product_search%' ORDER BY 1"
        );
        string[] open = ["data_key.wrapped", "desk_invitation.hash", "inbox.key"];
        Assert.Equal(
            blobs.Except(open),
            EncryptedRows.Places.Select(place => $"{place.Table}.{place.Column}").Order(StringComparer.Ordinal));
    }

    [Fact]
    public void A_stolen_database_opens_nothing_without_the_keys_folder()
    {
        using (var start = Start())
        {
            using var encryptor = new FieldEncryptor(start.Keys);
            FillEveryPlace(encryptor, 3);
        }

        var stolen = Directory.CreateTempSubdirectory("stolen-").FullName;
        try
        {
            foreach (var file in Directory.EnumerateFiles(_folder))
                File.Copy(file, Path.Combine(stolen, Path.GetFileName(file)));
            using var database = Database.Open(stolen);
            var problem = Assert.Throws<DataFolderException>(() =>
                new DataKeys(database, Protection(stolen).GetRequiredService<IDataProtectionProvider>(), _time));
            Assert.Contains("Put the 'keys' folder back", problem.Message, StringComparison.Ordinal);
            Assert.All(Directory.EnumerateFiles(stolen).Where(file => file.Contains("commercebot.db", StringComparison.Ordinal)), file =>
            {
                using var stream = new FileStream(file, FileMode.Open, FileAccess.Read, FileShare.ReadWrite);
                using var bytes = new MemoryStream();
                stream.CopyTo(bytes);
                Assert.Equal(-1, bytes.ToArray().AsSpan().IndexOf("Rosa Neri"u8));
            });
        }
        finally
        {
            Folders.Delete(stolen);
        }
    }

    [Fact]
    public async Task A_shop_without_its_keys_says_so_at_the_start_and_goes_on_when_they_are_back()
    {
        await using var host = await ShopHost.StartAsync(new ShopHostOptions { SimulatorsApart = true });
        var anna = await Flows.Support.Chat.OpenAsync(host, "anna", "Anna");
        await anna.SayAsync("pesto");
        await anna.TapAsync("Dettagli", "Pesto");
        await anna.TapAsync("Metti nel carrello", "Pesto");
        await host.CloseAsync();
        var (keys, away) = (Path.Combine(host.Folder, "keys"), host.Folder + "-keys");
        Directory.Move(keys, away);

        for (var i = 0; i < 2; i++)
        {
            var problem = await Assert.ThrowsAsync<DataFolderException>(() => host.OpenAsync());
            Assert.Contains(
                $"cannot be opened: Data Protection's key {Path.GetFileName(Directory.GetFiles(away, "key-*.xml")[0])[4..^4]}",
                problem.Message, StringComparison.Ordinal);
            Assert.Contains("Nothing was changed", problem.Message, StringComparison.Ordinal);
        }

        foreach (var file in Directory.EnumerateFiles(away))
            File.Copy(file, Path.Combine(keys, Path.GetFileName(file)), overwrite: true);
        Folders.Delete(away);
        await host.OpenAsync();
        Assert.Contains("Pesto", string.Join('\n', await anna.SayAsync("carrello")), StringComparison.Ordinal);
    }

    private Started Start() => new(_database, Protection(_folder), _time);

    private static ServiceProvider Protection(string folder)
    {
        var services = new ServiceCollection();
        services.AddLogging();
        services
            .AddDataProtection()
            .SetApplicationName("CommerceBot")
            .PersistKeysToFileSystem(new DirectoryInfo(Path.Combine(folder, "keys")));
        return services.BuildServiceProvider();
    }

    /// <summary>Data Protection has a clock of its own, so its key is made to end before now.</summary>
    private void Expire()
    {
        var file = Assert.Single(Directory.GetFiles(Path.Combine(_folder, "keys"), "key-*.xml"));
        var xml = System.Xml.Linq.XDocument.Load(file);
        xml.Root!.Element("activationDate")!.SetValue("2026-01-01T00:00:00Z");
        xml.Root.Element("expirationDate")!.SetValue("2026-04-01T00:00:00Z");
        xml.Save(file);
    }

    private void FillEveryPlace(FieldEncryptor encryptor, int rows)
    {
        // A key that is due is made before the transaction, not from inside of it.
        _ = Encrypt(encryptor);
        using var session = _database.OpenSession();
        session.Run("BEGIN IMMEDIATE");
        var from = session.Connection.ExecuteScalar<int>("SELECT COUNT(*) FROM cart");
        for (var i = from; i < from + rows; i++)
        {
            var ciphertext = new { i, key = BitConverter.GetBytes(i), ciphertext = Encrypt(encryptor) };
            session.Connection.Execute("""
                INSERT INTO lane (id, reference, seen) VALUES (@i, @ciphertext, 0);
                INSERT INTO inbox (key, lane, kind, body, received) VALUES (@key, @i, 0, @ciphertext, 0);
                INSERT INTO outbox (seq, n, lane, kind, target, request, created) VALUES (@i, 0, @i, 'x', 'x', @ciphertext, 0);
                INSERT INTO timer (lane, name, due, body) VALUES (@i, 'x', 0, @ciphertext);
                INSERT INTO state (key, version, sealed) VALUES (@i, 1, @ciphertext);
                INSERT INTO cart (shopper, version, sealed) VALUES (@i, 1, @ciphertext);
                INSERT INTO draft (shopper, version, sealed) VALUES (@i, 1, @ciphertext);
                INSERT INTO shop_order (id, number, shopper, lane, state, total, currency, created, version, sealed)
                VALUES (@i, @i, @i, @i, 'Paid', 1, 'EUR', 0, 1, @ciphertext);
                INSERT INTO payment (order_id, version, sealed) VALUES (@i, 1, @ciphertext);
                INSERT INTO audit_event (at, action, sealed) VALUES (0, 'x', @ciphertext);
                INSERT INTO desk_user (id, version, sealed) VALUES (@i, 1, @ciphertext);
                INSERT INTO desk_invitation (hash, role, created, expires, sealed) VALUES (@key, 'Staff', 0, 0, @ciphertext);
                INSERT INTO unclear_utterance (at, language, guess, sealed) VALUES (0, 'it', 'x', @ciphertext);
                INSERT INTO chat (lane, version, state, since, touched, sealed) VALUES (CAST(@i AS TEXT), 1, 0, 0, 0, @ciphertext);
                INSERT INTO chat_message (lane, at, seq, sealed) VALUES ('x', 0, 0, @ciphertext);
                INSERT INTO mail_report (order_id, kind, version, fate, at, asked, sealed) VALUES (CAST(@i AS TEXT), 'x', 1, 0, 0, 0, @ciphertext);
                """, ciphertext);
        }

        session.Run("COMMIT");
    }

    private List<byte[]> CiphertextsNow()
    {
        using var session = _database.OpenSession();
        return [.. EncryptedRows.Places.SelectMany(place => session.Connection.Query<byte[]>($"SELECT {place.Column} FROM {place.Table}"))];
    }

    private static byte[] Encrypt(FieldEncryptor encryptor) => encryptor.Encrypt(Encoding.UTF8.GetBytes(Words));

    private static string Open(FieldEncryptor encryptor, byte[] ciphertext) => Encoding.UTF8.GetString(encryptor.Decrypt(ciphertext));

    /// <summary>The keys as a process that starts now finds them.</summary>
    private sealed class Started(Database database, ServiceProvider protection, TimeProvider time) : IDisposable
    {
        private FieldEncryptor? _encryptor;

        public DataKeys Keys { get; } = new(database, protection.GetRequiredService<IDataProtectionProvider>(), time);

        public IKeyManager Manager => protection.GetRequiredService<IKeyManager>();

        /// <summary>Data Protection reads the real clock.</summary>
        public KeyRotation Rotation =>
            new(
                database, Keys, new EncryptedRows(database, _encryptor ??= new FieldEncryptor(Keys)), Manager,
                () => Protection(Path.GetDirectoryName(database.Path)!).GetRequiredService<IDataProtectionProvider>(), TimeProvider.System);

        public void Dispose()
        {
            _encryptor?.Dispose();
            protection.Dispose();
        }
    }
}
