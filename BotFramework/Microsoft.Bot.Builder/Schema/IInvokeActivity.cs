namespace Microsoft.Bot.Schema;

/// <summary>A question from a channel that wants its answer at once.</summary>
public interface IInvokeActivity : IActivity
{
    string? Name { get; set; }

    object? Value { get; set; }

    ConversationReference? RelatesTo { get; set; }
}
