using CommerceBot.Orders;
using CommerceBot.Payments;
using CommerceBot.Tests.Orders;
using CsCheck;
using Xunit;

namespace CommerceBot.Tests.Payments;

/// <summary>
/// A naive Stripe with one payment beside our ledger: the merchant and the dashboard give back, banks take their time, send
/// back and dispute, answers are lost, and what we read is late, repeated and out of order. In the end both sides say the
/// same, nothing went back twice, and nothing ships whose money is gone.
/// </summary>
public sealed class RefundModelTests
{
    [Fact]
    public void Our_ledger_ends_as_Stripes_does()
    {
        var act = Gen.Select(Gen.Int[0, 9], Gen.Int[0, 3], Gen.Long[1, 2500]);
        act.Array[0, 40].Sample(acts =>
        {
            var stripe = new NaiveGateway();
            var shop = new Shop(stripe);
            foreach (var (verb, which, amount) in acts)
            {
                switch (verb)
                {
                    case 0: shop.Refund(new RefundRequest.Amount(Some.Eur(amount)), which); break;
                    case 1: shop.Refund(which == 0 ? new RefundRequest.Everything()
                        : new RefundRequest.Pieces([new StockLine(new("mug-1"), 1)], which == 1), which); break;
                    case 2: stripe.Refund(amount, null); break;
                    case 3: stripe.Settle(which, RefundStatus.Succeeded); break;
                    case 4: stripe.Settle(which, RefundStatus.Failed); break;
                    case 5: stripe.Dispute(); break;
                    case 6: stripe.Close(which % 2 == 0 ? DisputeStatus.Won : DisputeStatus.Lost); break;
                    case 7: shop.Carry(which); break;
                    case 8: shop.Look(back: which); break;
                    default: shop.LookAtDisputes(); break;
                }
            }

            shop.Settle();
            Agree(stripe, shop);
        }, iter: 5000);
    }

    private static void Agree(NaiveGateway stripe, Shop shop)
    {
        Assert.Equal(stripe.GivenBack + stripe.TakenBack, shop.Ledger.GivenBack!.Value.Minor);
        Assert.True(stripe.GivenBack <= NaiveGateway.Total);
        Assert.Equal(stripe.IsDisputed, shop.Ledger.State == PaymentState.Disputed);
        Assert.Equal(stripe.IsDisputed, shop.Order.Has(OrderFlags.Disputed));
        if (!stripe.IsDisputed)
            Assert.Equal(Expected(stripe), shop.Ledger.State);
        if (stripe.GivenBack + stripe.TakenBack >= NaiveGateway.Total && !stripe.IsDisputed)
            Assert.Equal(OrderState.Cancelled, shop.Order.State);
        // An order that was called off gave its goods back once, and its money is back or a person was called.
        Assert.Equal(shop.Order.State == OrderState.Cancelled ? 1 : 0, shop.TimesCalledOff);
        Assert.True(
            stripe.Refunds.Where(refund => refund is { Ours: not null, Status: not RefundStatus.Failed }).Sum(refund => refund.Amount.Minor)
                <= shop.Meant,
            "more went back than was meant to");
        Assert.All(stripe.Refunds.GroupBy(refund => refund.Ours).Where(group => group.Key is not null), same => Assert.Single(same));
        Assert.Equal(shop.Ledger.IsStuck(), shop.Order.Has(OrderFlags.RefundStuck));
    }

    private static PaymentState Expected(NaiveGateway stripe) => (stripe.GivenBack + stripe.TakenBack) switch
    {
        0 => PaymentState.Paid,
        var back when back >= NaiveGateway.Total => PaymentState.Refunded,
        _ => PaymentState.PartlyRefunded,
    };

    private sealed class NaiveGateway
    {
        private readonly List<List<RefundSnapshot>> _history = [[]];
        private DisputeStatus? _dispute;

        public static long Total => Some.Order().Total.Minor;

        public IReadOnlyList<RefundSnapshot> Refunds => _history[^1];

        public long GivenBack => Refunds.Where(refund => refund.Status == RefundStatus.Succeeded).Sum(refund => refund.Amount.Minor);

        public long TakenBack => _dispute == DisputeStatus.Lost ? Total : 0;

        public bool IsDisputed => _dispute == DisputeStatus.UnderReview;

        public IReadOnlyList<DisputeSnapshot> Disputes =>
            _dispute is { } status ? [new DisputeSnapshot("du_1", status, Some.Eur(Total), "pi_1", "ch_1")] : [];

