using System.Text;
using System.Text.Json;
using Microsoft.Bot.Builder.Adapters.Facebook;
using Xunit;

namespace CommerceBot.Tests.BotFramework.Facebook;

public sealed class SignatureTests
{
    public static TheoryData<string, string, string, string> Vectors()
    {
        var data = new TheoryData<string, string, string, string>();
        using var vectors = JsonDocument.Parse(Samples.Bytes("signature-vectors.json"));
        foreach (var one in vectors.RootElement.EnumerateArray())
            data.Add(Of(one, "body"), Of(one, "secret"), Of(one, "sha256"), Of(one, "sha1"));
        return data;

        static string Of(JsonElement one, string name) => one.GetProperty(name).GetString()!;
    }

    [Theory]
    [MemberData(nameof(Vectors))]
    public void A_published_body_carries_its_published_signature(string body, string secret, string sha256, string sha1)
    {
        var bytes = Samples.Bytes(body);

        Assert.True(FacebookSignature.Verify(bytes, sha256, secret));
        Assert.Equal(sha256, FacebookSignature.Sign(bytes, secret));
        Assert.False(FacebookSignature.Verify(bytes, sha1, secret));
        Assert.False(FacebookSignature.Verify(bytes, sha256, secret + "x"));
        Assert.False(FacebookSignature.Verify(bytes.AsSpan(0, bytes.Length - 1), sha256, secret));
    }

    [Fact]
    public void A_body_that_was_decoded_and_written_again_no_longer_fits()
    {
        var (body, secret) = ("escaped-unicode.body", "60efff025951cddde78c8d03de52cc90");
        var signature = FacebookSignature.Sign(Samples.Bytes(body), secret);
        var rewritten = JsonSerializer.SerializeToUtf8Bytes(JsonSerializer.Deserialize<JsonElement>(Samples.Bytes(body)));

        Assert.False(FacebookSignature.Verify(rewritten, signature, secret));
    }

    [Theory]
    [InlineData(null)]
    [InlineData("")]
    [InlineData("sha256=")]
    [InlineData("sha256=zz")]
    [InlineData("sha256=2c28be6e4b8c62b732b3487f445dbec6624868db6844b347567ebc86d7da3ad")]
    [InlineData("sha256=2c28be6e4b8c62b732b3487f445dbec6624868db6844b347567ebc86d7da3adx")]
    [InlineData("2c28be6e4b8c62b732b3487f445dbec6624868db6844b347567ebc86d7da3ad4")]
    [InlineData("sha256=2c28be6e4b8c62b732b3487f445dbec6624868db6844b347567ebc86d7da3ad4,sha256=00")]
    public void A_missing_or_mangled_signature_is_a_wrong_one(string? header) =>
        Assert.False(FacebookSignature.Verify(Samples.Bytes("messenger4j-signed.body"), header, "60efff025951cddde78c8d03de52cc90"));

    [Fact]
    public void One_wrong_digit_anywhere_is_a_wrong_signature()
    {
        var body = Samples.Bytes("messenger4j-signed.body");
        var right = FacebookSignature.Sign(body, "secret");
        for (var at = "sha256=".Length; at < right.Length; at++)
        {
            var wrong = right[..at] + (right[at] == '0' ? '1' : '0') + right[(at + 1)..];
            Assert.False(FacebookSignature.Verify(body, wrong, "secret"));
        }
    }

    [Fact]
    public void The_hash_may_be_written_in_capitals() =>
        Assert.True(FacebookSignature.Verify(
            Samples.Bytes("messenger4j-signed.body"),
            "sha256=2C28BE6E4B8C62B732B3487F445DBEC6624868DB6844B347567EBC86D7DA3AD4",
            "60efff025951cddde78c8d03de52cc90"));

    [Fact]
    public void A_check_without_a_secret_is_refused_rather_than_passed() =>
        Assert.Throws<ArgumentException>(() => FacebookSignature.Verify("x"u8, "sha256=", string.Empty));

    [Fact]
    public void The_proof_is_the_hash_of_the_token_under_the_secret() =>
        Assert.Equal(
            // RFC 4231, test case 2.
            "5bdcc146bf60754e6a042426089575c75a003f089d2739839dec58b964ec3843",
            FacebookSignature.Proof("what do ya want for nothing?", "Jefe"));

    [Fact]
    public void A_body_of_a_megabyte_is_checked_whole()
    {
        var body = Encoding.UTF8.GetBytes(new string('a', 1024 * 1024));
        Assert.True(FacebookSignature.Verify(body, FacebookSignature.Sign(body, "s"), "s"));
    }
}
