using Microsoft.Bot.Connector;
using Microsoft.Bot.Schema;

namespace Microsoft.Bot.Builder;

/// <summary>Activities as Connector calls that somebody else will make.</summary>
internal static class ConnectorRecording
{
    public static ResourceResponse Send(IOutgoingRecorder recorder, Activity activity)
    {
        var path = string.IsNullOrWhiteSpace(activity.ReplyToId)
            ? ConnectorRoutes.Activities(activity.Conversation.Id)
            : ConnectorRoutes.Activity(activity.Conversation.Id, activity.ReplyToId);
        return Record(recorder, "POST", Absolute(activity.ServiceUrl, path), SchemaJson.Write(activity));
    }

    /// <summary>The bot keeps calling the activity by the id it knows.</summary>
    public static ResourceResponse Update(IOutgoingRecorder recorder, Activity activity)
    {
        var id = Known(activity.Id);
        Record(recorder, "PUT", Marked(activity.ServiceUrl, activity.Conversation, id), SchemaJson.Write(activity));
        return new ResourceResponse(id);
    }

    public static void Delete(IOutgoingRecorder recorder, ConversationReference reference) =>
        Record(recorder, "DELETE", Marked(reference.ServiceUrl, reference.Conversation, Known(reference.ActivityId)), default);

    private static ResourceResponse Record(IOutgoingRecorder recorder, string method, string target, ReadOnlyMemory<byte> body)
    {
        var call = new OutgoingCall(recorder.NewId(), method, target, body);
        recorder.Record(call);
        return new ResourceResponse(call.Id);
    }

    private static string Marked(string? serviceUrl, ConversationAccount conversation, string activityId) =>
        Absolute(serviceUrl, $"{ConnectorRoutes.Activities(conversation.Id)}/{OutgoingCall.Mark(activityId)}");

    private static string Absolute(string? serviceUrl, string path) => string.IsNullOrEmpty(serviceUrl)
        ? throw new InvalidOperationException("The activity has no ServiceUrl, so there is nowhere to send a reply.")
        : ConnectorRoutes.Absolute(serviceUrl, path);

    private static string Known(string? activityId) => string.IsNullOrEmpty(activityId)
        ? throw new ArgumentException("Only an activity with an Id can be changed or deleted.", nameof(activityId))
        : activityId;
}
