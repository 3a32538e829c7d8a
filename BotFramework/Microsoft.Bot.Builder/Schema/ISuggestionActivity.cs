namespace Microsoft.Bot.Schema;

/// <summary>A private suggestion about a message.</summary>
public interface ISuggestionActivity : IMessageActivity;
