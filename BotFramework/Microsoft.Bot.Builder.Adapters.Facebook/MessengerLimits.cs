namespace Microsoft.Bot.Builder.Adapters.Facebook;

/// <summary>
/// What Messenger accepts, as its reference pages said in November 2026. Lengths are UTF-16 characters, the strictest
/// way to count.
/// </summary>
public static class MessengerLimits
{
    /// <summary>A text message.</summary>
    public const int Text = 2000;

    /// <summary>Under one message.</summary>
    public const int QuickReplies = 13;

    /// <summary>What stands on a quick reply.</summary>
    public const int QuickReplyTitle = 20;

    /// <summary>The payload of a quick reply or a button.</summary>
    public const int Payload = 1000;

    /// <summary>Elements of one generic template.</summary>
    public const int Elements = 10;

    /// <summary>The first line of a card.</summary>
    public const int ElementTitle = 80;

    /// <summary>The second line of a card.</summary>
    public const int ElementSubtitle = 80;

    /// <summary>Buttons of one element, or of one button template.</summary>
    public const int Buttons = 3;

    /// <summary>What stands on a button.</summary>
    public const int ButtonTitle = 20;

    /// <summary>What stands over the buttons of a button template.</summary>
    public const int ButtonTemplateText = 640;

    /// <summary>Lines of one receipt.</summary>
    public const int ReceiptElements = 100;

    /// <summary>Digits after the point in a receipt's amounts.</summary>
    public const int ReceiptDecimals = 2;
}
