using CommerceBot.Orders;
using CommerceBot.Payments;
using CommerceBot.Tests.Orders;
using CsCheck;
using Xunit;

namespace CommerceBot.Tests.Payments;

/// <summary>
/// A naive gateway with three sessions of one order beside our decisions: what we read may be late, repeated and out of
/// order, and cancels come at any time. In the end the money must be where the naive gateway says it is.
/// </summary>
public sealed class ConfirmationModelTests
{
    private const int Sessions = 3;

    [Fact]
    public void Money_is_never_lost_and_never_pays_twice()
    {
        var act = Gen.Select(Gen.Int[0, 5], Gen.Int[1, Sessions]);
        act.Array[0, 40].Sample(acts =>
        {
            var gateway = new NaiveGateway(Some.Order());
            var shop = new Shop(gateway.Order, Pay.Opened(gateway.Order, Sessions));
            foreach (var (verb, session) in acts)
            {
                if (verb == 0)
                    gateway.PayNow(session);
                else if (verb == 1)
                    gateway.Expire(session);
                else if (verb == 2)
                    shop.Cancel();
                else
                    shop.Look(gateway.Past(session, back: verb - 3));
            }

            for (var session = 1; session <= Sessions; session++)
                shop.Look(gateway.Past(session, back: 0));
            Agree(gateway, shop);
        }, iter: 2000);
    }

    private static void Agree(NaiveGateway gateway, Shop shop)
    {
        var paid = gateway.Paid;
        Assert.Equal(
            paid * gateway.Order.Total.Minor, shop.Ledger.Facts.Where(fact => fact.IsReceipt).Sum(fact => fact.Amount!.Value.Minor));
        Assert.Equal(shop.TimesPaid * gateway.Order.Total.Minor, shop.Ledger.Taken?.Minor ?? 0);
        Assert.Equal(paid - shop.TimesPaid, shop.Refunds.Distinct().Count());
        Assert.Equal(shop.Refunds.Count, shop.Refunds.Distinct().Count());
        Assert.Equal(Math.Min(paid, 1), shop.TimesPaid + shop.FirstUnfilled);
        Assert.Equal(paid - shop.TimesPaid, shop.TimesOwedBack);
        Assert.Equal(paid > 1 && shop.TimesPaid == 1, shop.Order.Has(OrderFlags.PaidTwice));
        Assert.True(shop.Allocated + shop.Released <= 1 + shop.TimesOwedBack);
        Assert.Equal(shop.TimesPaid, shop.Allocated);
        if (paid == 0 && gateway.AllOver)
            Assert.Contains(shop.Order.State, new[] { OrderState.Cancelled, OrderState.Expired });
        if (paid == 0 && !gateway.AllOver)
            Assert.Equal(OrderState.AwaitingPayment, shop.Order.State);
    }

    private sealed class NaiveGateway(Order order)
    {
        private readonly List<SessionSnapshot>[] _seen =
            [.. Enumerable.Range(1, Sessions).Select(number => new List<SessionSnapshot> { Pay.Open(order, number) })];

        public Order Order => order;

        public int Paid => _seen.Count(session => session[^1].Status == SessionStatus.Complete);

        public bool AllOver => _seen.All(session => session[^1].Status != SessionStatus.Open);

        public void PayNow(int session) => Change(session, Pay.Paid(order, session));

        public void Expire(int session) => Change(session, Pay.Expired(order, session));

        public SessionSnapshot Past(int session, int back) => _seen[session - 1][Math.Max(0, _seen[session - 1].Count - 1 - back)];

        private void Change(int session, SessionSnapshot next)
        {
            if (_seen[session - 1][^1].Status == SessionStatus.Open)
                _seen[session - 1].Add(next);
        }
    }

    private sealed class Shop(Order order, PaymentLedger ledger)
    {
        private bool _held = true;

        public Order Order { get; private set; } = order;

        public PaymentLedger Ledger { get; private set; } = ledger;

        public int TimesPaid { get; private set; }

        public int FirstUnfilled { get; private set; }

        public int TimesOwedBack { get; private set; }

        /// <summary>Payments that the gateway was asked to give back, each time.</summary>
        public List<string> Refunds { get; } = [];

        public int Allocated { get; private set; }

        public int Released { get; private set; }

        public void Cancel() => Follow(Pay.Decide(Order, Ledger, new PaymentTrigger.CancelRequested(CancelledBy.Shopper), _held));

        public void Look(SessionSnapshot seen) => Follow(Pay.See(Order, Ledger, seen, _held));

        private void Follow(PaymentDecision decision)
        {
            (Order, Ledger) = (decision.Order, decision.Ledger);
            TimesPaid += decision.Notices.Count(notice => notice.Kind == NoticeKind.Paid);
            if (decision.RefundOf() is { } refund)
            {
                FirstUnfilled += TimesPaid == 0 && TimesOwedBack == 0 ? 1 : 0;
                TimesOwedBack++;
                Refunds.Add(refund.Payment);
            }

            Allocated += decision.Stock is StockEffect.Allocate ? 1 : 0;
            Released += decision.Stock is StockEffect.Release ? 1 : 0;
            _held &= decision.Stock is not (StockEffect.Allocate or StockEffect.Release);
        }
    }
}
