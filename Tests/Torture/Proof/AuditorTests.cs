using CommerceBot.Catalog;
using CommerceBot.Orders;
using CommerceBot.Payments;
using CommerceBot.Tests.Orders;
using CommerceBot.Tests.Torture.Audit;
using CommerceBot.Tests.EndToEnd;
using Xunit;
using static CommerceBot.Tests.Torture.QuietEnvironment;

namespace CommerceBot.Tests.Torture;

/// <summary>Each kind of difference is planted once: the auditor finds that kind and no other.</summary>
public sealed class AuditorTests
{
    private static readonly Dictionary<string, Func<Evidence, Evidence>> Plants = new()
    {
        [Kinds.ChargeOfNobody] = all => Charged(all, new ChargeSeen("ch_9", "pi_9", "a1b2c3d4e5f60718-9", 100, Paid: true)),
        [Kinds.ChargeUnsettled] = all => Sold(Changed(all, Paid with { State = OrderState.Cancelled }), Refunded),
        [Kinds.PaidWithoutCharge] = all => Succeeded(all, fact => fact with { Reference = "pi_9", Charge = "ch_9" }),
        [Kinds.AmountDiffers] = all => Succeeded(all, fact => fact with { Amount = Some.Eur(1) }),
        [Kinds.RefundDiffers] = all =>
            all with
            {
                Stripe = all.Stripe with { Refunds = [.. all.Stripe.Refunds, new RefundSeen("re_1", "ch_1", 100, "succeeded")] },
            },
        [Kinds.DisputeDiffers] = all =>
            all with
            {
                Stripe = all.Stripe with { Disputes = [new DisputeSeen("du_1", "ch_1", Paid.Total.Minor, "needs_response")] },
            },
        [Kinds.LedgerContradictsOrder] = all => Facts(all, Expired, facts => facts.Where(fact => fact.Kind != PaymentFactKind.Expired)),
        [Kinds.OrderUnsettled] = all => Changed(all, Expired with { State = OrderState.PaymentProcessing }),
        [Kinds.PageStillOpen] = all =>
            all with
            {
                Stripe = all.Stripe with
                {
                    Sessions = [.. all.Stripe.Sessions, new PageSeen("cs_9", "open", "unpaid", Paid.Id.Value, "", "")],
                },
            },
        [Kinds.ReceiptMissing] = all => Said(all, lines => lines.Where(line => line.Receipt != Paid.Number.Value)),
        [Kinds.ReceiptTwice] = all => Said(all, lines => lines.Append(Receipt(7, "m-5", Paid))),
        [Kinds.ReceiptUnearned] = all => Said(all, lines => lines.Append(Receipt(7, "m-5", Expired))),
        [Kinds.StockDiffers] = all => Sold(all, Refunded),
        [Kinds.Oversold] = all =>
            Stock(all with { Counted = new Dictionary<string, long> { [Tazza] = 3 } }, category => category with { OnHand = 3 }),
        [Kinds.ReservationOutlived] = all =>
            all with
            {
                Shop = all.Shop with { Reservations = [new SetAside(Expired.Id, new Sku(Tazza), 1)] },
            },
        [Kinds.Unanswered] = all => Said(all, lines => lines.Append(new LineSeen(7, false, null, "c'è nessuno?", null))),
        [Kinds.MessageTwice] = all => Said(all, lines => lines.Append(new LineSeen(7, true, "m-4", "Grazie a te!", null))),
        [Kinds.MailMissing] = all => all with { Mails = [.. all.Mails.Skip(1)] },
        [Kinds.MailTwice] = all => all with { Mails = [.. all.Mails, new MailSeen("d1-9-0@shop.example")] },
        [Kinds.Stuck] = all => all with { Stuck = [("bruno", "no page to pay on")] },
        [Kinds.NotQuiet] = all => all with { Shop = all.Shop with { Waiting = ["inbox 7, 1 tries"] } },
        [Kinds.DeadLetter] = all => all with { Shop = all.Shop with { DeadLetters = ["outbox 7: error 100"] } },
        [Kinds.CardLeaked] = all => all with { Leaks = [new Leak(Kinds.CardLeaked, "bot.log", "a card number", 1)] },
        [Kinds.SecretLeaked] = all => all with { Leaks = [new Leak(Kinds.SecretLeaked, "bot.log", "the app secret", 1)] },
        [Kinds.PersonLeaked] = all => all with { Leaks = [new Leak(Kinds.PersonLeaked, "commercebot.db-wal", "a phone number", 2)] },
    };

    public static TheoryData<string> Planted => [.. Plants.Keys];

    [Fact]
    public void Where_all_is_well_nothing_is_found() => Assert.Empty(Auditor.Audit(QuietEnvironment.Evidence));

    [Fact]
    public void Every_kind_of_difference_is_planted() => Assert.Equal(Kinds.All.Select(kind => kind.Kind).Order(), Plants.Keys.Order());

