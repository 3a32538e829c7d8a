using CommerceBot.Catalog;
using CommerceBot.Orders;
using CommerceBot.Payments;
using CommerceBot.Tests.Orders;
using CommerceBot.Tests.Torture.Audit;
using CommerceBot.Tests.EndToEnd;

namespace CommerceBot.Tests.Torture;

/// <summary>
/// A small shop in which all is well: one paid order with its charge, receipt and pieces, one paid order of which a
/// part went back, and one order that ran out. Each test breaks one thing of it.
/// </summary>
internal static class QuietEnvironment
{
    public const string Tazza = "mug-1";
    public const string Anna = "5678";

    private static readonly long Noon = Some.Noon.ToUnixTimeMilliseconds();

    public static Order Paid { get; } = Some.Order("a1b2c3d4e5f60718-1") with { State = OrderState.Paid };

    public static Order Refunded { get; } = Some.Order("a1b2c3d4e5f60718-2") with { State = OrderState.Shipped };

    public static Order Expired { get; } = Some.Order("a1b2c3d4e5f60718-3") with { State = OrderState.Expired };

    public static Evidence Evidence { get; } = new(Shop(), Stripe(), new Dictionary<string, long> { [Tazza] = 7 }, [Chat()],
        [.. Mails.Select(mail => new MailSeen($"{mail.Id}@shop.example"))], [], []);

    public static PaymentFact Fact(PaymentFactKind kind, string reference, long? cents = null, string? charge = null) =>
        new(kind, reference, 1, cents is { } amount ? Some.Eur(amount) : null, Some.Noon, charge, null);

    public static LineSeen Receipt(long seq, string id, Order order) => new(seq, true, id, "", order.Number.Value);

    private static StoredMail[] Mails =>
    [
        .. new[] { Paid, Refunded }.SelectMany(
            order => new[] { "Confirmation", "merchant.Paid" },
            (order, kind) => new StoredMail(order.Id, kind, 1, $"d1-{order.Id.Value[^1]}-{kind.Length}", true)),
    ];

    private static StoredOrders Shop() =>
        new(
            [Paid, Refunded, Expired],
            new[]
            {
                Ledger(Paid, Fact(PaymentFactKind.Succeeded, "pi_1", Paid.Total.Minor, "ch_1")),
                Ledger(
                    Refunded, Fact(PaymentFactKind.Succeeded, "pi_2", Refunded.Total.Minor, "ch_2"),
                    Fact(PaymentFactKind.Refunded, "re_2", 500)),
                Ledger(Expired, Fact(PaymentFactKind.Expired, "cs_3")),
            }.ToDictionary(ledger => ledger.Order),
            new Dictionary<Sku, StoredStock> { [new Sku(Tazza)] = new(7, 4, Noon) },
            [new StoredSale(Paid.Id, new Sku(Tazza), 2, Noon + 1), new StoredSale(Refunded.Id, new Sku(Tazza), 2, Noon + 2)],
            [],
            Mails,
            [],
            []);

    private static PaymentLedger Ledger(Order order, params PaymentFact[] facts) =>
        new(
            order.Id,
            [new PaymentAttempt(1, Some.Noon, Some.Noon.AddHours(1), "cs_" + order.Id.Value[^1], null)],
            [Fact(PaymentFactKind.Requested, $"cs:{order.Id}:1"), .. facts],
            1);

    private static StripeRecords Stripe() =>
        new(
            [
                new("cs_1", "complete", "paid", Paid.Id.Value, "", "pi_1"),
                new("cs_2", "complete", "paid", Refunded.Id.Value, "", "pi_2"),
                new("cs_3", "expired", "unpaid", Expired.Id.Value, "", ""),
            ],
            [
                new("ch_0", "pi_1", Paid.Id.Value, Paid.Total.Minor, Paid: false),
                new("ch_1", "pi_1", Paid.Id.Value, Paid.Total.Minor, Paid: true),
                new("ch_2", "pi_2", Refunded.Id.Value, Refunded.Total.Minor, Paid: true),
            ],
            [new("re_2", "ch_2", 500, "succeeded")],
            [],
            new HashSet<string>(), Undelivered: 0);

    private static ChatSeen Chat() => new("anna", Anna,
    [
        new(1, false, null, "ciao", null), new(2, true, "m-1", "Ciao!", null), Receipt(3, "m-2", Paid), Receipt(4, "m-3", Refunded),
        new(5, false, null, "grazie", null), new(6, true, "m-4", "Grazie a te!", null),
    ]);
}
