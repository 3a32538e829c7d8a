using Microsoft.Bot.Schema;

namespace Microsoft.Bot.Builder;

/// <summary>One turn: the activity that came, and the means to answer it.</summary>
public interface ITurnContext
{
    /// <summary>What the turn came by, and what its answers leave by.</summary>
    BotAdapter Adapter { get; }

    /// <summary>What middleware and adapter know about this turn, for as long as it lasts.</summary>
    TurnContextStateCollection TurnState { get; }

    /// <summary>What came.</summary>
    Activity Activity { get; }

    /// <summary>True once anything but a trace was sent.</summary>
    bool Responded { get; }

    /// <summary>Sends a text. The response's Id is what the channel calls it.</summary>
    Task<ResourceResponse> SendActivityAsync(
        string textReplyToSend, string? speak = null, string? inputHint = InputHints.AcceptingInput,
        CancellationToken cancellationToken = default);

    /// <summary>Addresses the activity to this conversation and sends it.</summary>
    Task<ResourceResponse> SendActivityAsync(IActivity activity, CancellationToken cancellationToken = default);

    /// <summary>Addresses activities to this conversation and sends them in order; one response each.</summary>
    Task<ResourceResponse[]> SendActivitiesAsync(IActivity[] activities, CancellationToken cancellationToken = default);

    /// <summary>Puts the activity in the place of the one with its id.</summary>
    Task<ResourceResponse> UpdateActivityAsync(IActivity activity, CancellationToken cancellationToken = default);

    /// <summary>Takes back an activity of this conversation.</summary>
    Task DeleteActivityAsync(string activityId, CancellationToken cancellationToken = default);

    /// <summary>Takes back the activity that the reference names.</summary>
    Task DeleteActivityAsync(ConversationReference conversationReference, CancellationToken cancellationToken = default);

    /// <summary>From now on, what this turn sends passes through here first.</summary>
    ITurnContext OnSendActivities(SendActivitiesHandler handler);

    /// <summary>From now on, what this turn changes passes through here first.</summary>
    ITurnContext OnUpdateActivity(UpdateActivityHandler handler);

    /// <summary>From now on, what this turn takes back passes through here first.</summary>
    ITurnContext OnDeleteActivity(DeleteActivityHandler handler);
}
