using CommerceBot.Catalog;

namespace CommerceBot.Orders;

/// <summary>Makes an order of what was quoted and answered: the moment in which both sides are bound.</summary>
public static class OrderCreation
{
    /// <summary>The triggers that are fired here, for <see cref="OrderTransitions.Check"/>.</summary>
    public static IReadOnlyList<OrderTrigger> Fires { get; } = [OrderTrigger.Confirm];

    /// <summary>The order, waiting for its payment; nothing of it changes when catalogue, settings or answers do.</summary>
    public static Order Place(OrderId id, OrderNumber number, ShopperId shopper, LaneId lane, Language language,
        Quote quote, Contact contact, Address address, bool live, DateTimeOffset now)
    {
        ArgumentNullException.ThrowIfNull(quote);
        var draft = new Order(
            id, number, shopper, lane, language, quote.Lines, quote.Delivery, contact, address,
            quote.Goods, quote.Total, quote.Vat, OrderState.Draft, OrderFlags.None, live,
            Tracking: null, Created: now, Updated: now, Version: 0);
        return draft.Take(OrderTrigger.Confirm, now) is TransitionResult.Accepted placed
            ? placed.Order
            : throw new InvalidOperationException("The table of order transitions lets no draft be confirmed.");
    }
}
