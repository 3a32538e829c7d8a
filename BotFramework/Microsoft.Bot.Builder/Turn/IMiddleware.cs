namespace Microsoft.Bot.Builder;

/// <summary>Something that every activity passes through on its way to the bot.</summary>
public interface IMiddleware
{
    Task OnTurnAsync(ITurnContext turnContext, NextDelegate next, CancellationToken cancellationToken = default);
}
