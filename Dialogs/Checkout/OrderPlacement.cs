using CommerceBot.Orders;
using CommerceBot.Payments;

namespace CommerceBot.Dialogs;

/// <summary>Makes the order: both sides are bound, the goods are set aside, and a page to pay on is asked for.</summary>
internal sealed class OrderPlacement(ShopSettings shop, PaymentService payments)
{
    public async Task<Order> PlaceAsync(
        ShopTurn turn, CheckoutDraft draft, Quote quote, Contact contact, Address address, CancellationToken cancellationToken)
    {
        var id = turn.Orders.NewOrderId();
        var order = OrderCreation.Place(
            id,
            await NumberAsync(turn, id, cancellationToken),
            turn.Shopper,
            turn.Orders.Lane,
            turn.Language,
            quote,
            contact,
            address,
            shop.IsLive,
            turn.Now);
        turn.Orders.Save(order);
        turn.Orders.Save(draft.End());
        if (draft.Buying is { IsCart: true }
            && (await turn.Orders.CartAsync(turn.Shopper, cancellationToken)).Clear() is CartChange.Changed emptied)
            turn.Orders.Save(emptied.Cart);
        await payments.DecideAsync(turn, order, new PaymentTrigger.OrderPlaced(), cancellationToken);
        return order;
    }

    private static async Task<OrderNumber> NumberAsync(ShopTurn turn, OrderId id, CancellationToken cancellationToken)
    {
        var salt = 0;
        while (await turn.Orders.FindAsync(OrderNumbers.For(id, salt), cancellationToken) is not null)
            salt++;
        return OrderNumbers.For(id, salt);
    }
}
