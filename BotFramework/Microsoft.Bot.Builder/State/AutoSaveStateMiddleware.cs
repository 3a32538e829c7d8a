namespace Microsoft.Bot.Builder;

/// <summary>Saves the states at the end of each turn that did not throw.</summary>
public class AutoSaveStateMiddleware : IMiddleware
{
    /// <param name="botStates">Saved in this order.</param>
    public AutoSaveStateMiddleware(params BotState[] botStates)
        : this(new BotStateSet(botStates))
    {
    }

    /// <param name="botStateSet">Saved in its order.</param>
    public AutoSaveStateMiddleware(BotStateSet botStateSet) => BotStateSet = botStateSet;

    /// <summary>What is saved.</summary>
    public BotStateSet BotStateSet { get; set; }

    /// <summary>Saves one more, behind the others.</summary>
    public AutoSaveStateMiddleware Add(BotState botState)
    {
        BotStateSet.Add(botState);
        return this;
    }

    /// <summary>A turn that throws saves nothing.</summary>
    public async Task OnTurnAsync(ITurnContext turnContext, NextDelegate next, CancellationToken cancellationToken = default)
    {
        ArgumentNullException.ThrowIfNull(next);
        await next(cancellationToken);
        await BotStateSet.SaveAllChangesAsync(turnContext, false, cancellationToken);
    }
}