    [Theory, MemberData(nameof(Planted))]
    public void A_planted_difference_is_found_and_nothing_else(string kind) =>
        Assert.Equal([kind], Auditor.Audit(Plants[kind](QuietEnvironment.Evidence)).Select(difference => difference.Kind).Distinct());

    [Fact]
    public void A_second_charge_that_went_back_in_full_is_no_difference()
    {
        var twice = Charged(QuietEnvironment.Evidence, new ChargeSeen("ch_9", "pi_9", Paid.Id.Value, Paid.Total.Minor, Paid: true));
        var back = twice with
        {
            Stripe = twice.Stripe with
            {
                Refunds = [.. twice.Stripe.Refunds, new RefundSeen("re_9", "ch_9", Paid.Total.Minor, "succeeded")],
            },
        };
        var known = Facts(
            back, Paid,
            facts =>
                facts
                    .Append(Fact(PaymentFactKind.Succeeded, "pi_9", Paid.Total.Minor, "ch_9"))
                    .Append(Fact(PaymentFactKind.Refunded, "re_9", Paid.Total.Minor)));
        Assert.Empty(Auditor.Audit(known));
    }

    [Fact]
    public void A_second_charge_of_which_a_cent_was_kept_is_a_difference()
    {
        var twice = Charged(QuietEnvironment.Evidence, new ChargeSeen("ch_9", "pi_9", Paid.Id.Value, Paid.Total.Minor, Paid: true));
        var back = twice with
        {
            Stripe = twice.Stripe with
            {
                Refunds = [.. twice.Stripe.Refunds, new RefundSeen("re_9", "ch_9", Paid.Total.Minor - 1, "succeeded")],
            },
        };
        Assert.Contains(Auditor.Audit(back), difference => difference is { Kind: Kinds.ChargeUnsettled, About: "ch_9" });
    }

    [Fact]
    public void A_refund_that_failed_gave_nothing_back()
    {
        var failed = QuietEnvironment.Evidence with
        {
            Stripe = QuietEnvironment.Evidence.Stripe with { Refunds = [new RefundSeen("re_2", "ch_2", 500, "failed")] },
        };
        Assert.Equal(Kinds.RefundDiffers, Assert.Single(Auditor.Audit(failed)).Kind);
    }

    [Fact]
    public void A_paid_order_without_its_confirmation_is_a_difference()
    {
        var evidence = QuietEnvironment.Evidence;
        var lost = evidence.Shop.Mails.First(mail => mail is { Kind: "Confirmation" });
        var without = evidence with
        {
            Shop = evidence.Shop with { Mails = [.. evidence.Shop.Mails.Where(mail => mail != lost)] },
            Mails = [.. evidence.Mails.Where(mail => !mail.MessageId.StartsWith($"{lost.Id}@", StringComparison.Ordinal))],
        };
        Assert.Equal(Kinds.MailMissing, Assert.Single(Auditor.Audit(without)).Kind);
    }

    private static Evidence Charged(Evidence all, ChargeSeen charge) =>
        all with
        {
            Stripe = all.Stripe with { Charges = [.. all.Stripe.Charges, charge] },
        };

    private static Evidence Changed(Evidence all, Order order) =>
        all with { Shop = all.Shop with { Orders = [.. all.Shop.Orders.Select(kept => kept.Id == order.Id ? order : kept)] } };

    private static Evidence Facts(Evidence all, Order order, Func<IEnumerable<PaymentFact>, IEnumerable<PaymentFact>> change)
    {
        var ledger = all.Shop.Payments[order.Id];
        return all with
        {
            Shop = all.Shop with
            {
                Payments = new Dictionary<OrderId, PaymentLedger>(all.Shop.Payments)
                {
                    [order.Id] = ledger with { Facts = [.. change(ledger.Facts)] },
                },
            },
        };
    }

    private static Evidence Succeeded(Evidence all, Func<PaymentFact, PaymentFact> change) =>
        Facts(all, Paid, facts => facts.Select(fact => fact.Kind == PaymentFactKind.Succeeded ? change(fact) : fact));

    private static Evidence Said(Evidence all, Func<IEnumerable<LineSeen>, IEnumerable<LineSeen>> change) =>
        all with { Chats = [.. all.Chats.Select(chat => chat with { Lines = [.. change(chat.Lines)] })] };

    /// <summary>Only this order has its pieces, and the stock knows it.</summary>
    private static Evidence Sold(Evidence all, Order only) =>
        Stock(
            all with
            {
                Shop = all.Shop with { Sales = [.. all.Shop.Sales.Where(sale => sale.Order == only.Id)] },
            },
            category => category with { Allocated = 2 }
        );

    private static Evidence Stock(Evidence all, Func<StoredStock, StoredStock> change) =>
        all with
        {
            Shop = all.Shop with
            {
                Stock = new Dictionary<Sku, StoredStock> { [new Sku(Tazza)] = change(all.Shop.Stock[new Sku(Tazza)]) },
            },
        };
}
