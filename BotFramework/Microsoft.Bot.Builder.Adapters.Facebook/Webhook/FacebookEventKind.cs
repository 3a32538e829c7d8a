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

    /// <summary>A person changed what they wrote.</summary>
    MessageEdited,

    /// <summary>A person took back what they wrote.</summary>
    MessageDeleted,

    /// <summary>A tap on a button, on Get Started or in the menu.</summary>
    Postback,

    /// <summary>A person came back by a link, an ad or a plugin.</summary>
    Referral,

    /// <summary>A person let the Page send them something.</summary>
    Optin,

    /// <summary>A cart that a person built in the Page's shop. Its prices are the sender's word, not a fact.</summary>
    Order,

    /// <summary>What a person filled in on a form of Messenger's.</summary>
    CustomerInformation,

    /// <summary>A person reacted to a message, or took it back.</summary>
    Reaction,

    /// <summary>Messages reached the person's device.</summary>
    Delivery,

    /// <summary>The person read up to a time.</summary>
    Read,

    /// <summary>A person linked or unlinked their account.</summary>
    AccountLinking,

    /// <summary>A thumb up or down on a reply.</summary>
    ResponseFeedback,

    /// <summary>A person answered a survey of Messenger's.</summary>
    CustomerFeedback,

    /// <summary>A person asked for a coupon.</summary>
    Coupon,

    /// <summary>The conversation was given to an app.</summary>
    PassThreadControl,

    /// <summary>The conversation was taken back by the primary app.</summary>
    TakeThreadControl,

    /// <summary>An app asks for the conversation.</summary>
    RequestThreadControl,

    /// <summary>What this app may do in the Page's conversations has changed.</summary>
    AppRoles,

    /// <summary>Meta warned or blocked the Page, or lifted it.</summary>
    PolicyEnforcement,

    /// <summary>An event of Messenger's own payments, which ended: never to be taken as a payment.</summary>
    LegacyPayment,

    /// <summary>A change of a subscribed field of the Page, not part of a conversation.</summary>
    Change,

    /// <summary>
    /// A webhook of something else than a Page, such as an Instagram account, or one that does not say of what it is: it is no
    /// conversation of Messenger's. <see cref="FacebookEvent.Field"/> is the object's name, or <c>none</c>.
    /// </summary>
    OtherObject,
}
