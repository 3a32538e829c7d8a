using System.Collections.Concurrent;
using CommerceBot.Storage.Encryption;
using Xunit;

namespace CommerceBot.Tests.Storage;

public sealed class NonceTests
{
    [Fact]
    public void No_nonce_comes_twice_however_many_encrypt_at_once()
    {
        var nonces = new Nonces();
        var seen = new ConcurrentDictionary<string, bool>();
        Parallel.For(0, 20_000, _ => Assert.True(seen.TryAdd(Next(nonces), true)));
    }

    [Fact]
    public void Another_run_of_the_program_begins_another_series()
    {
        var first = Next(new Nonces());
        Assert.NotEqual(first[..16], Next(new Nonces())[..16]);
    }

    private static string Next(Nonces nonces)
    {
        Span<byte> nonce = stackalloc byte[Nonces.Size];
        nonces.Next(nonce);
        return Convert.ToHexString(nonce);
    }
}
