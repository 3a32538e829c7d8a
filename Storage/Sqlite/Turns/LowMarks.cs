using CommerceBot.Catalog;

namespace CommerceBot.Storage.Sqlite.Turns;

/// <summary>Pieces of a variant that nobody has bought, and at how many of them it is low.</summary>
internal readonly record struct LowMarks(int Free, int Mark)
{
    /// <summary>Null for what is not on sale.</summary>
    public static LowMarks? Read(Session session, Sku sku, int usual)
    {
        var query = session["""
            SELECT s.on_hand - s.allocated, coalesce(v.low_mark, ?2) FROM stock s JOIN variant v ON v.sku = s.sku
            WHERE s.sku = ?1 AND v.active = 1
            """].Bind(1, sku.Value).Bind(2, usual);
        LowMarks? marks = query.Step() ? new LowMarks(query.Int32(0), query.Int32(1)) : null;
        query.Reset();
        return marks;
    }

    /// <summary>Whether so many pieces less are the first that are low.</summary>
    public bool Falls(int sold) => Free > Mark && Free - sold <= Mark;

    /// <summary>As it was when so many more were there.</summary>
    public LowMarks Before(int sold) => this with { Free = Free + sold };
}