        /// <summary>Null when Stripe refuses: too much, or disputed.</summary>
        public RefundSnapshot? Refund(long amount, string? ours)
        {
            // The key is replayed: the same refund again is the same answer.
            if (ours is not null && Refunds.FirstOrDefault(refund => refund.Ours == ours) is { } before)
                return before;
            var live = Refunds
                .Where(refund => refund.Status is RefundStatus.Succeeded or RefundStatus.Pending)
                .Sum(refund => refund.Amount.Minor);
            if (_dispute is not null || live + amount > Total)
                return null;
            var made = new RefundSnapshot($"re_{Refunds.Count}", RefundStatus.Pending, Some.Eur(amount), "pi_1", "ch_1", ours, null);
            _history.Add([.. Refunds, made]);
            return made;
        }

        /// <summary>A bank may send back what was done; what failed is over.</summary>
        public void Settle(int which, RefundStatus status)
        {
            if (which < Refunds.Count && Refunds[which].Status != RefundStatus.Failed && _dispute is null)
                _history.Add([.. Refunds.Select((refund, at) => at == which ? refund with { Status = status } : refund)]);
        }

        /// <summary>Only what is all there is disputed, to keep the model naive.</summary>
        public void Dispute()
        {
            if (_dispute is null && Refunds.All(refund => refund.Status == RefundStatus.Failed))
                _dispute = DisputeStatus.UnderReview;
        }

        public void Close(DisputeStatus status)
        {
            if (_dispute == DisputeStatus.UnderReview)
                _dispute = status;
        }

        public IReadOnlyList<RefundSnapshot> Past(int back) => _history[Math.Max(0, _history.Count - 1 - back)];
    }

    private sealed class Shop
    {
        private readonly NaiveGateway _stripe;
        private readonly Queue<PaymentCall> _calls = new();

        public Shop(NaiveGateway stripe)
        {
            _stripe = stripe;
            Order = Some.Order(OrderState.Paid);
            Ledger = Assert.IsType<LedgerChange.Accepted>(PaymentLedger.Empty(Order.Id)
                .Add(new PaymentFact(PaymentFactKind.Succeeded, "pi_1", 1, Order.Total, Some.Noon, "ch_1", null))).Ledger;
        }

        public Order Order { get; private set; }

        public PaymentLedger Ledger { get; private set; }

        /// <summary>All that the merchant wanted to give back.</summary>
        public long Meant { get; private set; }

        public int TimesCalledOff { get; private set; }

        public void Refund(RefundRequest request, int which)
        {
            var asked = Pay.Refund(Order, Ledger, request, restock: which % 2 == 0);
            Meant += asked.RefundOf()?.Amount.Minor ?? 0;
            Follow(asked);
        }

        /// <summary>
        /// Carries out the next call: 0 done and answered, 1 done and nobody knows, 2 not done and nobody knows, 3 done
        /// and the answer lost, so it is asked again.
        /// </summary>
        public void Carry(int fate)
        {
            if (!_calls.TryDequeue(out var call))
                return;
            if (call is not RefundPayment refund)
            {
                Look(0);
                return;
            }

            var made = fate == 2 ? null : _stripe.Refund(refund.Amount.Minor, refund.Refund);
            if (fate == 3)
                made = _stripe.Refund(refund.Amount.Minor, refund.Refund);
            if (fate is 1 or 2)
                Follow(Pay.Hear(Order, Ledger, CallFailed.Of(refund, CallFailure.GaveUp, "")));
            else if (made is null)
                Follow(Pay.Hear(Order, Ledger, CallFailed.Of(refund, CallFailure.BadRequest, "")));
            else
                Follow(Pay.Hear(Order, Ledger, new RefundsSeen(Order.Id, null, [made], Some.Noon)));
        }

        /// <summary>Reads the list. A list of long ago comes as one of several answers and is never the whole of what is.</summary>
        public void Look(int back) =>
            Follow(Pay.Hear(Order, Ledger, new RefundsSeen(Order.Id, back == 0 ? "pi_1" : null, _stripe.Past(back), Some.Noon)));

        public void LookAtDisputes() => Follow(Pay.Hear(Order, Ledger, new DisputesSeen(Order.Id, "pi_1", _stripe.Disputes, Some.Noon)));

        public void Settle()
        {
            while (_calls.Count > 0)
                Carry(0);
            Look(0);
            LookAtDisputes();
            while (_calls.Count > 0)
                Carry(0);
            Look(0);
        }

        private void Follow(PaymentDecision seen)
        {
            TimesCalledOff += seen.Order.State == OrderState.Cancelled && Order.State != OrderState.Cancelled ? 1 : 0;
            (Order, Ledger) = (seen.Order, seen.Ledger);
            foreach (var call in seen.Calls)
                _calls.Enqueue(call);
        }
    }
}
