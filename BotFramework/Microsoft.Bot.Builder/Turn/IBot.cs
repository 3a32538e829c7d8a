namespace Microsoft.Bot.Builder;

/// <summary>Somebody who can take part in a conversation.</summary>
public interface IBot
{
    Task OnTurnAsync(ITurnContext turnContext, CancellationToken cancellationToken = default);
}
