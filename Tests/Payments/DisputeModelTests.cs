using CommerceBot.Orders;
using CommerceBot.Payments;
using CommerceBot.Tests.Orders;
using CsCheck;
using Xunit;

namespace CommerceBot.Tests.Payments;

/// <summary>
/// A naive gateway whose dispute takes any status after any other, appeals and new words included, beside our decisions: what
/// we read may be late and repeated, and the merchant ships, cancels and refunds in between. In the end its last word holds.
/// </summary>
public sealed class DisputeModelTests
{
    private static readonly DisputeStatus[] Statuses = Enum.GetValues<DisputeStatus>();

    [Fact]
    public void The_last_word_on_a_dispute_decides_whatever_came_before()
    {
        var act = Gen.Select(Gen.Int[0, 9], Gen.Int[0, Statuses.Length - 1], Gen.Int[0, 3]);
        act.Array[0, 30].Sample(acts =>
        {
            var model = new DisputeModel();
            foreach (var (verb, status, back) in acts)
            {
                if (verb <= 2)
                    model.Turn(Statuses[status]);
                else if (verb <= 5)
                    model.Read(back);
                else if (verb == 6)
                    model.Ship();
                else if (verb == 7)
                    model.Refund();
                else
                    model.Carry();
            }

            model.Settle();
            model.Agree();
        }, iter: 5000);
    }

    private sealed class DisputeModel
    {
        private static readonly long Total = Some.Order().Total.Minor;
        private readonly List<DisputeStatus> _history = [];
        private readonly Queue<PaymentCall> _calls = new();
        private readonly List<RefundSnapshot> _refunds = [];
        private Order _order = Some.Order(OrderState.Paid);
        private PaymentLedger _ledger;
        private int _restocked;
        private bool _shipped;

        public DisputeModel() => _ledger = Assert.IsType<LedgerChange.Accepted>(PaymentLedger.Empty(_order.Id)
            .Add(new PaymentFact(PaymentFactKind.Succeeded, "pi_1", 1, _order.Total, Some.Noon, "ch_1", null))).Ledger;

        private DisputeStatus? Last => _history.Count == 0 ? null : _history[^1];

        private bool IsOpen => Last is DisputeStatus.NeedsResponse or DisputeStatus.UnderReview or DisputeStatus.Unknown;

        private long GivenBack => _refunds.Sum(refund => refund.Amount.Minor);

        /// <summary>Banks dispute what is left of a payment; what all went back is disputed by nobody.</summary>
        public void Turn(DisputeStatus next)
        {
            if (_history.Count > 0 || GivenBack == 0)
                _history.Add(next);
        }

        /// <summary>The list as it was some turns ago. One of long ago was read long ago, however late it is heard.</summary>
        public void Read(int back)
        {
            if (_history.Count == 0)
                return;
            var at = Math.Max(0, _history.Count - 1 - back);
            var shown = new DisputeSnapshot("dp_1", _history[at], Some.Eur(Total), "pi_1", "ch_1", $"{_history[at]}");
            var before = _ledger;
            Follow(Pay.Hear(_order, _ledger, new DisputesSeen(_order.Id, "pi_1", [shown], Some.Noon.AddMinutes(at))));
            Assert.True(ReferenceEquals(before, _ledger) || _ledger.Disputes[0].ReadAt >= (before.Disputes.Count == 0 ? default
                : before.Disputes[0].ReadAt));
        }

        public void Ship()
        {
            if (_order.Ship(null, Some.Noon) is not TransitionResult.Accepted { Order: var shipped })
                return;
            Assert.False(_order.Has(OrderFlags.Disputed));
            (_order, _shipped) = (shipped, true);
        }

        public void Refund() => Follow(Pay.Refund(_order, _ledger, new RefundRequest.Everything()));

        /// <summary>The gateway refuses to refund what is disputed or gone, and does the same refund once.</summary>
        public void Carry()
        {
            if (!_calls.TryDequeue(out var call))
                return;
            if (call is not RefundPayment refund)
            {
                Follow(Pay.Hear(_order, _ledger, new RefundsSeen(_order.Id, "pi_1", [.. _refunds], Some.Noon)));
                return;
            }

            if (IsOpen || Last == DisputeStatus.Lost || GivenBack + refund.Amount.Minor > Total)
            {
                Follow(Pay.Hear(_order, _ledger, CallFailed.Of(refund, CallFailure.BadRequest, "")));
                return;
            }

            var made = new RefundSnapshot($"re_{_refunds.Count}", RefundStatus.Succeeded, refund.Amount, "pi_1", "ch_1",
                refund.Refund, null);
            _refunds.Add(made);
            Follow(Pay.Hear(_order, _ledger, new RefundsSeen(_order.Id, null, [made], Some.Noon)));
        }

        public void Settle()
        {
            for (var round = 0; round < 3; round++)
            {
                Read(0);
                while (_calls.Count > 0)
                    Carry();
            }
        }

        public void Agree()
        {
            Assert.Equal(IsOpen, _ledger.State == PaymentState.Disputed);
            Assert.Equal(IsOpen, _order.Has(OrderFlags.Disputed));
            Assert.Equal(GivenBack + (Last == DisputeStatus.Lost ? Total : 0), _ledger.GivenBack!.Value.Minor);
            Assert.True(GivenBack <= Total);
            Assert.Equal(_order.State == OrderState.Cancelled ? 1 : 0, _restocked);
            if (Last == DisputeStatus.Lost && !_shipped)
                Assert.Equal(OrderState.Cancelled, _order.State);
            // Nobody keeps the money of an order that is not sent: it went back, or the bank has it or decides, or a person was called.
            if (_order.State == OrderState.Cancelled && !IsOpen && GivenBack < Total && Last != DisputeStatus.Lost)
                Assert.True(_order.Has(OrderFlags.RefundStuck), $"{_ledger.State}, {_order.Flags}, {string.Join(' ', _history)}");
        }

        private void Follow(PaymentDecision decision)
        {
            _restocked += decision.Stock is StockEffect.Restock ? 1 : 0;
            foreach (var call in decision.Calls.Where(call => call is RefundPayment or ReadRefunds))
                _calls.Enqueue(call);
            (_order, _ledger) = (decision.Order, decision.Ledger);
        }
    }
}
