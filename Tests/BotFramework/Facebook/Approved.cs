using System.Text.Encodings.Web;
using System.Text.Json;
using System.Text.Json.Nodes;
using Xunit;

namespace CommerceBot.Tests.BotFramework.Facebook;

/// <summary>
/// Holds output against a file beside the test. A new output is written where it can be looked at, and never taken over
/// by itself.
/// </summary>
internal static class Approved
{
    private static readonly JsonSerializerOptions Readable = new()
    {
        WriteIndented = true,
        Encoder = JavaScriptEncoder.UnsafeRelaxedJsonEscaping,
    };

    public static void Check(string name, IEnumerable<byte[]> calls)
    {
        var now = new JsonArray([.. calls.Select(call => JsonNode.Parse(call))]).ToJsonString(Readable).ReplaceLineEndings("\n") + "\n";
        var approved = Path.Combine(AppContext.BaseDirectory, "BotFramework", "Facebook", name + ".approved.json");
        var before = File.Exists(approved) ? File.ReadAllText(approved).ReplaceLineEndings("\n") : "(nothing approved yet)";
        if (before == now)
            return;

        var received = Path.ChangeExtension(approved, null)[..^".approved".Length] + ".received.json";
        Directory.CreateDirectory(Path.GetDirectoryName(received)!);
        File.WriteAllText(received, now);
        Assert.Fail($"{name} is not as approved; look at {received} and copy it beside the test if it is right.\n{now}");
    }
}
