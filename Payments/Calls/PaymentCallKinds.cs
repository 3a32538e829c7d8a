namespace CommerceBot.Payments;

/// <summary>The names under which calls wait in the outbox; a stored name never changes its meaning.</summary>
public static class PaymentCallKinds
{
    /// <summary>An <see cref="OpenSession"/>.</summary>
    public const string Open = "payment.open";

    /// <summary>A <see cref="RefundPayment"/>.</summary>
    public const string Refund = "payment.refund";

    /// <summary>A <see cref="MerchantAlert"/>: no call to the gateway.</summary>
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

    /// <exception cref="ArgumentOutOfRangeException">A kind of call that has no name here.</exception>
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
