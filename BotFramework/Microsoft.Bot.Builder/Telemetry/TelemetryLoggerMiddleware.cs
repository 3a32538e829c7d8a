using System.Diagnostics.CodeAnalysis;
using Microsoft.Bot.Schema;

namespace Microsoft.Bot.Builder;

/// <summary>Reports each activity that comes or goes. Names and words only when personal information may be logged.</summary>
[SuppressMessage("Naming", "CA1725", Justification = "Microsoft names these parameters so.")]
public class TelemetryLoggerMiddleware(IBotTelemetryClient? telemetryClient, bool logPersonalInformation = false) : IMiddleware
{
    /// <summary>Whether names and words are reported.</summary>
    public bool LogPersonalInformation => logPersonalInformation;

    /// <summary>Never null: without one, nothing is reported.</summary>
    public IBotTelemetryClient TelemetryClient { get; } = telemetryClient ?? NullBotTelemetryClient.Instance;

    /// <summary>Reports the activity that came, and each one that goes, is changed or is deleted.</summary>
    public virtual async Task OnTurnAsync(ITurnContext context, NextDelegate nextTurn, CancellationToken cancellationToken)
    {
        ArgumentNullException.ThrowIfNull(context);
        ArgumentNullException.ThrowIfNull(nextTurn);
        await OnReceiveActivityAsync(context.Activity, cancellationToken);
        context.OnSendActivities(
            async (_, activities, next) =>
            {
                var responses = await next();
                foreach (var activity in activities)
                    await OnSendActivityAsync(activity, cancellationToken);
                return responses;
            }
        );
        context.OnUpdateActivity(
            async (_, activity, next) =>
            {
                var response = await next();
                await OnUpdateActivityAsync(activity, cancellationToken);
                return response;
            }
        );
        context.OnDeleteActivity(
            async (_, reference, next) =>
            {
                await next();
                await OnDeleteActivityAsync(
                    new Activity(ActivityTypes.MessageDelete) { Id = reference.ActivityId }.ApplyConversationReference(reference),
                    cancellationToken);
            }
        );
        await nextTurn(cancellationToken);
    }

    protected virtual async Task OnReceiveActivityAsync(Activity activity, CancellationToken cancellation) =>
        TelemetryClient.TrackEvent("BotMessageReceived", await FillReceiveEventPropertiesAsync(activity));

    protected virtual async Task OnSendActivityAsync(Activity activity, CancellationToken cancellation) =>
        TelemetryClient.TrackEvent("BotMessageSend", await FillSendEventPropertiesAsync(activity));

    protected virtual async Task OnUpdateActivityAsync(Activity activity, CancellationToken cancellation) =>
        TelemetryClient.TrackEvent("BotMessageUpdate", await FillUpdateEventPropertiesAsync(activity));

    protected virtual async Task OnDeleteActivityAsync(Activity activity, CancellationToken cancellation) =>
        TelemetryClient.TrackEvent("BotMessageDelete", await FillDeleteEventPropertiesAsync(activity));

    protected Task<Dictionary<string, string>> FillReceiveEventPropertiesAsync(
        Activity activity, Dictionary<string, string>? additionalProperties = null) =>
        Filled(
            additionalProperties,
            [
                ("activityId", activity.Id),
                ("channelId", activity.ChannelId),
                ("fromId", activity.From?.Id),
                ("recipientId", activity.Recipient?.Id),
                ("conversationId", activity.Conversation?.Id),
                ("type", activity.Type),
                ("locale", activity.Locale),
            ],
            Said(activity));

    protected Task<Dictionary<string, string>> FillSendEventPropertiesAsync(
        Activity activity, Dictionary<string, string>? additionalProperties = null) =>
        Filled(
            additionalProperties,
            [
                ("replyActivityId", activity.ReplyToId),
                ("recipientId", activity.Recipient?.Id),
                ("conversationId", activity.Conversation?.Id),
                ("type", activity.Type),
                ("locale", activity.Locale),
            ],
            [.. Said(activity), ("speak", activity.Speak)]);

    protected Task<Dictionary<string, string>> FillUpdateEventPropertiesAsync(
        Activity activity, Dictionary<string, string>? additionalProperties = null) =>
        Filled(
            additionalProperties,
            [("recipientId", activity.Recipient?.Id), ("conversationId", activity.Conversation?.Id), ("locale", activity.Locale)],
            [("text", activity.Text)]);

    protected Task<Dictionary<string, string>> FillDeleteEventPropertiesAsync(
        IMessageDeleteActivity activity, Dictionary<string, string>? additionalProperties = null) =>
        Filled(
            additionalProperties,
            [("channelId", activity.ChannelId), ("recipientId", activity.Recipient?.Id), ("conversationId", activity.Conversation?.Id)],
            []);

    private static (string Name, string? Value)[] Said(Activity activity) => [("fromName", activity.From?.Name), ("text", activity.Text)];

    private Task<Dictionary<string, string>> Filled(
        Dictionary<string, string>? more, (string Name, string? Value)[] facts, (string Name, string? Value)[] personal)
    {
        var properties = new Dictionary<string, string>();
        foreach (var (name, value) in logPersonalInformation ? [.. facts, .. personal] : facts)
            if (!string.IsNullOrWhiteSpace(value))
                properties[name] = value;
        foreach (var (name, value) in more ?? [])
            properties[name] = value;
        return Task.FromResult(properties);
    }
}
