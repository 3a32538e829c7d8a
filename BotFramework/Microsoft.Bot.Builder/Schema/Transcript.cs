using System.Text.Json.Serialization;

namespace Microsoft.Bot.Schema;

/// <summary>Past activities handed to a conversation.</summary>
public class Transcript
{
    [JsonConstructor]
    public Transcript()
    {
    }

    public Transcript(IList<Activity>? activities = null)
    {
        Activities = activities;
    }

    [JsonPropertyName("activities")]
    public IList<Activity>? Activities { get; set; }
}
