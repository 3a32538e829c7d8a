using CommerceBot.Orders;

namespace CommerceBot.Payments;

/// <summary>Where Stripe sends the shopper back to.</summary>
/// <param name="BaseUrl">The shop's public address, without a slash at its end.</param>
/// <param name="BackToChat">Where the checkout page's back arrow leads.</param>
public sealed record PaymentPages(Uri BaseUrl, Uri BackToChat);

/// <summary>An attempt that may begin: the call to make and the ledger to save with it.</summary>
public sealed record AttemptBegun(OpenSession Call, PaymentLedger Ledger);

/// <summary>What follows when a page to pay on was opened.</summary>
/// <param name="PayAt">Show this page to the shopper; null when the order does not wait for it any more.</param>
/// <param name="Close">Ask Stripe to close it again; null when it is wanted.</param>
public sealed record AttemptOpened(PaymentLedger Ledger, Uri? PayAt, ExpireSession? Close);

/// <summary>The life of an attempt to pay, up to the moment in which Stripe shows what became of it.</summary>
public static class Attempting
{
    /// <summary>How long a shopper may take; Stripe allows 30 minutes at least.</summary>
    public static TimeSpan TimeToPay { get; } = TimeSpan.FromMinutes(60);

    /// <summary>How long goods stay set aside after that, for events that come late.</summary>
    public static TimeSpan Grace { get; } = TimeSpan.FromMinutes(10);

    /// <summary>An attempt without an answer for so long ends, and a new one has a new key.</summary>
    public static TimeSpan TimeToAnswer { get; } = TimeSpan.FromMinutes(25);

    /// <summary>Freezes everything that Stripe is asked, the time of expiry included.</summary>
    public static AttemptBegun Begin(Order order, PaymentLedger ledger, PaymentPages pages, ThanksToken tokens, DateTimeOffset now)
    {
        ArgumentNullException.ThrowIfNull(order);
        ArgumentNullException.ThrowIfNull(ledger);
        if (order.State != OrderState.AwaitingPayment)
            throw new InvalidOperationException($"Order {order.Number} is {order.State}: only one that awaits its payment can be paid.");
        var asked = new OpenSession(
            order.Id, order.Number, order.Lane, ledger.NextAttempt,
            [.. order.Lines.Select(line => new SessionLine(line.Title, line.Options.Length == 0 ? null : line.Options, line.UnitPrice, line.Quantity, line.Image))],
            new SessionDelivery(order.Delivery.Name, order.Delivery.Price),
            order.Total,
            order.Contact.Email,
            order.Language.Code == "it" ? "it" : "en",
            new Uri($"{pages.BaseUrl.AbsoluteUri.TrimEnd('/')}/thanks/{tokens.For(order.Id)}"),
            pages.BackToChat,
            Second(now + TimeToPay),
            order.Live);
        return ledger.Request(asked, now) is LedgerChange.Accepted requested
            ? new AttemptBegun(asked, requested.Ledger)
            : throw new InvalidOperationException($"The ledger of order {order.Number} takes no attempt {asked.Attempt}.");
    }

    /// <summary>Stripe has a page: show it, or close it when the shopper left meanwhile.</summary>
    public static AttemptOpened Opened(Order order, PaymentLedger ledger, SessionOpened answer, DateTimeOffset now)
    {
        ArgumentNullException.ThrowIfNull(order);
        ArgumentNullException.ThrowIfNull(ledger);
        ArgumentNullException.ThrowIfNull(answer);
        var known = ledger.Opened(answer, now) is LedgerChange.Accepted opened ? opened.Ledger : ledger;
        var wanted = order.State == OrderState.AwaitingPayment && !order.Has(OrderMarks.Cancelling)
            && known.Open.Any(attempt => attempt.Number == answer.Attempt);
        return wanted
            ? new AttemptOpened(known, answer.Url, null)
            : new AttemptOpened(known, null, new ExpireSession(order.Id, answer.SessionId));
    }

    /// <summary>The call for a page came to nothing, or the page does not exist: the attempt ends, and an order that was being cancelled is.</summary>
    public static Confirmed Failed(Order order, PaymentLedger ledger, CallFailed answer, DateTimeOffset now)
    {
        ArgumentNullException.ThrowIfNull(order);
        ArgumentNullException.ThrowIfNull(ledger);
        ArgumentNullException.ThrowIfNull(answer);
        var gone = answer is { Failure: CallFailure.NotFound, Session: { } session } ? ledger.AttemptOf(session) : null;
        if (gone is not null)
            return End(order, ledger, gone.Number, now);
        if (answer.Attempt is not { } number || ledger.Attempts.All(attempt => attempt.Number != number || attempt.SessionId is not null))
            return Confirmed.Nothing(ConfirmOutcome.StillOpen, order, ledger);
        return End(order, ledger, number, now);
    }

    /// <summary>Writes down that the open pages are to be closed for a new one.</summary>
    public static PaymentLedger Replace(PaymentLedger ledger, DateTimeOffset now)
    {
        ArgumentNullException.ThrowIfNull(ledger);
        foreach (var attempt in ledger.Open.Where(attempt => attempt.SessionId is not null))
        {
            var fact = new PaymentFact(PaymentFactKind.Replacing, attempt.SessionId!, attempt.Number, null, now, null, null);
            if (ledger.Add(fact) is LedgerChange.Accepted { Ledger: var told })
                ledger = told;
        }

        return ledger;
    }

    internal static Confirmed End(Order order, PaymentLedger ledger, int number, DateTimeOffset now)
    {
        var fact = new PaymentFact(PaymentFactKind.Abandoned, $"cs:{order.Id}:{number}", number, null, now, null, null);
        if (ledger.Add(fact) is not LedgerChange.Accepted { Ledger: var ended })
            return Confirmed.Nothing(ConfirmOutcome.AttemptClosed, order, ledger);
        return order.Has(OrderMarks.Cancelling) && ended.Open.Count == 0 && order.Close(now) is Move.Accepted { Order: var closed }
            ? new Confirmed(ConfirmOutcome.Cancelled, closed, ended, null, StockEffect.Release, null, true)
            : Confirmed.Nothing(ConfirmOutcome.AttemptClosed, order, ended) with { News = true };
    }

    /// <summary>Stripe counts in whole seconds; what is kept is what is sent.</summary>
    private static DateTimeOffset Second(DateTimeOffset at) => DateTimeOffset.FromUnixTimeSeconds(at.ToUnixTimeSeconds());
}
