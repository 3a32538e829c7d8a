namespace Microsoft.Bot.Builder;

/// <summary>What a bot remembers of a user, in whichever conversation of a channel.</summary>
public class UserState(IStorage storage) : BotState(storage, nameof(UserState))
{
    protected override string GetStorageKey(ITurnContext turnContext) =>
        $"{StateKey.Channel(turnContext)}/users/{StateKey.User(turnContext)}";
}
