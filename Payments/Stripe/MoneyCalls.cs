using Stripe;

namespace CommerceBot.Payments.Stripe;

/// <summary>The calls about money that has come: what the bank said, refunds, disputes. One HTTP request each.</summary>
internal sealed class MoneyCalls(StripeClient client)
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
        return new RefundsSeen(asked.Order, null, [MoneyReading.Of(made)]);
    }

    public async Task<PaymentAnswer> ReadAsync(ReadRefunds asked, CancellationToken cancellationToken)
    {
        var page = await _refunds.ListAsync(new RefundListOptions { PaymentIntent = asked.Payment, Limit = Most }, cancellationToken: cancellationToken);
        // Stripe lists the newest first; a ledger is told in the order in which things happened.
        return new RefundsSeen(asked.Order, asked.Payment, [.. page.Data.Select(MoneyReading.Of).Reverse()]);
    }

    public async Task<PaymentAnswer> ReadAsync(ReadDisputes asked, CancellationToken cancellationToken)
    {
        var page = await _disputes.ListAsync(new DisputeListOptions { PaymentIntent = asked.Payment, Limit = Most }, cancellationToken: cancellationToken);
        return new DisputesSeen(asked.Order, asked.Payment, [.. page.Data.Select(MoneyReading.Of).Reverse()]);
    }
}
