using System.Text.Json;
using Microsoft.Bot.Builder.Adapters.Facebook.FacebookEvents;
using Microsoft.Bot.Schema;

namespace Microsoft.Bot.Builder.Adapters.Facebook;

/// <summary>One part of an activity as the body of one call.</summary>
internal static class MessageComposer
{
    private const string Response = "RESPONSE";
    private const string Update = "UPDATE";

    public static FacebookMessage Compose(Activity part)
    {
        var channelData = MessengerChannelData.Of(part.ChannelData);
        if (channelData?.SenderAction is { } action)
            return new FacebookMessage(PersonOf(part), null, null, senderAction: action, personaId: channelData.PersonaId);

        return new FacebookMessage(
            PersonOf(part),
            channelData?.Message ?? Say(part),
            channelData?.MessagingType ?? (string.IsNullOrEmpty(part.ReplyToId) ? Update : Response),
            channelData?.Tag,
            channelData?.NotificationType,
            channelData?.PersonaId)
        {
            Properties = channelData?.More is { Count: > 0 } more ? more : null,
        }.For(channelData?.Recipient);
    }

    private static Message Say(Activity part)
    {
        var message = new Message { Text = string.IsNullOrEmpty(part.Text) ? null : part.Text };
        if (part.Attachments is [{ } attachment, ..])
            message.Attachment = AttachmentParts.AsItIs(attachment);
        foreach (var action in (part.SuggestedActions?.Actions ?? []).OfType<CardAction>())
            message.QuickReplies.Add(Buttons.QuickReply(action));
        return message;
    }

    private static FacebookMessage For(this FacebookMessage message, FacebookBotUser? recipient)
    {
        message.Recipient = recipient ?? message.Recipient;
        return message;
    }

    public static string PersonOf(Activity part) =>
        FacebookConversation.Parse(part.Conversation?.Id).PersonId ?? part.Recipient?.Id
        ?? throw new ArgumentException("The activity names neither a conversation nor a recipient, so there is nobody to send it to.");
}
