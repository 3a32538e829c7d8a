using System.Text.Json.Serialization;

namespace Microsoft.Bot.Schema;

/// <summary>The replies to an activity that wants them in the HTTP answer.</summary>
public class ExpectedReplies
{
    [JsonConstructor]
    public ExpectedReplies()
    {
    }

    public ExpectedReplies(IList<Activity>? activities = null)
    {
        Activities = activities!;
    }

    [JsonPropertyName("activities")]
    public IList<Activity> Activities { get; set; } = null!;
}
