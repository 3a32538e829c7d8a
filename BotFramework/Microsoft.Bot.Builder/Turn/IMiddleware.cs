namespace Microsoft.Bot.Builder;

/// <summary>Something that every activity passes through on its way to the bot.</summary>
public interface IMiddleware
{
    /// <summary>Does its part and goes on by <paramref name="next"/>, or ends the turn here by not calling it.</summary>
    Task OnTurnAsync(ITurnContext turnContext, NextDelegate next, CancellationToken cancellationToken = default);
}
