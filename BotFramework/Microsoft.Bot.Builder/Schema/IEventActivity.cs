namespace Microsoft.Bot.Schema;

/// <summary>Something that nobody said, told by name.</summary>
public interface IEventActivity : IActivity
{
    /// <summary>Which event, invoke or command it is.</summary>
    string? Name { get; set; }

    /// <summary>What it says beside or in place of a text; its form depends on the name.</summary>
    object? Value { get; set; }

    /// <summary>Another place that it is about; null for none.</summary>
    ConversationReference? RelatesTo { get; set; }
}
