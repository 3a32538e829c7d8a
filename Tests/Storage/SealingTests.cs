using System.Security.Cryptography;
using CommerceBot.Storage;
using CommerceBot.Storage.Sealing;
using CommerceBot.Storage.Sqlite;
using CommerceBot.Tests.Support;
using Microsoft.AspNetCore.DataProtection;
using Microsoft.Extensions.Time.Testing;
using Xunit;

namespace CommerceBot.Tests.Storage;

/// <summary>What is personal lies on the disk sealed, under keys that are renewed and kept apart.</summary>
public sealed class SealingTests : IDisposable
{
    private static readonly byte[] Words = "Via Roma 1"u8.ToArray();

    private readonly string _folder = Directory.CreateTempSubdirectory("sealing-").FullName;
    private readonly FakeTimeProvider _time = new(ShopHost.Opening);
    private readonly Database _database;

    public SealingTests() => _database = Database.Open(_folder);

    public void Dispose()
    {
        _database.Dispose();
        Folders.Delete(_folder);
    }

    [Fact]
    public void A_sealed_value_opens_again_and_looks_different_each_time()
    {
        using var sealer = new Sealer(Keys());
        var (one, two) = (sealer.Seal(Words), sealer.Seal(Words));

        Assert.Equal(Words, sealer.Open(one));
        Assert.NotEqual(one, two);
        Assert.Empty(sealer.Open(sealer.Seal([])));
    }

    [Fact]
    public void A_changed_box_does_not_open()
    {
        using var sealer = new Sealer(Keys());
        var box = sealer.Seal(Words);
        for (var i = 0; i < box.Length; i++)
        {
            var changed = (byte[])box.Clone();
            changed[i] ^= 1;
            Assert.ThrowsAny<CryptographicException>(() => sealer.Open(changed));
        }

        Assert.ThrowsAny<CryptographicException>(() => sealer.Open(box.AsSpan(0, 31)));
    }

    [Fact]
    public void Boxes_of_before_open_after_a_restart()
    {
        byte[] box;
        using (var before = new Sealer(Keys()))
            box = before.Seal(Words);
        using var after = new Sealer(Keys());

        Assert.Equal(Words, after.Open(box));
    }

    [Fact]
    public void A_key_serves_thirty_days_also_in_a_host_that_never_stops()
    {
        var keys = Keys();
        using var sealer = new Sealer(keys);
        var old = sealer.Seal(Words);
        var first = keys.Newest;
        _time.Advance(TimeSpan.FromDays(30));
        Assert.Equal(first, keys.Newest);
        _time.Advance(TimeSpan.FromSeconds(1));

        Assert.NotEqual(first, keys.Newest);
        Assert.Equal(keys.Newest, Keys().Newest);
        Assert.Equal(Words, sealer.Open(old));
        Assert.Equal(Words, sealer.Open(sealer.Seal(Words)));
        Assert.NotEqual(old[..4], sealer.Seal(Words)[..4]);
    }

    [Fact]
    public void A_key_that_another_process_made_is_found_when_it_is_met()
    {
        var mine = Keys();
        using var here = new Sealer(mine);
        _time.Advance(TimeSpan.FromDays(31));
        using var there = new Sealer(Keys());

        Assert.Equal(Words, here.Open(there.Seal(Words)));
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
