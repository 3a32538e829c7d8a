namespace CommerceBot.Simulator.Stripe.Faults;

/// <summary>
/// How unreliable Stripe is to be. Shares are 0 to 1 of all webhooks, API calls or refunds, drawn from dice of the seed: the
/// n-th of each kind meets the same fate in every run. An empty plan is a Stripe without faults.
/// </summary>
internal sealed record FaultPlan
{
    public long Seed { get; init; } = 1;

    public WebhookFaults Webhooks { get; init; } = new();

    public ApiFaults Api { get; init; } = new();

    public RefundFaults Refunds { get; init; } = new();

    /// <summary>Faults for the very next calls that fit, before any share is drawn.</summary>
    public IReadOnlyList<NextFault> Next { get; init; } = [];
}

/// <summary>Shares of webhooks. A webhook may be duplicated and late at once; a lost one is never delivered.</summary>
internal sealed record WebhookFaults
{
    public double Duplicate { get; init; }

    public double Delay { get; init; }

    public int DelayMilliseconds { get; init; } = 1500;

    /// <summary>Waits until a later one has been delivered, or for the delay if none comes.</summary>
    public double Reorder { get; init; }

    public double Lose { get; init; }
}

/// <summary>Shares of API calls; a call meets one fault at most.</summary>
internal sealed record ApiFaults
{
    /// <summary>409, nothing done, nothing kept under the idempotency key.</summary>
    public double Conflict { get; init; }

    /// <summary>429 with Retry-After, nothing done, nothing kept.</summary>
    public double TooMany { get; init; }

    /// <summary>500, nothing done; kept under the idempotency key once the work began.</summary>
    public double Error { get; init; }

    /// <summary>No answer for that long, then a cut connection; nothing done.</summary>
    public double Timeout { get; init; }

    public int TimeoutMilliseconds { get; init; } = 12_000;

    /// <summary>The work is done, the answer is not sent.</summary>
    public double LoseAnswer { get; init; }
}

/// <summary>Shares of refunds that Stripe accepts.</summary>
internal sealed record RefundFaults
{
    /// <summary>Begins pending, and stays so until it is settled.</summary>
    public double Pending { get; init; }

    /// <summary>Is answered as pending, and has failed by the time the answer arrives.</summary>
    public double Fail { get; init; }

    /// <summary>Waits for the shopper's bank details; only such a refund can be cancelled.</summary>
    public double RequiresAction { get; init; }
}

/// <summary>One fault for the next calls of a method and path.</summary>
/// <param name="Method">Null for any.</param>
/// <param name="Path"><c>/v1/refunds</c>, with <c>{id}</c> for any id; null for any path.</param>
internal sealed record NextFault(string? Method, string? Path, ApiFault Fault)
{
    public int Times { get; init; } = 1;

    /// <summary>With <c>error</c>: the work is done all the same before the 500 is answered.</summary>
    public bool Done { get; init; }
}

internal enum ApiFault { None, Conflict, TooMany, Error, Timeout, LoseAnswer }

internal enum RefundFate { Usual, Pending, Fail, RequiresAction }

/// <summary>What happens to one webhook on its way.</summary>
internal sealed record WebhookFate
{
    public static WebhookFate Usual { get; } = new();

    public bool Lost { get; init; }

    public bool Held { get; init; }

    public bool Duplicated { get; init; }

    /// <summary>The second copy comes by itself later, instead of together with the first.</summary>
    public bool DuplicateIsLate { get; init; }

    public TimeSpan Delay { get; init; }

    /// <summary>How long a held or second one waits at most.</summary>
    public TimeSpan LongestWait { get; init; }
}
