using System.Text.Json.Serialization;

namespace Microsoft.Bot.Schema;

/// <summary>Somebody named inside a text.</summary>
public class Mention : Entity
{
    [JsonConstructor]
    public Mention()
        : base("mention")
    {
    }

    public Mention(ChannelAccount? mentioned = null, string? text = null, string? type = null)
        : base(type ?? "mention")
    {
        Mentioned = mentioned;
        Text = text;
    }

    [JsonPropertyName("mentioned")]
    public ChannelAccount? Mentioned { get; set; }

    [JsonPropertyName("text")]
    public string? Text { get; set; }
}
