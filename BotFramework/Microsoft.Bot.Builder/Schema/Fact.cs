using System.Text.Json.Serialization;

namespace Microsoft.Bot.Schema;

/// <summary>A name and a value on a receipt.</summary>
public class Fact
{
    /// <summary>Nothing set yet.</summary>
    [JsonConstructor]
    public Fact()
    {
    }

    /// <summary>With what is given; null leaves a property unset.</summary>
    public Fact(string? key = null, string? value = null)
    {
        Key = key;
        Value = value;
    }

    /// <summary>What stands at the left.</summary>
    [JsonPropertyName("key")]
    public string? Key { get; set; }

    /// <summary>What stands at the right.</summary>
    [JsonPropertyName("value")]
    public string? Value { get; set; }
}
