using System.Net;
using System.Text;
using System.Text.Json;
using Microsoft.AspNetCore.Http;
using Microsoft.Bot.Connector;
using Microsoft.Bot.Schema;

namespace Microsoft.Bot.Builder.Adapters.Facebook;

/// <summary>Between activities and Messenger's messages.</summary>
public static class FacebookHelper
{
    /// <summary>
    /// An activity as one message. It holds what Messenger takes in one call: a text, or one attachment in Messenger's own
    /// form, with quick replies. <see cref="Split"/> makes such activities out of any.
    /// </summary>
    public static FacebookMessage ActivityToFacebook(Activity activity)
    {
        ArgumentNullException.ThrowIfNull(activity);
        return MessageComposer.Compose(activity);
    }

    /// <summary>A message activity as the activities that Messenger takes in one call each, in order; none when it says nothing.</summary>
    /// <exception cref="ArgumentException">A button cannot be sent as it is: a payload too long, an address that is none.</exception>
    public static IReadOnlyList<Activity> Split(Activity activity)
    {
        ArgumentNullException.ThrowIfNull(activity);
        return OutgoingParts.Of(activity);
    }

    /// <summary>A message as the body of a Send API call.</summary>
    public static byte[] ToJson(FacebookMessage message) =>
        JsonSerializer.SerializeToUtf8Bytes(message, FacebookJson.Plain.FacebookMessage);

    /// <summary>One event as an activity; null when it starts no turn.</summary>
    public static Activity? ProcessSingleMessage(FacebookMessage message)
    {
        ArgumentNullException.ThrowIfNull(message);
        var json = JsonSerializer.SerializeToElement(message, FacebookJson.Plain.FacebookMessage);
        return EventReader.Read(json, default, message.IsStandby).Activity;
    }

    /// <summary>Files and places of a message that came in; a template of an echo, too.</summary>
    public static List<Attachment> HandleMessageAttachments(Message message)
    {
        ArgumentNullException.ThrowIfNull(message);
        return AttachmentReader.Read(JsonSerializer.SerializeToElement(message, FacebookJson.Plain.Message));
    }

    /// <summary>Plain text with this status and encoding.</summary>
    public static async Task WriteAsync(
        HttpResponse response, HttpStatusCode code, string text, Encoding encoding, CancellationToken cancellationToken)
    {
        ArgumentNullException.ThrowIfNull(response);
        ArgumentNullException.ThrowIfNull(encoding);
        response.ContentType = "text/plain";
        response.StatusCode = (int)code;
        await response.Body.WriteAsync(encoding.GetBytes(text ?? string.Empty), cancellationToken).ConfigureAwait(false);
    }

    /// <summary>An activity that shows the person that the bot is typing.</summary>
    public static Activity GenerateTypingActivity(string recipientId) => new(ActivityTypes.Message)
    {
        ChannelId = Channels.Facebook,
        Conversation = new ConversationAccount { Id = recipientId },
        ChannelData = new FacebookMessage(recipientId, null, null, senderAction: "typing_on"),
    };
}
