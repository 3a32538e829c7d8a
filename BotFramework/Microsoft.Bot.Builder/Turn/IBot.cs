namespace Microsoft.Bot.Builder;

/// <summary>Somebody who can take part in a conversation.</summary>
public interface IBot
{
    /// <summary>Takes one activity. What is sent in the turn is its answer.</summary>
    Task OnTurnAsync(ITurnContext turnContext, CancellationToken cancellationToken = default);
}
