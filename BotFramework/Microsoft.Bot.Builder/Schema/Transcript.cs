using System.Text.Json.Serialization;

namespace Microsoft.Bot.Schema;

/// <summary>Past activities handed to a conversation.</summary>
public class Transcript
{
    /// <summary>Nothing set yet.</summary>
    [JsonConstructor]
    public Transcript()
    {
    }

    /// <summary>With what is given; null leaves a property unset.</summary>
    public Transcript(IList<Activity>? activities = null)
    {
        Activities = activities;
    }

    /// <summary>In the order in which they happened.</summary>
    [JsonPropertyName("activities")]
    public IList<Activity>? Activities { get; set; }
}
