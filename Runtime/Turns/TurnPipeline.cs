using Microsoft.Bot.Builder;

namespace CommerceBot.Runtime.Turns;

/// <summary>What every channel's adapter carries, in the order in which a turn meets it.</summary>
public sealed class TurnPipeline(ConversationState conversations, UserState users, Func<ITurnContext, Task> apologise)
{
    public void Install(BotAdapter adapter)
    {
        adapter.OnTurnError = TurnMiddleware.OnError(apologise);
        adapter.Use(new TurnMiddleware());
        adapter.Use(new AutoSaveStateMiddleware(conversations, users));
    }
}
