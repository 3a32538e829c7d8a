namespace CommerceBot.Tests.Torture.Audit;

/// <summary>Something that should not be so.</summary>
/// <param name="Kind">One of <see cref="Kinds"/>.</param>
/// <param name="About">The id to look for: an order, a charge, a shopper, a file.</param>
internal sealed record Difference(string Kind, string About, string What)
{
    public override string ToString() => $"{Kind}: {About}: {What}";
}

/// <summary>Every kind of difference that the auditor can find.</summary>
internal static class Kinds
{
    public const string ChargeOfNobody = "charge-of-nobody";
    public const string ChargeUnsettled = "charge-unsettled";
    public const string PaidWithoutCharge = "paid-without-charge";
    public const string AmountDiffers = "amount-differs";
    public const string RefundDiffers = "refund-differs";
    public const string DisputeDiffers = "dispute-differs";
    public const string LedgerContradictsOrder = "ledger-contradicts-order";
    public const string OrderUnsettled = "order-unsettled";
    public const string PageStillOpen = "page-still-open";
    public const string ReceiptMissing = "receipt-missing";
    public const string ReceiptTwice = "receipt-twice";
    public const string ReceiptUnearned = "receipt-unearned";
    public const string StockDiffers = "stock-differs";
    public const string Oversold = "oversold";
    public const string ReservationOutlived = "reservation-outlived";
    public const string Unanswered = "unanswered";
    public const string MessageTwice = "message-twice";
    public const string MailMissing = "mail-missing";
    public const string MailTwice = "mail-twice";
    public const string Stuck = "stuck";
    public const string NotQuiet = "not-quiet";
    public const string DeadLetter = "dead-letter";
    public const string CardLeaked = "card-leaked";
    public const string SecretLeaked = "secret-leaked";
    public const string PersonLeaked = "person-leaked";

    /// <summary>Each with what it means, in the order in which they are told.</summary>
    public static IReadOnlyList<(string Kind, string Means)> All { get; } =
    [
        (ChargeOfNobody, "Stripe took money for an order that is not here"),
        (ChargeUnsettled, "Stripe took money that neither pays an order nor went back in full"),
        (PaidWithoutCharge, "an order is paid and Stripe took nothing for it"),
        (AmountDiffers, "Stripe took another sum than the order or its ledger says"),
        (RefundDiffers, "Stripe gave back another sum than the ledger says"),
        (DisputeDiffers, "Stripe and the ledger do not know the same disputes"),
        (LedgerContradictsOrder, "an order's state and the sum of its payment facts exclude each other"),
        (OrderUnsettled, "an order still waits although nothing can happen to it any more"),
        (PageStillOpen, "a page to pay on is open for an order that does not wait for it"),
        (ReceiptMissing, "a paid order whose shopper has no receipt"),
        (ReceiptTwice, "a shopper with two receipts of one order"),
        (ReceiptUnearned, "a receipt of an order that was never paid"),
        (StockDiffers, "the pieces counted as sold are not those of the paid orders"),
        (Oversold, "more pieces are sold and set aside than there are"),
        (ReservationOutlived, "pieces are set aside for an order that does not wait for its payment"),
        (Unanswered, "a shopper's last words have no answer"),
        (MessageTwice, "a message reached a shopper twice"),
        (MailMissing, "a mail that was sent never arrived, or a paid order has none"),
        (MailTwice, "a mail arrived under a Message-Id that is not its own"),
        (Stuck, "a shopper did not come to an end in time"),
        (NotQuiet, "work was left over after everything had been let run"),
        (DeadLetter, "a row was given up"),
        (CardLeaked, "a card number stands in a file of the shop's"),
        (SecretLeaked, "a token or key stands in a file of the shop's where it does not belong"),
        (PersonLeaked, "a name, address, phone number or e-mail stands in clear in a file of the shop's"),
    ];
}
