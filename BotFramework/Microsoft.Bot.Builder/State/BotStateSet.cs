namespace Microsoft.Bot.Builder;

/// <summary>Several states, loaded and saved together.</summary>
public class BotStateSet
{
    /// <param name="botStates">Saved in this order.</param>
    public BotStateSet(params BotState[] botStates) => BotStates.AddRange(botStates);

    /// <summary>In the order of saving.</summary>
    public List<BotState> BotStates { get; set; } = [];

    /// <summary>One more, behind the others.</summary>
    public BotStateSet Add(BotState botState)
    {
        ArgumentNullException.ThrowIfNull(botState);
        BotStates.Add(botState);
        return this;
    }

    /// <summary>Loads all of them, at once.</summary>
    public Task LoadAllAsync(ITurnContext turnContext, bool force = false, CancellationToken cancellationToken = default) =>
        Task.WhenAll(BotStates.Select(state => state.LoadAsync(turnContext, force, cancellationToken)));

    /// <summary>Saves one after the other: a conflict in one leaves those before it saved.</summary>
    public async Task SaveAllChangesAsync(ITurnContext turnContext, bool force = false, CancellationToken cancellationToken = default)
    {
        foreach (var state in BotStates)
            await state.SaveChangesAsync(turnContext, force, cancellationToken);
    }
}
