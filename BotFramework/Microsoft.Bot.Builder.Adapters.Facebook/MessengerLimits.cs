namespace Microsoft.Bot.Builder.Adapters.Facebook;

/// <summary>What Messenger accepts, as its reference pages said in November 2026. Lengths are UTF-16 characters, the strictest way to count.</summary>
public static class MessengerLimits
{
    /// <summary>A text message.</summary>
    public const int Text = 2000;

    public const int QuickReplies = 13;
    public const int QuickReplyTitle = 20;

    /// <summary>The payload of a quick reply or a button.</summary>
    public const int Payload = 1000;

    /// <summary>Elements of one generic template.</summary>
    public const int Elements = 10;
    public const int ElementTitle = 80;
    public const int ElementSubtitle = 80;

    /// <summary>Buttons of one element, or of one button template.</summary>
    public const int Buttons = 3;
    public const int ButtonTitle = 20;
    public const int ButtonTemplateText = 640;

    public const int ReceiptElements = 100;

    /// <summary>Digits after the point in a receipt's amounts.</summary>
    public const int ReceiptDecimals = 2;
}
