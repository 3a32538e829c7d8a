using System.Text;
using CommerceBot.Tests.Torture.Audit;
using Xunit;

namespace CommerceBot.Tests.Torture;

/// <summary>What must not stand in clear is seen in every form in which it could.</summary>
public sealed class LeakScanTests : IDisposable
{
    private const string Mail = "quaxlomir7@fernwhistle.example";

    private readonly string _folder = Directory.CreateTempSubdirectory("commercebot-leaks-").FullName;

    public static TheoryData<string, byte[]> Written => new()
    {
        { "as it is", Encoding.UTF8.GetBytes(Mail) },
        { "as UTF-16", Encoding.Unicode.GetBytes(Mail) },
        { "percent-encoded", Encoding.UTF8.GetBytes(Uri.EscapeDataString(Mail)) },
        { "as base64", Base64($"{Mail}, and more") },
        { "as base64 after one sign", Base64($"x{Mail}, and more") },
        { "as base64 after two signs", Base64($"xx{Mail}, and more") },
    };

    public void Dispose() => Directory.Delete(_folder, recursive: true);

    [Theory, MemberData(nameof(Written))]
    public void A_text_is_found_in_each_of_its_forms(string form, byte[] written)
    {
        File.WriteAllBytes(Path.Combine(_folder, "bot.log"), [.. new byte[100], .. written, .. new byte[100]]);
        var leak = Assert.Single(Search());
        Assert.True(leak is { Kind: Kinds.PersonLeaked, File: "bot.log", Times: 1 }, $"{form}: {leak}");
    }

    [Fact]
    public void A_text_across_two_pieces_of_a_large_file_is_found_once()
    {
        var large = new byte[(8 * 1024 * 1024) + 5];
        Encoding.UTF8.GetBytes(Mail).CopyTo(large, (4 * 1024 * 1024) - 10);
        File.WriteAllBytes(Path.Combine(_folder, "commercebot.db-wal"), large);
        Assert.Equal(1, Assert.Single(Search()).Times);
    }

    [Fact]
    public void Another_text_is_not_found()
    {
        File.WriteAllText(Path.Combine(_folder, "bot.log"), Mail[..^1] + "E");
        Assert.Empty(Search());
    }

    [Theory]
    [InlineData("keys/signing.key", false)]
    [InlineData("simulator.json", false)]
    [InlineData("simulator-stripe.jsonl", false)]
    [InlineData("commercebot.db", true)]
    [InlineData("commercebot.db-wal", true)]
    [InlineData("running.bin", true)]
    public void The_keys_and_the_simulators_own_memory_are_left_out_and_nothing_else(string name, bool searched) =>
        Assert.Equal(searched, LeakScan.IsSearched(name));

    private static byte[] Base64(string text) => Encoding.UTF8.GetBytes($"\"{Convert.ToBase64String(Encoding.UTF8.GetBytes(text))}\"");

    private IReadOnlyList<Leak> Search() => LeakScan.Look([_folder], [new LogEvidence(Kinds.PersonLeaked, "an e-mail", Mail)]);
}
