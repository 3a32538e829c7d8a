using Microsoft.Bot.Builder;

namespace CommerceBot.Runtime.Turns;

/// <summary>What every channel's adapter carries, in the order in which a turn meets it.</summary>
public sealed class TurnPipeline(ConversationState conversations, UserState users, Func<ITurnContext, Task> sendErrorReply)
{
    /// <summary>Gives the adapter its error handling, the turn's stores and the saving of state, in this order.</summary>
    public void Install(BotAdapter adapter)
    {
        adapter.OnTurnError = TurnMiddleware.OnError(sendErrorReply);
        adapter.Use(new TurnMiddleware());
        adapter.Use(new AutoSaveStateMiddleware(conversations, users));
    }
}
