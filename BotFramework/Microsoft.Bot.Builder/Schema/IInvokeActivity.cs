namespace Microsoft.Bot.Schema;

/// <summary>A question from a channel that wants its answer at once.</summary>
public interface IInvokeActivity : IActivity
{
    /// <summary>Which event, invoke or command it is.</summary>
    string? Name { get; set; }

    /// <summary>What it says beside or in place of a text; its form depends on the name.</summary>
    object? Value { get; set; }

    /// <summary>Another place that it is about; null for none.</summary>
    ConversationReference? RelatesTo { get; set; }
}
