using CommerceBot.Catalog;

namespace CommerceBot.Orders;

/// <summary>Makes an order of what was quoted and answered: the moment in which both sides are bound.</summary>
public static class OrderPlacing
{
    /// <summary>The order, waiting for its payment; nothing of it changes when catalogue, settings or answers do.</summary>
    public static Order Place(OrderId id, OrderNumber number, ShopperId shopper, LaneId lane, Language language,
        Quote quote, Contact contact, Address address, bool live, DateTimeOffset now)
    {
        ArgumentNullException.ThrowIfNull(quote);
        var draft = new Order(
            id, number, shopper, lane, language, quote.Lines, quote.Delivery, contact, address,
            quote.Goods, quote.Total, quote.Vat, OrderState.Draft, OrderMarks.None, live,
            Tracking: null, Created: now, Updated: now, Version: 0);
        return draft.Take(OrderStep.Confirm, now) is Move.Accepted placed
            ? placed.Order
            : throw new InvalidOperationException("The table of order moves lets no draft be confirmed.");
    }
}
