using static CommerceBot.Orders.OrderMarks;
using static CommerceBot.Orders.OrderState;
using static CommerceBot.Orders.OrderStep;

namespace CommerceBot.Orders;

/// <summary>One row of the table: from these states this step leads there, sets these marks and lifts those.</summary>
public sealed record OrderMove(OrderStep Step, OrderState[] From, OrderState To, OrderMarks Sets = None, OrderMarks Lifts = None);

/// <summary>All that an order may become.</summary>
public static class OrderMoves
{
    /// <summary>Where money may have come and gone.</summary>
    private static readonly OrderState[] Settled = [Paid, Preparing, Shipped, Delivered, Cancelled, Expired];

    public static IReadOnlyList<OrderMove> Table { get; } =
    [
        new(Confirm,         [OrderState.Draft],                      AwaitingPayment),
        new(RequestCancel,   [AwaitingPayment],                       AwaitingPayment,   Sets: Cancelling),
        new(OrderCancelled,  [OrderState.Draft, AwaitingPayment],     Cancelled,         Lifts: Cancelling),
        new(OrderExpired,    [AwaitingPayment],                       Expired,           Lifts: Cancelling),
        new(PaymentStarted,  [AwaitingPayment],                       PaymentProcessing, Lifts: Cancelling),
        new(PaymentFailed,   [AwaitingPayment, PaymentProcessing],    Cancelled,         Lifts: Cancelling),
        new(OrderPaid,       [AwaitingPayment, PaymentProcessing],    Paid,              Lifts: Cancelling),
        new(OrderStep.PaidUnfilled, [AwaitingPayment, PaymentProcessing, Cancelled], Cancelled,
                                                                      Sets: OrderMarks.PaidUnfilled, Lifts: Cancelling),
        new(OrderStep.PaidUnfilled, [Expired],                        Expired,           Sets: OrderMarks.PaidUnfilled),
        new(Prepare,         [Paid],                                  Preparing),
        new(Ship,            [Paid, Preparing],                       Shipped),
        new(Deliver,         [Shipped],                               Delivered),
        new(CallOff,         [Paid, Preparing],                       Cancelled),
        .. Stays(OrderStep.PaidTwice,   [Paid, Preparing, Shipped, Delivered], Sets: OrderMarks.PaidTwice),
        .. Stays(OrderReturned,         [Shipped, Delivered],                  Sets: Returned),
        .. Stays(PaymentDisputed,       Settled,                               Sets: Disputed),
        .. Stays(DisputeOver,           Settled,                               Lifts: Disputed),
        .. Stays(DebtPaid,              Settled,                               Lifts: OrderMarks.PaidUnfilled | OrderMarks.PaidTwice),
        .. Stays(OrderStep.RefundStuck, Settled,                               Sets: OrderMarks.RefundStuck),
        .. Stays(RefundUnstuck,         Settled,                               Lifts: OrderMarks.RefundStuck),
    ];

    /// <summary>Where a step was taken before: repeating it changes nothing. State only moves forward.</summary>
    public static IReadOnlyDictionary<OrderStep, OrderState[]> Already { get; } = new Dictionary<OrderStep, OrderState[]>
    {
        [Confirm]        = [AwaitingPayment, PaymentProcessing, Paid, Preparing, Shipped, Delivered],
        [OrderCancelled] = [Cancelled, Expired],
        [OrderExpired]   = [Cancelled, Expired],
        [RequestCancel]  = [Cancelled, Expired],
        [PaymentStarted] = [PaymentProcessing, Paid, Preparing, Shipped, Delivered],
        [PaymentFailed]  = [Cancelled, Expired],
        [OrderPaid]      = [Paid, Preparing, Shipped, Delivered],
        [CallOff]        = [Cancelled],
        [Prepare]        = [Preparing, Shipped, Delivered],
        [Ship]           = [Shipped, Delivered],
        [Deliver]        = [Delivered],
    };

    /// <summary>Run at start-up: throws when a state cannot be reached, a row leads nowhere, or two rows disagree.</summary>
    public static void Check() => OrderMovesCheck.Check(Table, Already);

    /// <summary>A step that only changes marks: one row for each state, which stays as it is.</summary>
    private static IEnumerable<OrderMove> Stays(OrderStep step, OrderState[] states, OrderMarks Sets = None, OrderMarks Lifts = None) =>
        states.Select(state => new OrderMove(step, [state], state, Sets, Lifts));

    internal static OrderMove? Find(OrderState from, OrderStep step) =>
        Table.FirstOrDefault(move => move.Step == step && move.From.Contains(from));

    internal static bool WasTaken(OrderState state, OrderStep step) =>
        Already.TryGetValue(step, out var states) && states.Contains(state);
}
