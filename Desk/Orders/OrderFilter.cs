namespace CommerceBot.Desk.Orders;

/// <summary>Which orders a list shows.</summary>
internal enum OrderTab
{
    /// <summary>Paid, and goods are still to be sent.</summary>
    ToShip,
    Unpaid,
    Shipped,

    /// <summary>Money went back, or is on its way.</summary>
    Refunded,
    All,
}

/// <summary>What a list of orders is asked for: the whole of it stands in the address of the page.</summary>
/// <param name="Search">What somebody typed into the search box; null for nothing.</param>
/// <param name="From">Placed then or later.</param>
/// <param name="Until">Placed before then.</param>
/// <param name="NeedsAttention">Only those whose money needs a person.</param>
/// <param name="Before">Only those behind this place: where the page before ended.</param>
internal sealed record OrderFilter(
    OrderTab Tab, string? Search = null, DateTimeOffset? From = null, DateTimeOffset? Until = null, bool NeedsAttention = false,
    long? Before = null);
