using System.Security.Principal;
using Microsoft.Bot.Builder;
using Microsoft.Bot.Schema;

namespace CommerceBot.Runtime.Turns;

/// <summary>The first middleware of every channel's adapter: lays out the turn's stores, and keeps typing out of the recording.</summary>
public sealed class TurnMiddleware : Microsoft.Bot.Builder.IMiddleware
{
    /// <summary>A turn that is not from the inbox, such as a test's, goes on as it is.</summary>
    public Task OnTurnAsync(ITurnContext turnContext, NextDelegate next, CancellationToken cancellationToken = default)
    {
        if (turnContext.TurnState.Get<IIdentity>(BotAdapter.BotIdentityKey) is not TurnIdentity { Work: var work } identity)
            return next(cancellationToken);

        work.Offer(turnContext.TurnState);
        turnContext.TurnState.Add<IOutgoingRecorder>(work);
        turnContext.TurnState.Add<ITurnCalls>(work);
        turnContext.TurnState.Add<ITurnTimers>(work);
        return turnContext.Activity.Type == ActivityTypes.Invoke
            ? AnswerInvokeAsync(turnContext, identity, next, cancellationToken)
            : next(cancellationToken);
    }

    /// <summary>The answer to an invoke waits in its row for whoever asked, whatever the channel's adapter does with it.</summary>
    private static async Task AnswerInvokeAsync(
        ITurnContext turnContext, TurnIdentity identity, NextDelegate next, CancellationToken cancellationToken)
    {
        turnContext.OnSendActivities(async (_, activities, send) =>
        {
            foreach (var answer in activities.Where(activity => activity.Type == ActivityTypesEx.InvokeResponse))
                identity.Response = answer.Value as InvokeResponse;
            return await send();
        });
        await next(cancellationToken);
    }

    /// <summary>
    /// What an adapter does with a turn that throws: the first tries are thrown on, so that nothing of them stays; the
    /// last one says sorry over an empty recording.
    /// </summary>
    public static Func<ITurnContext, Exception, Task> OnError(Func<ITurnContext, Task> sendErrorReply) =>
        async (turnContext, problem) =>
        {
            if (turnContext.TurnState.Get<IIdentity>(BotAdapter.BotIdentityKey) is not TurnIdentity identity
                || !identity.IsLastTry
                || identity.Stopping.IsCancellationRequested)
                throw new TurnFailedException(problem);
            identity.DeadReason = ExceptionSummary.Describe(problem);
            identity.Work.Clear();
            if (turnContext is TurnContext { BufferedReplyActivities: { } buffered })
                buffered.Clear();
            if (turnContext.Activity.Type == ActivityTypes.Message)
                await sendErrorReply(turnContext);
        };
}

/// <summary>A turn threw. Everything it buffered is discarded.</summary>
public sealed class TurnFailedException(Exception problem) : Exception(problem.Message, problem);
