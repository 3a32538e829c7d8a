namespace Microsoft.Bot.Schema;

/// <summary>What a button does when it is tapped.</summary>
public static class ActionTypes
{
    /// <summary>Opens the address in the value.</summary>
    public const string OpenUrl = "openUrl";

    /// <summary>Says the value as if the user had written it, for all to see.</summary>
    public const string ImBack = "imBack";

    /// <summary>Sends the value to the bot unseen.</summary>
    public const string PostBack = "postBack";

    /// <summary>Plays the sound at the address in the value.</summary>
    public const string PlayAudio = "playAudio";

    /// <summary>Plays the film at the address in the value.</summary>
    public const string PlayVideo = "playVideo";

    /// <summary>Shows the picture at the address in the value.</summary>
    public const string ShowImage = "showImage";

    /// <summary>Downloads the file at the address in the value.</summary>
    public const string DownloadFile = "downloadFile";

    /// <summary>Opens the sign-in page in the value.</summary>
    public const string Signin = "signin";

    /// <summary>Calls the number in the value.</summary>
    public const string Call = "call";

    /// <summary>Kept from Microsoft's API: its payments ended.</summary>
    public const string Payment = "payment";

    /// <summary>Sends text, display text and value to the bot: shown is the display text.</summary>
    public const string MessageBack = "messageBack";

    /// <summary>Opens an app of Microsoft Teams.</summary>
    public const string openApp = "openApp";
}
