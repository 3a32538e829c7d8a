using CommerceBot.Desk.Orders;
using CommerceBot.Orders;

namespace CommerceBot.Storage.Sqlite.Desk;

/// <summary>
/// Finds the places of orders that a list shows, from indexes alone, the newest first. A page begins behind the last place of the
/// one before, so the thousandth page costs what the first does.
/// </summary>
internal sealed class OrderPlaces(Session session, Database database)
{
    /// <summary>So many rows of a word are looked at to find the rarest one.</summary>
    private const int Enough = 1000;

    public List<long> Find(OrderFilter filter, int take)
    {
        var bounds = BoundsOf(filter);
        if (bounds.From >= bounds.Until)
            return [];
        var states = StatesOf(filter.Tab);
        if (!string.IsNullOrWhiteSpace(filter.Search))
            return Search(filter, states, bounds, take);
        if (filter.Tab == OrderTab.Refunded)
            return Read(
                session["""
                    SELECT place FROM order_money WHERE (refunded > 0 OR pending > 0) AND place >= ?1 AND place < ?2
                    ORDER BY place DESC LIMIT ?3
                    """],
                bounds, take, filter);
        if (filter.NeedsAttention)
            return Read(
                session["SELECT place FROM shop_order WHERE marks <> 0 AND place >= ?1 AND place < ?2 ORDER BY place DESC LIMIT ?3"],
                bounds, Enough, filter).Where(place => IsIn(place, states)).Take(take).ToList();
        if (states.Count == 0)
            return Read(
                session["SELECT place FROM shop_order WHERE place >= ?1 AND place < ?2 ORDER BY place DESC LIMIT ?3"],
                bounds, take, filter);
        return
        [
            .. states.SelectMany(state => Read(
                    session["SELECT place FROM shop_order WHERE state = ?4 AND place >= ?1 AND place < ?2 ORDER BY place DESC LIMIT ?3"]
                        .Bind(4, state),
                    bounds, take, filter))
                .OrderDescending().Take(take),
        ];
    }

    /// <summary>The states of a tab; none for a tab that is about something else.</summary>
    private static List<string> StatesOf(OrderTab tab) => tab switch
    {
        OrderTab.ToShip => [nameof(OrderState.Paid), nameof(OrderState.PartlyShipped)],
        OrderTab.Unpaid => [nameof(OrderState.AwaitingPayment), nameof(OrderState.PaymentProcessing)],
        OrderTab.Shipped => [nameof(OrderState.Shipped), nameof(OrderState.Delivered)],
        _ => [],
    };

    private List<long> Search(OrderFilter filter, List<string> states, Bounds bounds, int take)
    {
        // Whoever types a number means that order, wherever it stands.
        if (OrderNumbers.TryParse(filter.Search, out var number))
            return filter.Before is null && PlaceOf(number) is { } place ? [place] : [];
        var words = OrderSearchWords.OfQuery(filter.Search).Select(database.Words.Of).OrderBy(Frequency).ToList();
        if (words.Count == 0)
            return [];
        var found = new List<long>(take);
        var rarest = session["SELECT place FROM order_word WHERE word = ?1 AND place >= ?2 AND place < ?3 ORDER BY place DESC"]
            .Bind(1, words[0]).Bind(2, bounds.From).Bind(3, bounds.Until);
        while (found.Count < take && rarest.Step())
        {
            var place = rarest.Int64(0);
            if (words.Skip(1).All(word => Has(word, place)) && IsIn(place, states) && (!filter.NeedsAttention || NeedsOne(place)))
                found.Add(place);
        }

        rarest.Reset();
        return found;
    }

    private List<long> Read(PreparedStatement query, Bounds bounds, int take, OrderFilter filter)
    {
        query.Bind(1, bounds.From).Bind(2, bounds.Until).Bind(3, filter.NeedsAttention ? Enough : take);
        var places = new List<long>();
        while (query.Step())
            places.Add(query.Int64(0));
        query.Reset();
        return filter.NeedsAttention ? [.. places.Where(NeedsOne).Take(take)] : places;
    }

    /// <summary>The places between two days; the clock may have been set meanwhile, which moves an order by a place or two.</summary>
    private Bounds BoundsOf(OrderFilter filter) => new(
        filter.From is { } from
            ? First("SELECT min(place) FROM (SELECT place FROM shop_order WHERE created >= ?1 ORDER BY created LIMIT 20)", from)
                ?? long.MaxValue
            : 0,
        Math.Min(
            filter.Before ?? long.MaxValue,
            filter.Until is { } until
                ? First(
                    "SELECT max(place) + 1 FROM (SELECT place FROM shop_order WHERE created < ?1 ORDER BY created DESC LIMIT 20)",
                    until) ?? 0
                : long.MaxValue));

    private long? First(string sql, DateTimeOffset at)
    {
        var query = session[sql].Bind(1, at.ToUnixTimeMilliseconds());
        long? place = query.Step() && !query.IsNull(0) ? query.Int64(0) : null;
        query.Reset();
        return place;
    }

    private long? PlaceOf(OrderNumber number)
    {
        var query = session["SELECT place FROM shop_order WHERE number = ?1"].Bind(1, number.Value);
        long? place = query.Step() ? query.Int64(0) : null;
        query.Reset();
        return place;
    }

    private long Frequency(long word)
    {
        var query = session["SELECT count(*) FROM (SELECT 1 FROM order_word WHERE word = ?1 LIMIT ?2)"].Bind(1, word).Bind(2, Enough);
        query.Step();
        var count = query.Int64(0);
        query.Reset();
        return count;
    }

    private bool Has(long word, long place) =>
        Is(session["SELECT 1 FROM order_word WHERE word = ?1 AND place = ?2"].Bind(1, word).Bind(2, place));

    private bool IsIn(long place, List<string> states)
    {
        if (states.Count == 0)
            return true;
        var query = session["SELECT state FROM shop_order WHERE place = ?1"].Bind(1, place);
        var isIn = query.Step() && states.Contains(query.Text(0));
        query.Reset();
        return isIn;
    }

    private bool NeedsOne(long place) =>
        Is(session["SELECT 1 FROM shop_order WHERE place = ?1 AND marks & ?2 <> 0"].Bind(1, place).Bind(2, (int)OrderReading.NeedsAPerson));

    private static bool Is(PreparedStatement query)
    {
        var found = query.Step();
        query.Reset();
        return found;
    }

    private readonly record struct Bounds(long From, long Until);
}
