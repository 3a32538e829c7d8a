namespace CommerceBot.Orders;

/// <summary>
/// A shopper asks to send goods back for a reason: they came damaged, they are the wrong ones, or the time in which one may withdraw is
/// over. The merchant says yes or no.
/// </summary>
/// <param name="At">When it was received, by this machine's clock.</param>
/// <param name="Lines">The pieces that it is about.</param>
/// <param name="Text">In the shopper's words; null when they said nothing.</param>
/// <param name="Answer">The merchant's; null while none was given.</param>
public sealed record ReturnRequest(
    DateTimeOffset At, ReturnReason Reason, IReadOnlyList<StockLine> Lines, string? Text = null, ReturnAnswer? Answer = null);

/// <summary>What the merchant said to a request.</summary>
/// <param name="Text">A word to the shopper; null when there is none.</param>
public sealed record ReturnAnswer(DateTimeOffset At, bool IsApproved, string? Text = null);

/// <summary>Why goods are to go back. The names are stored, and are keys of texts.</summary>
public enum ReturnReason
{
    /// <summary>They came broken, or do not work.</summary>
    Damaged,

    /// <summary>Other goods came than were ordered.</summary>
    Wrong,

    /// <summary>Anything else, such as a change of mind when the time for it is over.</summary>
    Other,
}
