using System.Text.Json.Serialization;

namespace Microsoft.Bot.Schema;

/// <summary>Buttons offered beside a message, gone after the next one.</summary>
public class SuggestedActions
{
    [JsonConstructor]
    public SuggestedActions()
    {
    }

    public SuggestedActions(IList<string>? to = null, IList<CardAction>? actions = null)
    {
        To = to;
        Actions = actions;
    }

    public SuggestedActions(IEnumerable<string> to, IEnumerable<CardAction> actions)
        : this(to?.ToList(), actions?.ToList())
    {
    }

    [JsonPropertyName("to")]
    public IList<string>? To { get; set; }

    [JsonPropertyName("actions")]
    public IList<CardAction>? Actions { get; set; }
}
