using CommerceBot.Cards;
using CommerceBot.Mails;
using CommerceBot.Orders;
using Microsoft.Bot.Schema;

namespace CommerceBot.Dialogs;

/// <summary>
/// Another address for an order that did not leave. The country stays: price, VAT and delivery were agreed for it, and the merchant's own
/// correction knows the same rules (<see cref="ContactCorrection"/>).
/// </summary>
internal static class AddressChange
{
    /// <summary>Whether something of it is still to be sent.</summary>
    public static bool IsOpen(Order order) => order.IsToShip || order.AwaitsMoney;

    /// <summary>The answers of the order without its address: the place is what is asked.</summary>
    public static CheckoutDraft Begin(Order order) => CheckoutDraft.Empty(order.Shopper) with
    {
        Answers = Answers.None with
        {
            Email = order.Contact.Email, Phone = order.Contact.Phone, Name = order.Address.Name, Country = order.Address.Country,
            Delivery = order.Delivery.Method,
        },
    };

    /// <summary>The order at that address, or why it cannot be.</summary>
    public static TransitionResult Of(Order order, CheckoutDraft draft, ShopSettings shop, DateTimeOffset now)
    {
        var said = draft.Answers;
        var city = said is { Country.Code: "IT", Province: { } province } ? $"{said.City} ({province})" : said.City;
        return order.Correct(
            new ContactChange(
                Name: said.Name, Street: said.Street, Postcode: said.Postcode, City: city,
                CourierNote: order.Address.CourierNote is null ? null : ""),
            shop.Checkout, now);
    }

    /// <summary>Asks for what is missing; of a whole address whether it is right.</summary>
    public static Task AskAsync(ShopTurn turn, Order order, CheckoutDraft draft)
    {
        if (draft.FirstMissing is { } question)
            return turn.SendTextAsync(
                draft.Answers is { Street: null, Postcode: null, City: null }
                    ? turn.Texts.Get(
                        "address.ask", ("number", order.Number), ("address", CheckoutCards.OneLine(order.Address, turn.Texts)))
                    : turn.Texts.Get($"ask.{question}"),
                Keeping(turn));
        var address = draft.Answers.AsAddress()!;
        return turn.SendTextAsync(
            turn.Texts.Get(
                order.Address.CourierNote is null ? "address.new" : "address.new.note", ("number", order.Number),
                ("address", string.Join('\n', address.Lines(turn.Language))), ("note", order.Address.CourierNote ?? "")),
            [
                ActionButton.For(turn.Texts.Get("button.address.right"), new ShopAction.UseAddress()),
                ActionButton.For(turn.Texts.Get("button.address.wrong"), new ShopAction.OtherAddress()),
                .. Keeping(turn),
            ]);
    }

    public static IEnumerable<CardAction> Keeping(ShopTurn turn) =>
        [ActionButton.For(turn.Texts.Get("button.address.keep"), new ShopAction.Cancel())];

    /// <summary>Why it cannot go there.</summary>
    public static string Elsewhere(ShopTurn turn, Order order) => turn.Texts.Get(
        "address.elsewhere", ("number", order.Number), ("country", CountryNames.Show(order.Address.Country, turn.Language)));

    /// <summary>From now on the order goes there: written down, mailed to the shopper, and to the merchant who may be packing it.</summary>
    public static async Task ApplyAsync(
        ShopTurn turn, Order order, CheckoutDraft draft, ShopSettings shop, CancellationToken cancellationToken)
    {
        if (Of(order, draft, shop, turn.Now) is not TransitionResult.Accepted { Order: var moved })
        {
            await turn.SendTextAsync(turn.Texts.Get("address.kept", ("number", order.Number)), CatalogHandler.Around(turn));
            return;
        }

        turn.Orders.Save(moved);
        turn.Orders.Record(order.Id, new OrderEvent(OrderEventKind.AddressChanged, turn.Now, null, new(
            $"{string.Join(", ", order.Address.Lines(order.Language))} → {string.Join(", ", moved.Address.Lines(order.Language))}")));
        if (moved.IsPaid)
        {
            await OrderMails.SendAsync(turn, moved, OrderMailKind.AddressChanged, cancellationToken);
            if (turn.Mails is { } mails)
                await mails.SendAsync(new MerchantMail(moved, turn.Now, Did: ShopperDid.AddressChanged), cancellationToken);
        }

        await turn.SendTextAsync(
            turn.Texts.Get("address.changed", ("number", order.Number), ("address", CheckoutCards.OneLine(moved.Address, turn.Texts))),
            [
                ActionButton.For(turn.Texts.Get("button.order.details"), new ShopAction.ShowOrder(order.Number)),
                .. CatalogHandler.Around(turn),
            ]);
    }
}
