using Microsoft.Bot.Schema;

namespace Microsoft.Bot.Builder;

/// <summary>The bot, as an adapter runs it at the end of the middleware.</summary>
public delegate Task BotCallbackHandler(ITurnContext turnContext, CancellationToken cancellationToken);

/// <summary>Goes on to the next middleware, or to the bot behind the last.</summary>
public delegate Task NextDelegate(CancellationToken cancellationToken);

/// <summary>Sees what a turn sends, and may change it; what it does not pass on by its last parameter is not sent.</summary>
public delegate Task<ResourceResponse[]> SendActivitiesHandler(
    ITurnContext turnContext, List<Activity> activities, Func<Task<ResourceResponse[]>> next);

/// <summary>Sees what a turn changes; what it does not pass on by its last parameter stays.</summary>
public delegate Task<ResourceResponse> UpdateActivityHandler(
    ITurnContext turnContext, Activity activity, Func<Task<ResourceResponse>> next);

/// <summary>Sees what a turn takes back; what it does not pass on by its last parameter stays.</summary>
public delegate Task DeleteActivityHandler(ITurnContext turnContext, ConversationReference reference, Func<Task> next);
