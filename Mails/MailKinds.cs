namespace CommerceBot.Mails;

/// <summary>The names under which mails wait in the outbox; a stored name never changes its meaning.</summary>
public static class MailKinds
{
    /// <summary>To who ordered: an <see cref="OrderMail"/>.</summary>
    public const string Shopper = "mail.shopper";

    /// <summary>To the shop: a <see cref="MerchantMail"/>.</summary>
    public const string Merchant = "mail.merchant";

    /// <summary>To whoever declared a withdrawal that fits no order.</summary>
    public const string Declaration = "mail.declaration";

    /// <summary>To the merchant, about such a declaration.</summary>
    public const string MerchantDeclaration = "mail.declaration.merchant";

    /// <summary>To the merchant: a <see cref="ChatMail"/>.</summary>
    public const string MerchantChat = "mail.chat.merchant";

    /// <summary>To the merchant, about notices that did not arrive: an <see cref="UndeliveredMail"/>.</summary>
    public const string Undelivered = "mail.undelivered";

    /// <summary>How the kinds of mails to the merchant begin in what keeps mails unique.</summary>
    public const string ToMerchant = "merchant.";
}
