using CommerceBot.Catalog;
using CommerceBot.Orders;

namespace CommerceBot.Desk.Today;

/// <summary>What a merchant looks at first.</summary>
internal interface ITodayQueries
{
    /// <param name="since">From when takings are added up.</param>
    /// <param name="language">In which titles are read, where the feed has them.</param>
    Task<Overview> ReadAsync(DateTimeOffset since, Language language, CancellationToken cancellationToken);

    /// <summary>What came less what went back, in quarters of an hour: a shop's day begins at any of them.</summary>
    Task<IReadOnlyList<Takings>> TakingsAsync(DateTimeOffset since, CancellationToken cancellationToken);
}

/// <param name="PendingRefunds">Orders with a refund that is on its way.</param>
/// <param name="NeedAttention">Orders whose money needs a person.</param>
/// <param name="Disputes">The one that ends first is the first.</param>
/// <param name="LowStock">Variants on sale at or below their low mark, the emptiest first; ten at most.</param>
/// <param name="LowStockCount">How many there are.</param>
/// <param name="DeadLetters">What could not be handled or sent.</param>
/// <param name="Takings">What came less what went back, in quarters of an hour: a shop's day begins at any of them.</param>
internal sealed record Overview(
    long PendingRefunds, long NeedAttention, IReadOnlyList<OpenDispute> Disputes, IReadOnlyList<LowVariant> LowStock, long LowStockCount,
    long DeadLetters, IReadOnlyList<Takings> Takings);

/// <param name="DueBy">Until when the merchant may answer; null when nothing is asked.</param>
internal sealed record OpenDispute(OrderNumber Number, DateTimeOffset? DueBy);

internal sealed record LowVariant(Sku Sku, string Title, long Available);

internal readonly record struct Takings(DateTimeOffset From, Money Amount);
