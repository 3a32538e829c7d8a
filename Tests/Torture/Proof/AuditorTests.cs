using CommerceBot.Catalog;
using CommerceBot.Orders;
using CommerceBot.Payments;
using CommerceBot.Tests.Orders;
using CommerceBot.Tests.Torture.Audit;
using CommerceBot.Tests.Town;
using Xunit;
using static CommerceBot.Tests.Torture.QuietWorld;

namespace CommerceBot.Tests.Torture;

/// <summary>Each kind of difference is planted once: the auditor finds that kind and no other.</summary>
public sealed class AuditorTests
{
    private static readonly Dictionary<string, Func<Evidence, Evidence>> Plants = new()
    {
        [Kinds.ChargeOfNobody] = world => Charged(world, new ChargeSeen("ch_9", "pi_9", "a1b2c3d4e5f60718-9", 100, Paid: true)),
        [Kinds.ChargeUnsettled] = world => Sold(Changed(world, Paid with { State = OrderState.Cancelled }), Refunded),
        [Kinds.PaidWithoutCharge] = world => Succeeded(world, fact => fact with { Reference = "pi_9", Charge = "ch_9" }),
        [Kinds.AmountDiffers] = world => Succeeded(world, fact => fact with { Amount = Some.Eur(1) }),
        [Kinds.RefundDiffers] = world => world with { Stripe = world.Stripe with { Refunds = [.. world.Stripe.Refunds, new RefundSeen("re_1", "ch_1", 100, "succeeded")] } },
        [Kinds.DisputeDiffers] = world => world with { Stripe = world.Stripe with { Disputes = [new DisputeSeen("du_1", "ch_1", Paid.Total.Minor, "needs_response")] } },
        [Kinds.LedgerContradictsOrder] = world => Facts(world, Expired, facts => facts.Where(fact => fact.Kind != PaymentFactKind.Expired)),
        [Kinds.OrderUnsettled] = world => Changed(world, Expired with { State = OrderState.PaymentProcessing }),
        [Kinds.PageStillOpen] = world => world with { Stripe = world.Stripe with { Sessions = [.. world.Stripe.Sessions, new PageSeen("cs_9", "open", "unpaid", Paid.Id.Value, "", "")] } },
        [Kinds.ReceiptMissing] = world => Said(world, lines => lines.Where(line => line.Receipt != Paid.Number.Value)),
        [Kinds.ReceiptTwice] = world => Said(world, lines => lines.Append(Receipt(7, "m-5", Paid))),
        [Kinds.ReceiptUnearned] = world => Said(world, lines => lines.Append(Receipt(7, "m-5", Expired))),
        [Kinds.StockDiffers] = world => Sold(world, Refunded),
        [Kinds.Oversold] = world => Shelf(world with { Counted = new Dictionary<string, long> { [Tazza] = 3 } }, shelf => shelf with { OnHand = 3 }),
        [Kinds.ReservationOutlived] = world => world with { Shop = world.Shop with { Reservations = [new SetAside(Expired.Id, new Sku(Tazza), 1)] } },
        [Kinds.Unanswered] = world => Said(world, lines => lines.Append(new LineSeen(7, false, null, "c'è nessuno?", null))),
        [Kinds.MessageTwice] = world => Said(world, lines => lines.Append(new LineSeen(7, true, "m-4", "Grazie a te!", null))),
        [Kinds.Stuck] = world => world with { Stuck = [("bruno", "no page to pay on")] },
        [Kinds.NotQuiet] = world => world with { Shop = world.Shop with { Waiting = ["inbox 7, 1 tries"] } },
        [Kinds.DeadLetter] = world => world with { Shop = world.Shop with { DeadLetters = ["outbox 7: error 100"] } },
        [Kinds.CardLeaked] = world => world with { Leaks = [new Leak(Kinds.CardLeaked, "bot.log", "a card number", 1)] },
        [Kinds.SecretLeaked] = world => world with { Leaks = [new Leak(Kinds.SecretLeaked, "bot.log", "the app secret", 1)] },
        [Kinds.PersonLeaked] = world => world with { Leaks = [new Leak(Kinds.PersonLeaked, "commercebot.db-wal", "a phone number", 2)] },
    };

    public static TheoryData<string> Planted => [.. Plants.Keys];

