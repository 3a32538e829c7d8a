using System.Text.Json.Serialization;

namespace Microsoft.Bot.Schema;

/// <summary>The replies to an activity that wants them in the HTTP answer.</summary>
public class ExpectedReplies
{
    /// <summary>Nothing set yet.</summary>
    [JsonConstructor]
    public ExpectedReplies()
    {
    }

    /// <summary>With what is given; null leaves a property unset.</summary>
    public ExpectedReplies(IList<Activity>? activities = null)
    {
        Activities = activities!;
    }

    /// <summary>In the order in which they were sent.</summary>
    [JsonPropertyName("activities")]
    public IList<Activity> Activities { get; set; } = null!;
}
