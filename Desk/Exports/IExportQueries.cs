using CommerceBot.Desk.Orders;

namespace CommerceBot.Desk.Exports;

/// <summary>Orders for an export, some at a time: a long export keeps nobody waiting.</summary>
internal interface IExportQueries
{
    /// <summary>Orders placed in a time, the oldest first.</summary>
    IAsyncEnumerable<OrderDetails> PlacedAsync(DateTimeOffset from, DateTimeOffset until, CancellationToken cancellationToken);

    /// <summary>Orders whose money moved in a time, in no order.</summary>
    IAsyncEnumerable<OrderDetails> MovedAsync(DateTimeOffset from, DateTimeOffset until, CancellationToken cancellationToken);
}
