using System.Text.Json.Serialization;

namespace Microsoft.Bot.Schema;

/// <summary>A name and a value on a receipt.</summary>
public class Fact
{
    [JsonConstructor]
    public Fact()
    {
    }

    public Fact(string? key = null, string? value = null)
    {
        Key = key;
        Value = value;
    }

    [JsonPropertyName("key")]
    public string? Key { get; set; }

    [JsonPropertyName("value")]
    public string? Value { get; set; }
}
