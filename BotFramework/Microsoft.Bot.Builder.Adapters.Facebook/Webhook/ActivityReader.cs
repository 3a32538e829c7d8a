using System.Text.Json;
using Microsoft.Bot.Builder.Adapters.Facebook.FacebookEvents.Handover;
using Microsoft.Bot.Connector;
using Microsoft.Bot.Schema;

namespace Microsoft.Bot.Builder.Adapters.Facebook;

/// <summary>What a person did, as the Activity that a bot handles.</summary>
internal static class ActivityReader
{
    public static bool Takes(FacebookEventKind kind) => kind
        is FacebookEventKind.Message or FacebookEventKind.MessageEdited or FacebookEventKind.MessageDeleted
        or FacebookEventKind.Postback or FacebookEventKind.Reaction
        || NameOf(kind) is not null;

    /// <param name="id">Made from the event when it has none of its own, so that an answer to it is still an answer.</param>
    public static Activity Read(JsonElement raw, FacebookEvent read, string id)
    {
        // The webhook's document goes back to its pool; the Activity lives on.
        raw = raw.Clone();
        var part = EventKinds.Find(raw).Part;
        var activity = new Activity
        {
            Id = id,
            Timestamp = read.Timestamp,
            ChannelId = Channels.Facebook,
            Conversation = new ConversationAccount { Id = FacebookConversation.Id(read.PageId!, read.PersonId!), IsGroup = false },
            From = new ChannelAccount { Id = read.PersonId!, Role = RoleTypes.User },
            Recipient = new ChannelAccount { Id = read.PageId!, Role = RoleTypes.Bot },
            ChannelData = raw,
        };
        Fill(activity, read.Kind, part);
        return activity;
    }

    private static void Fill(Activity activity, FacebookEventKind kind, JsonElement part)
    {
        switch (kind)
        {
            case FacebookEventKind.Message:
                FillMessage(activity, part);
                break;
            case FacebookEventKind.Postback:
                activity.Type = ActivityTypes.Message;
                activity.Text = part.Text("payload"u8) ?? part.Text("title"u8);
                activity.Value = Given(part.Member("payload"u8));
                break;
            case FacebookEventKind.MessageEdited:
                activity.Type = ActivityTypes.MessageUpdate;
                activity.Text = part.Text("text"u8);
                break;
            case FacebookEventKind.MessageDeleted:
                activity.Type = ActivityTypes.MessageDelete;
                break;
            case FacebookEventKind.Reaction:
                FillReaction(activity, part);
                break;
            default:
                activity.Type = ActivityTypes.Event;
                activity.Name = NameOf(kind);
                activity.Value = part;
                break;
        }
    }

    private static void FillMessage(Activity activity, JsonElement message)
    {
        activity.Type = ActivityTypes.Message;
        activity.Text = message.Text("text"u8);
        activity.Value = Given(message.Member("quick_reply"u8).Member("payload"u8));
        activity.ReplyToId = message.Member("reply_to"u8).Text("mid"u8);
        activity.Attachments = AttachmentReader.Read(message);
    }

    private static void FillReaction(Activity activity, JsonElement reaction)
    {
        activity.Type = ActivityTypes.MessageReaction;
        activity.ReplyToId = reaction.Text("mid"u8);
        List<MessageReaction> reactions = [new(reaction.Text("reaction"u8) ?? reaction.Text("emoji"u8) ?? "other")];
        if (reaction.Text("action"u8) == "unreact")
            activity.ReactionsRemoved = reactions;
        else
            activity.ReactionsAdded = reactions;
    }

    private static JsonElement? Given(JsonElement value) =>
        value.ValueKind is JsonValueKind.Undefined or JsonValueKind.Null ? null : value;

    private static string? NameOf(FacebookEventKind kind) => kind switch
    {
        FacebookEventKind.Referral => FacebookEventNames.Referral,
        FacebookEventKind.Optin => FacebookEventNames.Optin,
        FacebookEventKind.Order => FacebookEventNames.Order,
        FacebookEventKind.CustomerInformation => FacebookEventNames.CustomerInformation,
        FacebookEventKind.AccountLinking => FacebookEventNames.AccountLinking,
        FacebookEventKind.ResponseFeedback => FacebookEventNames.ResponseFeedback,
        FacebookEventKind.CustomerFeedback => FacebookEventNames.CustomerFeedback,
        FacebookEventKind.Coupon => FacebookEventNames.Coupon,
        FacebookEventKind.PassThreadControl => HandoverConstants.PassThreadControl,
        FacebookEventKind.TakeThreadControl => HandoverConstants.TakeThreadControl,
        FacebookEventKind.RequestThreadControl => HandoverConstants.RequestThreadControl,
        _ => null,
    };
}
