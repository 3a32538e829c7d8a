using Microsoft.Bot.Schema;

namespace Microsoft.Bot.Builder.Adapters.Facebook;

/// <summary>One attachment as Messenger's: a card, a receipt, a file by its address, or what is Messenger's own already.</summary>
internal static class AttachmentParts
{
    public static void Add(Attachment attachment, PartList list)
    {
        if (CardFace.IsOne(attachment))
            CardParts.Single(CardFace.From(attachment), list);
        else if (attachment.ContentType == ReceiptCard.ContentType)
            ReceiptParts.Add(attachment, list);
        else if (!string.IsNullOrEmpty(attachment.ContentUrl))
            list.AddMedia(MediaType(attachment.ContentType), BotValues.WebAddress(attachment.ContentUrl, $"An attachment of type {attachment.ContentType}"));
        else if (attachment.ContentType is "template" or "image" or "audio" or "video" or "file" && attachment.Content is not null)
            list.Add(attachment.ContentType, attachment.Content);
        else if (BotValues.AsJson(attachment.Content).Text("fallbackText"u8) is { } words)
            list.AddText(words);
        else
            throw new NotSupportedException(
                $"Messenger cannot show an attachment of type {attachment.ContentType ?? "(none)"} without a ContentUrl. Send a hero or receipt card, or a file's address.");
    }

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
