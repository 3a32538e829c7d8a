using Stripe;

namespace CommerceBot.Payments.Stripe;

/// <summary>The calls about money that has come: what the bank said, refunds, disputes. One HTTP request each.</summary>
internal sealed class MoneyCalls(StripeClient client, TimeProvider time)
{
    /// <summary>The most that Stripe lists at once; a payment has a handful.</summary>
    private const int Most = 100;

    private readonly PaymentIntentService _payments = new(client);
    private readonly RefundService _refunds = new(client);
    private readonly DisputeService _disputes = new(client);

    public async Task<PaymentAnswer> ReadAsync(ReadPayment asked, CancellationToken cancellationToken) =>
        new PaymentSeen(asked.Order, MoneyReading.Of(await _payments.GetAsync(asked.Payment, cancellationToken: cancellationToken)));

    public async Task<PaymentAnswer> RefundAsync(RefundPayment asked, CancellationToken cancellationToken)
    {
        var options = new RefundCreateOptions
        {
            PaymentIntent = asked.Payment,
            Amount = asked.Amount.Minor,
            Reason = asked.Cause == RefundCause.PaidTwice ? "duplicate" : "requested_by_customer",
            Metadata = new() { [MetadataNames.Order] = asked.Order.Value, [MetadataNames.Refund] = asked.Refund },
        };
        var made = await _refunds.CreateAsync(options, new RequestOptions { IdempotencyKey = asked.Key }, cancellationToken);
        return new RefundsSeen(asked.Order, null, [MoneyReading.Of(made)], time.GetUtcNow());
    }

    public async Task<PaymentAnswer> ReadAsync(ReadRefunds asked, CancellationToken cancellationToken)
    {
        // What is made while we read is not in what was read.
        var begun = time.GetUtcNow();
        var page = await _refunds.ListAsync(
            new RefundListOptions { PaymentIntent = asked.Payment, Limit = Most }, cancellationToken: cancellationToken);
        // A list that goes on is not all of them: from what is missing in it nothing follows.
        return new RefundsSeen(asked.Order, page.HasMore ? null : asked.Payment, InOrder(page.Data, MoneyReading.Of), begun);
    }

    public async Task<PaymentAnswer> ReadAsync(ReadDisputes asked, CancellationToken cancellationToken)
    {
        var begun = time.GetUtcNow();
        var page = await _disputes.ListAsync(
            new DisputeListOptions { PaymentIntent = asked.Payment, Limit = Most }, cancellationToken: cancellationToken);
        return new DisputesSeen(asked.Order, asked.Payment, InOrder(page.Data, MoneyReading.Of), begun);
    }

    /// <summary>Stripe lists the newest first; a ledger is told in the order in which things happened.</summary>
    private static List<TSeen> InOrder<T, TSeen>(List<T>? listed, Func<T, TSeen> read)
        where T : class =>
        [.. StripeErrors.Required(listed, "a list").Select(one => read(StripeErrors.Required(one, "one of a list"))).Reverse()];
}
