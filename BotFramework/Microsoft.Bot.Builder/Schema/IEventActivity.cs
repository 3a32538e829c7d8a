namespace Microsoft.Bot.Schema;

/// <summary>Something that nobody said, told by name.</summary>
public interface IEventActivity : IActivity
{
    string? Name { get; set; }

    object? Value { get; set; }

    ConversationReference? RelatesTo { get; set; }
}
