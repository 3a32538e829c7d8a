using Microsoft.Bot.Schema;

namespace Microsoft.Bot.Builder;

/// <summary>Tells the user that the bot is typing when a message's turn takes longer than a moment. Times are in milliseconds.</summary>
public class ShowTypingMiddleware : IMiddleware
{
    private readonly TimeSpan _delay;
    private readonly TimeSpan _period;

    /// <param name="delay">Before typing is first shown.</param>
    /// <param name="period">Between one sign of typing and the next.</param>
    public ShowTypingMiddleware(int delay = 500, int period = 2000)
    {
        ArgumentOutOfRangeException.ThrowIfNegative(delay);
        ArgumentOutOfRangeException.ThrowIfNegativeOrZero(period);
        _delay = TimeSpan.FromMilliseconds(delay);
        _period = TimeSpan.FromMilliseconds(period);
    }

    /// <summary>Shows typing until the turn is over; for messages only.</summary>
    public async Task OnTurnAsync(ITurnContext turnContext, NextDelegate next, CancellationToken cancellationToken)
    {
        ArgumentNullException.ThrowIfNull(turnContext);
        ArgumentNullException.ThrowIfNull(next);
        if (turnContext.Activity.Type != ActivityTypes.Message)
        {
            await next(cancellationToken);
            return;
        }

        using var done = CancellationTokenSource.CreateLinkedTokenSource(cancellationToken);
        var typing = TypeUntil(turnContext, done.Token);
        try
        {
            await next(cancellationToken);
        }
        finally
        {
            await done.CancelAsync();
            await typing;
        }
    }

    private async Task TypeUntil(ITurnContext turnContext, CancellationToken done)
    {
        try
        {
            await Task.Delay(_delay, done);
            while (!done.IsCancellationRequested)
            {
                var typing = new Activity(ActivityTypes.Typing) { RelatesTo = turnContext.Activity.RelatesTo };
                typing.ApplyConversationReference(turnContext.Activity.GetConversationReference());
                // Past the turn's handlers and its Responded: a sign of life is not an answer.
                await turnContext.Adapter.SendActivitiesAsync(turnContext, [typing], done);
                await Task.Delay(_period, done);
            }
        }
        catch (OperationCanceledException) when (done.IsCancellationRequested)
        {
            // The turn is over.
        }
    }
}
