namespace Microsoft.Bot.Builder.Adapters.Facebook;

/// <summary>What to do about a failed call.</summary>
public enum FacebookErrorClass
{
    /// <summary>It did not fail.</summary>
    None,

    /// <summary>Passing trouble: try again later.</summary>
    Retry,

    /// <summary>May be passing, may be that the person blocked the Page: try again a few times only.</summary>
    RetryLimited,

    /// <summary>Too many calls: wait, longer each time.</summary>
    Backoff,

    /// <summary>The message may have been delivered all the same: look for its echo before sending it again.</summary>
    CheckBeforeRetry,

    /// <summary>Not sent: nobody was reached. Safe to try again.</summary>
    NotSent,

    /// <summary>No answer that tells: it may or may not have been carried out. As <see cref="CheckBeforeRetry"/>.</summary>
    UnknownOutcome,

    /// <summary>The time to answer this person is over: only a utility template may be sent.</summary>
    WindowClosed,

    /// <summary>The person left, blocked the Page or does not exist.</summary>
    PersonGone,

    /// <summary>A token, a permission or the address of the API is wrong: a human must mend the settings.</summary>
    Configuration,

    /// <summary>The call itself is wrong and will stay so.</summary>
    BadRequest,

    /// <summary>Graph refused with a code that this table does not know: it may be a limit that is newer than the table.</summary>
    Unrecognized,

    /// <summary>Another app, or a human in the inbox, owns the conversation.</summary>
    NotOwner,

    /// <summary>Meta restricts the Page: stop sending and tell the operator.</summary>
    StopAlert,

    /// <summary>Meta restricts this conversation: send no more into it.</summary>
    StopThread,

    /// <summary>The person's profile may not be read.</summary>
    ProfileMissing,

    /// <summary>An error of Messenger's own payments, which ended.</summary>
    LegacyPayment,
}
