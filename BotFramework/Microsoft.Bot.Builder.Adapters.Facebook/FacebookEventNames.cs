namespace Microsoft.Bot.Builder.Adapters.Facebook;

/// <summary>Names of the Event activities that Messenger's events become. Each one's Value is Meta's object for that event.</summary>
public static class FacebookEventNames
{
    public const string Referral = "facebook/referral";
    public const string Optin = "facebook/optin";
    public const string Order = "facebook/order";
    public const string CustomerInformation = "facebook/customer_information";
    public const string AccountLinking = "facebook/account_linking";
    public const string ResponseFeedback = "facebook/response_feedback";
    public const string CustomerFeedback = "facebook/customer_feedback";
    public const string Coupon = "facebook/coupon";
}
