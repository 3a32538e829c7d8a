using CommerceBot.Catalog;
using Dapper;

namespace CommerceBot.Storage.Sqlite.Catalog;

/// <summary>
/// What a count of the merchant's makes of a row of <c>stock</c>: a feed's import for all rows, <c>stock set</c> for one.
/// What was sold or given back before <c>@feedTime</c> is in the count; what came after still has to be added up.
/// </summary>
internal static class Counting
{
    /// <summary>Pieces sold to orders since the count, less what each gave back of them.</summary>
    public const string SoldSince = $"""
        coalesce((SELECT sum(max(0, net)) FROM ({NetOfEachOrder})), 0)
        """;

    /// <summary>Pieces given back since the count that were sold before it: the count has not got them.</summary>
    public const string BackSince = $"""
        coalesce((SELECT sum(max(0, -net)) FROM ({NetOfEachOrder})), 0)
        """;

    private const string NetOfEachOrder =
        "SELECT sum(quantity) AS net FROM allocation WHERE sku = stock.sku AND at >= @feedTime GROUP BY order_id";

    private const string Set = $"""
        UPDATE stock SET on_hand = @pieces + {BackSince}, allocated = {SoldSince}, feed_time = @feedTime
        WHERE sku = @sku AND feed_time <= @feedTime
        """;

    /// <summary>Pieces of one variant that the merchant counted at a time; false when a later count is known, or no such variant.</summary>
    /// <param name="pieces">On hand at <paramref name="asOf"/>: 0 or more.</param>
    public static bool TrySet(Session session, Sku sku, int pieces, DateTimeOffset asOf)
    {
        ArgumentOutOfRangeException.ThrowIfNegative(pieces);
        return session.Connection.Execute(Set, new { sku = sku.Value, pieces, feedTime = asOf.ToUnixTimeMilliseconds() }) == 1;
    }
}
