namespace CommerceBot.Orders;

/// <summary>What can be asked of an order (commands) and what can be told about it (facts, in the past tense).</summary>
public enum OrderTrigger
{
    /// <summary>Command: the shopper ordered, with obligation to pay.</summary>
    Confirm,

    /// <summary>Command: the shopper or the merchant wants out while the payment is open; the payment gateway is asked.</summary>
    RequestCancel,

    /// <summary>Fact: nothing can be paid any more, and somebody wanted out.</summary>
    OrderCancelled,

    /// <summary>Fact: nothing can be paid any more, and nobody came.</summary>
    OrderExpired,

    /// <summary>Fact: the shopper has done their part and the bank has not.</summary>
    PaymentStarted,

    /// <summary>Fact: a delayed payment came to nothing.</summary>
    PaymentFailed,

    /// <summary>Fact: the money is there.</summary>
    OrderPaid,

    /// <summary>Fact: money is there and the goods cannot be sent.</summary>
    PaidUnfilled,

    /// <summary>Fact: money is there a second time.</summary>
    PaidTwice,

    /// <summary>Command of the merchant: some of the goods leave, and more is to follow.</summary>
    ShipPart,

    /// <summary>Command of the merchant: the last of the goods leave.</summary>
    Ship,

    /// <summary>Command of the merchant.</summary>
    Deliver,

    /// <summary>Command of the merchant, or fact that nothing of the money is left: a paid order that will not be sent.</summary>
    CancelPaid,

    /// <summary>Fact: the bank asks the money back.</summary>
    PaymentDisputed,

    /// <summary>Fact: no dispute is open.</summary>
    DisputeOver,

    /// <summary>Fact: all money that was owed back has gone back.</summary>
    OverpaymentRefunded,

    /// <summary>Fact: money that was to go back did not; only a person can help.</summary>
    RefundStuck,

    /// <summary>Fact: what was stuck has gone back after all.</summary>
    RefundUnstuck,

    /// <summary>Command of the shopper: they withdraw from the contract, for all of it or some pieces.</summary>
    Withdraw,

    /// <summary>Fact: the money for what was withdrawn has gone back.</summary>
    WithdrawalRefunded,

    /// <summary>Command of the shopper: they ask to send goods back.</summary>
    AskReturn,

    /// <summary>Command of the merchant: yes or no to that.</summary>
    AnswerReturn,
}
