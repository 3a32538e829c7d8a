using System.Text.Json;
using System.Text.Json.Nodes;
using Microsoft.Bot.Builder.Adapters.Facebook.FacebookEvents.Handover;
using Microsoft.Bot.Schema;

namespace Microsoft.Bot.Builder.Adapters.Facebook;

/// <summary>An Event activity by which the bot hands its conversation to another app, or asks for it.</summary>
internal static class ThreadControl
{
    private const string Inbox = "inbox";
    private const string Release = "release_thread_control";

    public static bool IsMove(Activity activity) => activity.Type == ActivityTypes.Event && activity.Name
        is HandoverConstants.PassThreadControl or HandoverConstants.TakeThreadControl or HandoverConstants.RequestThreadControl or Release;

    /// <summary>Value is the app to pass to, or an object with target_app_id and metadata; "inbox" is the Page's own.</summary>
    public static byte[] Body(Activity activity, string personId)
    {
        var value = BotValues.AsJson(activity.Value);
        var target = value.AsText() ?? value.Text("target_app_id"u8);
        if (activity.Name != HandoverConstants.PassThreadControl)
            target = null;
        else if (target is null)
            throw new ArgumentException("A pass_thread_control event needs a Value: the id of the app that takes over, or \"inbox\".");
        return Body(personId, target, value.Text("metadata"u8) ?? activity.Text);
    }

    public static byte[] Body(string personId, string? targetAppId, string? metadata)
    {
        var body = new JsonObject { ["recipient"] = new JsonObject { ["id"] = personId } };
        if (targetAppId is not null)
            body["target_app_id"] = targetAppId == Inbox ? HandoverConstants.PageInboxId : targetAppId;
        if (!string.IsNullOrEmpty(metadata))
            body["metadata"] = metadata;
        return JsonSerializer.SerializeToUtf8Bytes(body, SchemaJson.Options);
    }
}
