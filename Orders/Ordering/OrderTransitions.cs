using static CommerceBot.Orders.OrderFlags;
using static CommerceBot.Orders.OrderState;
using static CommerceBot.Orders.OrderTrigger;

namespace CommerceBot.Orders;

/// <summary>One line of a state's block: what this trigger makes of the order, and what forbids it.</summary>
/// <param name="Unless">With any of these flags it is refused.</param>
/// <param name="Because">The reason of that refusal.</param>
public sealed record OrderTransition(
    OrderTrigger Trigger,
    OrderState To,
    OrderFlags Sets = None,
    OrderFlags Lifts = None,
    OrderFlags Unless = None,
    TransitionRefusal Because = TransitionRefusal.WrongState);

/// <summary>All that can become of an order in one state. A trigger that stands in none of the three lists is refused.</summary>
/// <param name="Transitions">What changes it: its state, its flags, or both.</param>
/// <param name="Repeats">What was so before: told again, it changes nothing and is no error.</param>
/// <param name="NeedsRefund">What is refused since the money is here: only a refund helps.</param>
public sealed record StateTransitions(
    OrderState From,
    IReadOnlyList<OrderTransition> Transitions,
    IReadOnlyList<OrderTrigger> Repeats,
    IReadOnlyList<OrderTrigger> NeedsRefund);

/// <summary>All that an order may become: a block for each state, so that "what can Paid become?" is one look.</summary>
public static class OrderTransitions
{
    private static readonly OrderTrigger[] WantsOut = [RequestCancel, OrderCancelled];

    /// <summary>A block for each state of <see cref="OrderState"/>.</summary>
    public static IReadOnlyList<StateTransitions> Table { get; } =
    [
        In(OrderState.Draft,
            [
                new(Confirm, AwaitingPayment),
            ],
            repeats: []),

        In(AwaitingPayment,
            [
                new(RequestCancel, AwaitingPayment, Sets: Cancelling),
                new(OrderCancelled, Cancelled, Lifts: Cancelling),
                new(OrderExpired, Expired, Lifts: Cancelling),
                new(PaymentStarted, PaymentProcessing, Lifts: Cancelling),
                new(PaymentFailed, Cancelled, Lifts: Cancelling),
                new(OrderPaid, Paid, Lifts: Cancelling),
                new(OrderTrigger.PaidUnfilled, Cancelled, Sets: OrderFlags.PaidUnfilled, Lifts: Cancelling),
            ],
            repeats: [Confirm]),

        In(PaymentProcessing,
            [
                new(PaymentFailed, Cancelled),
                new(OrderPaid, Paid),
                new(OrderTrigger.PaidUnfilled, Cancelled, Sets: OrderFlags.PaidUnfilled),
            ],
            repeats: [Confirm, PaymentStarted]),

        In(Paid,
            [
                new(ShipPart, PartlyShipped, Unless: Disputed, Because: TransitionRefusal.Disputed),
                new(Ship, Shipped, Unless: Disputed, Because: TransitionRefusal.Disputed),
                new(CancelPaid, Cancelled, Lifts: Withdrawn),
                new(OrderTrigger.PaidTwice, Paid, Sets: OrderFlags.PaidTwice),
                new(Withdraw, Paid, Sets: Withdrawn),
                .. MoneyLater(Paid),
            ],
            repeats: [Confirm, PaymentStarted, OrderPaid],
            needsRefund: WantsOut),

        In(PartlyShipped,
            [
                new(Ship, Shipped, Unless: Disputed, Because: TransitionRefusal.Disputed),
                new(OrderTrigger.PaidTwice, PartlyShipped, Sets: OrderFlags.PaidTwice),
                new(Withdraw, PartlyShipped, Sets: Withdrawn),
                new(AskReturn, PartlyShipped, Sets: ReturnAsked),
                .. MoneyLater(PartlyShipped),
            ],
            repeats: [Confirm, PaymentStarted, OrderPaid, ShipPart],
            needsRefund: WantsOut),

        In(Shipped,
            [
                new(Deliver, Delivered),
                new(OrderTrigger.PaidTwice, Shipped, Sets: OrderFlags.PaidTwice),
                new(Withdraw, Shipped, Sets: Withdrawn),
                new(AskReturn, Shipped, Sets: ReturnAsked),
                .. MoneyLater(Shipped),
            ],
            repeats: [Confirm, PaymentStarted, OrderPaid, Ship],
            needsRefund: WantsOut),

        In(Delivered,
            [
                new(OrderTrigger.PaidTwice, Delivered, Sets: OrderFlags.PaidTwice),
                new(Withdraw, Delivered, Sets: Withdrawn),
                new(AskReturn, Delivered, Sets: ReturnAsked),
                .. MoneyLater(Delivered),
            ],
            repeats: [Confirm, PaymentStarted, OrderPaid, Ship, Deliver],
            needsRefund: WantsOut),

        In(Cancelled,
            [
                new(OrderTrigger.PaidUnfilled, Cancelled, Sets: OrderFlags.PaidUnfilled),
                .. MoneyLater(Cancelled),
            ],
            repeats: [RequestCancel, OrderCancelled, OrderExpired, PaymentFailed, CancelPaid]),

        In(Expired,
            [
                new(OrderTrigger.PaidUnfilled, Expired, Sets: OrderFlags.PaidUnfilled),
                .. MoneyLater(Expired),
            ],
            repeats: [RequestCancel, OrderCancelled, OrderExpired, PaymentFailed]),
    ];

    /// <summary>Run at start-up: throws when the table is wrong, or holds what nothing can fire.</summary>
    /// <param name="fired">Every trigger that some code fires, as each module declares its own.</param>
    public static void Check(IReadOnlyCollection<OrderTrigger> fired) => OrderTransitionsCheck.Check(Table, fired);

    /// <summary>The block of a state.</summary>
    internal static StateTransitions Of(OrderState state) => Table.First(block => block.From == state);

    /// <summary>Money that came may go back, be disputed or be owed, whatever became of the order since: only flags change.</summary>
    private static OrderTransition[] MoneyLater(OrderState stays) =>
    [
        new(PaymentDisputed, stays, Sets: Disputed),
        new(DisputeOver, stays, Lifts: Disputed),
        new(OverpaymentRefunded, stays, Lifts: OrderFlags.PaidUnfilled | OrderFlags.PaidTwice),
        new(OrderTrigger.RefundStuck, stays, Sets: OrderFlags.RefundStuck),
        new(RefundUnstuck, stays, Lifts: OrderFlags.RefundStuck),
        new(WithdrawalRefunded, stays, Lifts: Withdrawn),
        new(AnswerReturn, stays, Lifts: ReturnAsked),
    ];

    private static StateTransitions In(OrderState from, OrderTransition[] transitions, OrderTrigger[] repeats,
        OrderTrigger[]? needsRefund = null) =>
        new(from, transitions, repeats, needsRefund ?? []);
}
