namespace Microsoft.Bot.Builder.Adapters.Facebook;

/// <summary>Names of the Event activities that Messenger's events become. Each one's Value is Meta's object for that event.</summary>
public static class FacebookEventNames
{
    /// <summary>A person came by an m.me link, an ad or a plugin.</summary>
    public const string Referral = "facebook/referral";

    /// <summary>A person let the Page send them something.</summary>
    public const string Optin = "facebook/optin";

    /// <summary>A cart of the Page's own shop; its prices are the sender's word.</summary>
    public const string Order = "facebook/order";

    /// <summary>What a person filled in on a form of Messenger's.</summary>
    public const string CustomerInformation = "facebook/customer_information";

    /// <summary>A person linked or unlinked their account.</summary>
    public const string AccountLinking = "facebook/account_linking";

    /// <summary>A thumb up or down on a reply.</summary>
    public const string ResponseFeedback = "facebook/response_feedback";

    /// <summary>A person answered a survey of Messenger's.</summary>
    public const string CustomerFeedback = "facebook/customer_feedback";

    /// <summary>A person asked for a coupon.</summary>
    public const string Coupon = "facebook/coupon";
}
