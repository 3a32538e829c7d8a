using System.Text.Json.Serialization;

namespace Microsoft.Bot.Schema;

/// <summary>Buttons offered beside a message, gone after the next one.</summary>
public class SuggestedActions
{
    /// <summary>Nothing set yet.</summary>
    [JsonConstructor]
    public SuggestedActions()
    {
    }

    /// <summary>With what is given; null leaves a property unset.</summary>
    public SuggestedActions(IList<string>? to = null, IList<CardAction>? actions = null)
    {
        To = to;
        Actions = actions;
    }

    /// <summary>Copies both.</summary>
    public SuggestedActions(IEnumerable<string> to, IEnumerable<CardAction> actions)
        : this(to?.ToList(), actions?.ToList())
    {
    }

    /// <summary>Ids of those who see them; null or empty for all.</summary>
    [JsonPropertyName("to")]
    public IList<string>? To { get; set; }

    /// <summary>In the order in which they are shown.</summary>
    [JsonPropertyName("actions")]
    public IList<CardAction>? Actions { get; set; }
}
