using System.Text.Json;
using Microsoft.Bot.Builder.Adapters.Facebook.FacebookEvents;
using Microsoft.Bot.Schema;

namespace Microsoft.Bot.Builder.Adapters.Facebook;

/// <summary>
/// One attachment as Messenger's: a card, a receipt, a file by its address, or what is Messenger's own already. One
/// without anything in it shows nothing.
/// </summary>
internal static class AttachmentParts
{
    public static void Add(Attachment attachment, PartList list)
    {
        if (CardFace.IsOne(attachment))
            CardParts.Single(CardFace.From(attachment), list);
        else if (attachment.ContentType == ReceiptCard.ContentType)
            ReceiptParts.Add(attachment, list);
        else if (!string.IsNullOrEmpty(attachment.ContentUrl))
            list.AddMedia(MediaType(attachment.ContentType), AddressOf(attachment));
        else if (IsMessengers(attachment))
            list.Add(attachment.ContentType!, attachment.Content!);
        else if (MediaCard.IsOne(attachment))
            MediaCard.Add(attachment, list);
        else if (BotValues.AsJson(attachment.Content) is var content && content.Text("fallbackText"u8) is { } words)
            list.AddText(words);
        else if (content.ValueKind is not (JsonValueKind.Undefined or JsonValueKind.Null))
            throw new NotSupportedException(
                $"Messenger cannot show an attachment of type {attachment.ContentType ?? "(none)"} without a ContentUrl. Send a hero or "
                + "receipt card, or a file's address."
            );
    }

    /// <summary>An attachment in Messenger's own form, or a file by its address; null when it has neither content nor address.</summary>
    public static FacebookAttachment? AsItIs(Attachment attachment)
    {
        if (PayloadOf(attachment.Content) is { } payload)
            return new FacebookAttachment { Type = attachment.ContentType, Payload = payload };
        return string.IsNullOrEmpty(attachment.ContentUrl)
            ? null
            : new FacebookAttachment
            {
                Type = MediaType(attachment.ContentType),
                Payload = new AttachmentPayload { Url = AddressOf(attachment) },
            };
    }

    private static bool IsMessengers(Attachment attachment) =>
        attachment.ContentType is "template" or "image" or "audio" or "video" or "file" && PayloadOf(attachment.Content) is not null;

    private static AttachmentPayload? PayloadOf(object? content)
    {
        if (content is AttachmentPayload payload)
            return payload;
        var json = BotValues.AsJson(content);
        return json.ValueKind == JsonValueKind.Object ? json.Deserialize(FacebookJson.Plain.AttachmentPayload) : null;
    }

    private static Uri AddressOf(Attachment attachment) =>
        BotValues.WebAddress(attachment.ContentUrl, $"An attachment of type {attachment.ContentType}");

    private static string MediaType(string? contentType)
    {
        var slash = contentType?.IndexOf('/', StringComparison.Ordinal) ?? -1;
        return (slash < 0 ? contentType : contentType![..slash]) switch
        {
            "image" or "sticker" => "image",
            "audio" => "audio",
            "video" => "video",
            _ => "file",
        };
    }
}
