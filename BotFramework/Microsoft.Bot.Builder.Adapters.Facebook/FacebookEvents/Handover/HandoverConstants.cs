namespace Microsoft.Bot.Builder.Adapters.Facebook.FacebookEvents.Handover;

/// <summary>Names of the events by which apps hand a conversation to each other, and the app id of the Page's inbox.</summary>
public static class HandoverConstants
{
    /// <summary>An app gave the conversation to another; the call that does it, too.</summary>
    public const string PassThreadControl = "pass_thread_control";

    /// <summary>An app asks for the conversation; the call that does it, too.</summary>
    public const string RequestThreadControl = "request_thread_control";

    /// <summary>The primary app took the conversation; the call that does it, too.</summary>
    public const string TakeThreadControl = "take_thread_control";

    /// <summary>The app id of every Page's inbox, as Meta publishes it.</summary>
    public const string PageInboxId = "263902037430900";

    /// <summary>Kept from Microsoft's API: nothing here uses it.</summary>
    public const string MetadataPassThreadControl = "PassThreadControl";

    /// <summary>Kept from Microsoft's API: nothing here uses it.</summary>
    public const string MetadataRequestThreadControl = "RequestThreadControl";

    /// <summary>Kept from Microsoft's API: nothing here uses it.</summary>
    public const string MetadataTakeThreadControl = "TakeThreadControl";
}
