namespace CommerceBot.Payments;

/// <summary>The names under which calls wait in the outbox; a stored name never changes its meaning.</summary>
public static class PaymentCallKinds
{
    public const string Open = "stripe.open";
    public const string Refund = "stripe.refund";
    public const string Alert = "merchant.alert";

    private const string Expire = "stripe.expire";
    private const string Read = "stripe.read";
    private const string ReadPayment = "stripe.read-payment";
    private const string ReadRefunds = "stripe.read-refunds";
    private const string ReadDisputes = "stripe.read-disputes";

    /// <summary>All that go to Stripe.</summary>
    public static IReadOnlyCollection<string> All { get; } = [Open, Expire, Read, ReadPayment, Refund, ReadRefunds, ReadDisputes];

    public static string Of(PaymentCall asked) => asked switch
    {
        OpenSession => Open,
        ExpireSession => Expire,
        ReadSession => Read,
        Payments.ReadPayment => ReadPayment,
        RefundPayment => Refund,
        Payments.ReadRefunds => ReadRefunds,
        Payments.ReadDisputes => ReadDisputes,
        _ => throw new ArgumentOutOfRangeException(nameof(asked), asked, "A call without a name: add it to PaymentCallKinds."),
    };
}
