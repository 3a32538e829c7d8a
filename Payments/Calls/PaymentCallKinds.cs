namespace CommerceBot.Payments;

/// <summary>The names under which calls wait in the outbox; a stored name never changes its meaning.</summary>
public static class PaymentCallKinds
{
    public const string Open = "payment.open";
    public const string Refund = "payment.refund";
    public const string Alert = "merchant.alert";

    private const string Expire = "payment.expire";
    private const string Read = "payment.read";
    private const string ReadPayment = "payment.read-payment";
    private const string ReadRefunds = "payment.read-refunds";
    private const string ReadDisputes = "payment.read-disputes";

    /// <summary>All that go to the payment gateway.</summary>
    public static IReadOnlyCollection<string> All { get; } = [Open, Expire, Read, ReadPayment, Refund, ReadRefunds, ReadDisputes];

    /// <summary>Those that move money or lead to it (<see cref="IMoneyCall"/>): none is made again just because somebody says so.</summary>
    public static IReadOnlyCollection<string> OfMoney { get; } = [Open, Refund];

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
