namespace CommerceBot.Payments;

/// <summary>Carries out one payment call over the network. It repeats nothing by itself: the outbox does.</summary>
public interface IPaymentGateway
{
    /// <summary>
    /// What came of the call, final failures included. Throws <see cref="PaymentUnreachableException"/> when the same
    /// call is worth repeating: its key and frozen parameters make that safe.
    /// </summary>
    Task<PaymentAnswer> SendAsync(PaymentCall asked, CancellationToken cancellationToken);
}

/// <summary>The outcome is unknown or put off: network, time-out, conflict, too many requests, trouble at the gateway.</summary>
public sealed class PaymentUnreachableException : Exception
{
    /// <summary>Says nothing of why, and counts as an outage.</summary>
    public PaymentUnreachableException()
    {
    }

    /// <param name="message">For the operator: what the gateway or the network said, no personal data.</param>
    public PaymentUnreachableException(string message)
        : base(message)
    {
    }

    /// <param name="message">For the operator: what the gateway or the network said, no personal data.</param>
    /// <param name="inner">What was thrown below; null for none.</param>
    public PaymentUnreachableException(string message, Exception? inner)
        : base(message, inner)
    {
    }

    /// <param name="message">For the operator: what the gateway or the network said, no personal data.</param>
    /// <param name="retryAfter">When to try again, if the gateway said so.</param>
    /// <param name="isOutage">Whether it tells something about the gateway as a whole.</param>
    /// <param name="inner">What was thrown below; null for none.</param>
    public PaymentUnreachableException(string message, TimeSpan? retryAfter, bool isOutage, Exception? inner)
        : base(message, inner)
    {
        RetryAfter = retryAfter;
        IsOutage = isOutage;
    }

    /// <summary>When to try again, if the gateway said so.</summary>
    public TimeSpan? RetryAfter { get; }

    /// <summary>Whether it tells something about the gateway as a whole, and not about this call alone.</summary>
    public bool IsOutage { get; } = true;
}
