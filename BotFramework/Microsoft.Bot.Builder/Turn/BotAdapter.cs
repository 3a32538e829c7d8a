using System.Globalization;
using System.Security.Claims;
using Microsoft.Bot.Schema;

namespace Microsoft.Bot.Builder;

/// <summary>What stands between a channel and the bot: it opens turns and carries out what the bot says in them.</summary>
public abstract class BotAdapter
{
    /// <summary>Where the answer to an invoke waits in the turn's state.</summary>
    public const string InvokeResponseKey = "BotFrameworkAdapter.InvokeResponse";

    /// <summary>Where the caller's identity is in the turn's state.</summary>
    public const string BotIdentityKey = "BotIdentity";

    /// <summary>Where the audience of the bot's tokens is in the turn's state.</summary>
    public const string OAuthScopeKey = "Microsoft.Bot.Builder.BotAdapter.OAuthScope";

    /// <summary>Called when a turn throws; without it the exception goes on to whoever started the turn.</summary>
    public Func<ITurnContext, Exception, Task>? OnTurnError { get; set; }

    /// <summary>What every turn passes through, in order.</summary>
    public MiddlewareSet MiddlewareSet { get; } = new();

    /// <summary>Adds a middleware behind the others.</summary>
    public BotAdapter Use(IMiddleware middleware)
    {
        MiddlewareSet.Use(middleware);
        return this;
    }

    /// <summary>Sends in order; one response per activity, whose Id is "" for what is not sent.</summary>
    public abstract Task<ResourceResponse[]> SendActivitiesAsync(
        ITurnContext turnContext, Activity[] activities, CancellationToken cancellationToken);

    /// <summary>Puts the activity in the place of the one with its id; NotImplementedException where a channel cannot.</summary>
    public abstract Task<ResourceResponse> UpdateActivityAsync(
        ITurnContext turnContext, Activity activity, CancellationToken cancellationToken);

    /// <summary>Takes an activity back; NotImplementedException where a channel cannot.</summary>
    public abstract Task DeleteActivityAsync(
        ITurnContext turnContext, ConversationReference reference, CancellationToken cancellationToken);

    /// <summary>A turn that the bot begins by itself, as a continuation event in that conversation.</summary>
    public virtual Task ContinueConversationAsync(
        string botId, ConversationReference reference, BotCallbackHandler callback, CancellationToken cancellationToken)
    {
        ArgumentNullException.ThrowIfNull(reference);
        return ContinueWith(reference.GetContinuationActivity(), callback, cancellationToken);
    }

    /// <summary>A turn that the bot begins by itself, as this identity.</summary>
    /// <exception cref="NotImplementedException">The adapter cannot.</exception>
    public virtual Task ContinueConversationAsync(
        ClaimsIdentity claimsIdentity, ConversationReference reference, BotCallbackHandler callback, CancellationToken cancellationToken
    ) => throw new NotImplementedException();

    /// <summary>A turn that the bot begins by itself, with tokens for this audience.</summary>
    /// <exception cref="NotImplementedException">The adapter cannot.</exception>
    public virtual Task ContinueConversationAsync(
        ClaimsIdentity claimsIdentity, ConversationReference reference, string audience, BotCallbackHandler callback,
        CancellationToken cancellationToken) => throw new NotImplementedException();

    /// <summary>A turn that the bot begins by itself, with an event of its own.</summary>
    /// <exception cref="NotImplementedException">The adapter cannot.</exception>
    public virtual Task ContinueConversationAsync(
        string botId, Activity continuationActivity, BotCallbackHandler callback, CancellationToken cancellationToken
    ) => throw new NotImplementedException();

    /// <summary>A turn that the bot begins by itself, as this identity, with an event of its own.</summary>
    /// <exception cref="NotImplementedException">The adapter cannot.</exception>
    public virtual Task ContinueConversationAsync(
        ClaimsIdentity claimsIdentity, Activity continuationActivity, BotCallbackHandler callback, CancellationToken cancellationToken
    ) => throw new NotImplementedException();

    /// <summary>A turn that the bot begins by itself, with an event of its own and tokens for this audience.</summary>
    /// <exception cref="NotImplementedException">The adapter cannot.</exception>
    public virtual Task ContinueConversationAsync(
        ClaimsIdentity claimsIdentity, Activity continuationActivity, string audience, BotCallbackHandler callback,
        CancellationToken cancellationToken) => throw new NotImplementedException();

    /// <summary>Opens a conversation with the channel, and runs a turn in it.</summary>
    /// <exception cref="NotImplementedException">The adapter cannot.</exception>
    public virtual Task CreateConversationAsync(
        string botAppId, string channelId, string serviceUrl, string audience, ConversationParameters conversationParameters,
        BotCallbackHandler callback, CancellationToken cancellationToken) => throw new NotImplementedException();

    /// <summary>Runs one turn for somebody whose identity is already known.</summary>
    public virtual Task<InvokeResponse?> ProcessActivityAsync(
        ClaimsIdentity claimsIdentity, Activity activity, BotCallbackHandler callback, CancellationToken cancellationToken
    ) => throw new NotImplementedException();

    /// <summary>Runs the middleware, then the bot, in the activity's language. An unknown language changes nothing.</summary>
    protected async Task RunPipelineAsync(ITurnContext turnContext, BotCallbackHandler callback, CancellationToken cancellationToken)
    {
        ArgumentNullException.ThrowIfNull(turnContext);
        SpeakTheLanguageOf(turnContext);
        try
        {
            await MiddlewareSet.ReceiveActivityWithStatusAsync(turnContext, callback, cancellationToken);
        }
        catch (Exception exception) when (OnTurnError is not null)
        {
            await OnTurnError(turnContext, exception);
        }
    }

    private static void SpeakTheLanguageOf(ITurnContext turnContext)
    {
        if (string.IsNullOrEmpty(turnContext.Activity.Locale))
            return;
        try
        {
            // Only predefined cultures: any other name a stranger sends would be kept in the process for ever.
            var culture = CultureInfo.GetCultureInfo(turnContext.Activity.Locale, predefinedOnly: true);
            CultureInfo.CurrentCulture = culture;
            if (turnContext is TurnContext turn)
                turn.Locale = culture.Name;
        }
        catch (CultureNotFoundException)
        {
            // The turn goes on in the language of the process.
        }
    }

    private async Task ContinueWith(Activity activity, BotCallbackHandler callback, CancellationToken cancellationToken)
    {
        using var turn = new TurnContext(this, activity);
        await RunPipelineAsync(turn, callback, cancellationToken);
    }
}