    [Fact]
    public void Where_all_is_well_nothing_is_found() => Assert.Empty(Auditor.Audit(QuietWorld.Evidence));

    [Fact]
    public void Every_kind_of_difference_is_planted() => Assert.Equal(Kinds.All.Select(kind => kind.Kind).Order(), Plants.Keys.Order());

    [Theory, MemberData(nameof(Planted))]
    public void A_planted_difference_is_found_and_nothing_else(string kind) =>
        Assert.Equal([kind], Auditor.Audit(Plants[kind](QuietWorld.Evidence)).Select(difference => difference.Kind).Distinct());

    [Fact]
    public void A_second_charge_that_went_back_in_full_is_no_difference()
    {
        var twice = Charged(QuietWorld.Evidence, new ChargeSeen("ch_9", "pi_9", Paid.Id.Value, Paid.Total.Minor, Paid: true));
        var back = twice with { Stripe = twice.Stripe with { Refunds = [.. twice.Stripe.Refunds, new RefundSeen("re_9", "ch_9", Paid.Total.Minor, "succeeded")] } };
        var known = Facts(back, Paid, facts => facts.Append(Fact(PaymentFactKind.Succeeded, "pi_9", Paid.Total.Minor, "ch_9")).Append(Fact(PaymentFactKind.Refunded, "re_9", Paid.Total.Minor)));
        Assert.Empty(Auditor.Audit(known));
    }

    [Fact]
    public void A_second_charge_of_which_a_cent_was_kept_is_a_difference()
    {
        var twice = Charged(QuietWorld.Evidence, new ChargeSeen("ch_9", "pi_9", Paid.Id.Value, Paid.Total.Minor, Paid: true));
        var back = twice with { Stripe = twice.Stripe with { Refunds = [.. twice.Stripe.Refunds, new RefundSeen("re_9", "ch_9", Paid.Total.Minor - 1, "succeeded")] } };
        Assert.Contains(Auditor.Audit(back), difference => difference is { Kind: Kinds.ChargeUnsettled, About: "ch_9" });
    }

    [Fact]
    public void A_refund_that_failed_gave_nothing_back()
    {
        var failed = QuietWorld.Evidence with { Stripe = QuietWorld.Evidence.Stripe with { Refunds = [new RefundSeen("re_2", "ch_2", 500, "failed")] } };
        Assert.Equal(Kinds.RefundDiffers, Assert.Single(Auditor.Audit(failed)).Kind);
    }

    private static Evidence Charged(Evidence world, ChargeSeen charge) => world with { Stripe = world.Stripe with { Charges = [.. world.Stripe.Charges, charge] } };

    private static Evidence Changed(Evidence world, Order order) =>
        world with { Shop = world.Shop with { Orders = [.. world.Shop.Orders.Select(kept => kept.Id == order.Id ? order : kept)] } };

    private static Evidence Facts(Evidence world, Order order, Func<IEnumerable<PaymentFact>, IEnumerable<PaymentFact>> change)
    {
        var ledger = world.Shop.Payments[order.Id];
        return world with { Shop = world.Shop with { Payments = new Dictionary<OrderId, PaymentLedger>(world.Shop.Payments) { [order.Id] = ledger with { Facts = [.. change(ledger.Facts)] } } } };
    }

    private static Evidence Succeeded(Evidence world, Func<PaymentFact, PaymentFact> change) =>
        Facts(world, Paid, facts => facts.Select(fact => fact.Kind == PaymentFactKind.Succeeded ? change(fact) : fact));

    private static Evidence Said(Evidence world, Func<IEnumerable<LineSeen>, IEnumerable<LineSeen>> change) =>
        world with { Chats = [.. world.Chats.Select(chat => chat with { Lines = [.. change(chat.Lines)] })] };

    /// <summary>Only this order has its pieces, and the shelf knows it.</summary>
    private static Evidence Sold(Evidence world, Order only) =>
        Shelf(world with { Shop = world.Shop with { Sales = [.. world.Shop.Sales.Where(sale => sale.Order == only.Id)] } }, shelf => shelf with { Allocated = 2 });

    private static Evidence Shelf(Evidence world, Func<ShelfKept, ShelfKept> change) =>
        world with { Shop = world.Shop with { Stock = new Dictionary<Sku, ShelfKept> { [new Sku(Tazza)] = change(world.Shop.Stock[new Sku(Tazza)]) } } };
}
