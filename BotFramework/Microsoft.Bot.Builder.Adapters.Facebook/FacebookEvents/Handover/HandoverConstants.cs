namespace Microsoft.Bot.Builder.Adapters.Facebook.FacebookEvents.Handover;

/// <summary>Names of the events by which apps hand a conversation to each other, and the app id of the Page's inbox.</summary>
public static class HandoverConstants
{
    public const string PassThreadControl = "pass_thread_control";
    public const string RequestThreadControl = "request_thread_control";
    public const string TakeThreadControl = "take_thread_control";
    public const string PageInboxId = "263902037430900";
    public const string MetadataPassThreadControl = "PassThreadControl";
    public const string MetadataRequestThreadControl = "RequestThreadControl";
    public const string MetadataTakeThreadControl = "TakeThreadControl";
}
