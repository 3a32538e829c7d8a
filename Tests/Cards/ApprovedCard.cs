using System.Runtime.CompilerServices;
using System.Text.Encodings.Web;
using System.Text.Json;
using System.Text.Json.Nodes;
using Microsoft.Bot.Schema;
using Xunit;

namespace CommerceBot.Tests.Cards;

/// <summary>
/// Holds a card against the file beside its test. A new look is written where it can be read, and never taken over by
/// itself.
/// </summary>
internal static class ApprovedCard
{
    private static readonly JsonSerializerOptions Readable = new()
    {
        WriteIndented = true,
        Encoder = JavaScriptEncoder.UnsafeRelaxedJsonEscaping,
    };

    public static void Check(Attachment card, string name, [CallerFilePath] string here = "")
    {
        var json = JsonSerializer.Serialize(card, SchemaJson.Options);
        var now = JsonNode.Parse(json)!.ToJsonString(Readable).ReplaceLineEndings("\n") + "\n";
        var approved = Path.Combine(Path.GetDirectoryName(here)!, name + ".approved.json");
        var before = File.Exists(approved) ? File.ReadAllText(approved).ReplaceLineEndings("\n") : "(nothing approved yet)";
        if (before == now)
            return;
        var received = Path.Combine(AppContext.BaseDirectory, name + ".received.json");
        File.WriteAllText(received, now);
        Assert.Fail($"{name} is not as approved; look at {received} and copy it over {approved} if it is right.\n{now}");
    }
}
