namespace Microsoft.Bot.Schema;

/// <summary>Turns a card into the attachment that carries it.</summary>
public static class CardExtensions
{
    /// <summary>As the content of an attachment.</summary>
    public static Attachment ToAttachment(this HeroCard card) => new(HeroCard.ContentType, content: card);

    /// <summary>As the content of an attachment.</summary>
    public static Attachment ToAttachment(this ThumbnailCard card) => new(ThumbnailCard.ContentType, content: card);

    /// <summary>As the content of an attachment.</summary>
    public static Attachment ToAttachment(this ReceiptCard card) => new(ReceiptCard.ContentType, content: card);
}
