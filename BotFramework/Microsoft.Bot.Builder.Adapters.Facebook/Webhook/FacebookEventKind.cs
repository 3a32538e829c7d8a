namespace Microsoft.Bot.Builder.Adapters.Facebook;

/// <summary>What happened, in Messenger's terms.</summary>
public enum FacebookEventKind
{
    /// <summary>Well-formed, but nothing that we know.</summary>
    Unknown,

    /// <summary>Not an event at all, or without what its kind needs.</summary>
    Malformed,

    /// <summary>A person wrote, tapped a quick reply or sent an attachment.</summary>
    Message,

    /// <summary>A copy of what the Page sent, by us, by another app or by a human in the inbox.</summary>
    Echo,
    MessageEdited,
    MessageDeleted,
    Postback,
    Referral,
    Optin,

    /// <summary>A cart that a person built in the Page's shop. Its prices are the sender's word, not a fact.</summary>
    Order,
    CustomerInformation,
    Reaction,
    Delivery,
    Read,
    AccountLinking,
    ResponseFeedback,
    CustomerFeedback,
    Coupon,
    PassThreadControl,
    TakeThreadControl,
    RequestThreadControl,
    AppRoles,
    PolicyEnforcement,

    /// <summary>An event of Messenger's own payments, which ended: never to be taken as a payment.</summary>
    LegacyPayment,

    /// <summary>A change of a subscribed field of the Page, not part of a conversation.</summary>
    Change,

    /// <summary>A webhook of something else than a Page, such as an Instagram account: it is no conversation of Messenger's.</summary>
    OtherObject,
}
