namespace Microsoft.Bot.Builder;

/// <summary>What a bot remembers of a conversation, whoever speaks in it.</summary>
public class ConversationState(IStorage storage) : BotState(storage, nameof(ConversationState))
{
    protected override string GetStorageKey(ITurnContext turnContext) =>
        $"{StateKey.Channel(turnContext)}/conversations/{StateKey.Conversation(turnContext)}";
}
