using System.Text.Json.Serialization;

namespace Microsoft.Bot.Schema;

/// <summary>Somebody named inside a text.</summary>
public class Mention : Entity
{
    /// <summary>Nothing set yet.</summary>
    [JsonConstructor]
    public Mention()
        : base("mention")
    {
    }

    /// <summary>With what is given; null leaves a property unset.</summary>
    public Mention(ChannelAccount? mentioned = null, string? text = null, string? type = null)
        : base(type ?? "mention")
    {
        Mentioned = mentioned;
        Text = text;
    }

    /// <summary>Who is named.</summary>
    [JsonPropertyName("mentioned")]
    public ChannelAccount? Mentioned { get; set; }

    /// <summary>The name as it stands in the text.</summary>
    [JsonPropertyName("text")]
    public string? Text { get; set; }
}
