namespace CommerceBot.Orders;

/// <summary>A shopper's declaration that they withdraw from the contract, as it was received. It is never changed.</summary>
/// <param name="At">When it was received, by this machine's clock.</param>
/// <param name="Email">Where its acknowledgement goes.</param>
/// <param name="Lines">The pieces that it is about.</param>
/// <param name="RefundedBefore">What of the order's money had gone back by then, in minor units.</param>
public sealed record Withdrawal(
    DateTimeOffset At, string Name, string Email, IReadOnlyList<StockLine> Lines, long RefundedBefore = 0);
