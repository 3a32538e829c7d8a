namespace Microsoft.Bot.Schema;

/// <summary>A note for whoever develops the bot.</summary>
public interface ITraceActivity : IActivity
{
    /// <summary>Which event, invoke or command it is.</summary>
    string? Name { get; set; }

    /// <summary>A few words about it, for people.</summary>
    string? Label { get; set; }

    /// <summary>What kind of thing the value is.</summary>
    string? ValueType { get; set; }

    /// <summary>What it says beside or in place of a text; its form depends on the name.</summary>
    object? Value { get; set; }

    /// <summary>Another place that it is about; null for none.</summary>
    ConversationReference? RelatesTo { get; set; }
}
