using System.Text.Json;
using System.Text.Json.Serialization;

namespace CommerceBot.Bench;

/// What the floor and the EchoBot both keep of a conversation and change at each turn: 1.3 KB of JSON, about what a shopper
/// in the middle of a checkout leaves.
internal sealed record DialogueState
{
    public int Turns { get; set; }

    public string LastText { get; set; } = "";

    public string Language { get; set; } = "it";

    public IList<DialogueLine> Lines { get; set; } = [];

    public IDictionary<string, string> Answers { get; set; } = System.Collections.Immutable.ImmutableDictionary<string, string>.Empty;

    /// A conversation that begins, with all that it will ever hold.
    public static DialogueState Begin() =>
        new()
        {
            Lines =
            [
                .. Enumerable
                    .Range(1, 8)
                    .Select(n => new DialogueLine(
                        $"SCARPE-ROSSE-{n:000}", $"Scarpe da ginnastica rosse, numero {36 + n}, suola bianca", n, 4990 + n, n % 2 == 0)),
            ],
            Answers = new Dictionary<string, string>
            {
                ["name"] = "Anna Rossi",
                ["email"] = "anna.rossi@example.com",
                ["phone"] = "+39 333 1234567",
                ["street"] = "Via Giuseppe Garibaldi 12",
                ["postcode"] = "20121",
                ["city"] = "Milano",
                ["country"] = "IT",
            },
        };

    public void Hear(string text)
    {
        Turns++;
        LastText = text;
    }

    /// One turn over the stored bytes; null is a conversation that begins.
    public static byte[] After(byte[]? stored, string text)
    {
        var state = stored is null ? Begin() : JsonSerializer.Deserialize(stored, DialogueStateJson.Default.DialogueState)!;
        state.Hear(text);
        return JsonSerializer.SerializeToUtf8Bytes(state, DialogueStateJson.Default.DialogueState);
    }
}

internal sealed record DialogueLine(string Product, string Title, int Quantity, long Price, bool Gift);

[JsonSerializable(typeof(DialogueState))]
internal sealed partial class DialogueStateJson : JsonSerializerContext;
