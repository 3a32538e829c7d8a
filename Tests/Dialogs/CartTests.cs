using CommerceBot.Catalog;
using CommerceBot.Tests.Orders;
using Xunit;

namespace CommerceBot.Tests.Dialogs;

public sealed class CartTests
{
    [Fact]
    public Task A_cart_is_filled_changed_and_emptied() => new Chat().PlayAsync("""
        > carrello
        < Il carrello è vuoto
        > tazza
        * Dettagli @ Tazza blu
        * Metti nel carrello @ Tazza blu
        < Fatto: Tazza blu è nel carrello. In tutto hai 1 pezzo, 14,90 €.
        * Carrello
        < Il tuo carrello: 1 pezzo [Tazza blu | 1 × 14,90 € = 14,90 € |
        < Totale 14,90 €, IVA inclusa
        * Quantità @ Tazza blu
        < Quanti ne vuoi di Tazza blu? (1) (2)
        > 3
        < Tazza blu: ora 3.
        < 3 × 14,90 € = 44,70 €
        * Quantità @ Tazza blu
        > -2
        < puoi prendere da 1 a 99
        > 50
        < Di Tazza blu sono rimasti solo 8 pezzi.
        < Quanti ne vuoi di Tazza blu?
        > carrello
        * Togli @ Tazza blu
        < Tolto: Tazza blu.
        < Il carrello è vuoto
        """);

    [Fact]
    public async Task Changes_since_the_last_look_are_told()
    {
        var chat = new Chat("en-GB");
        await chat.PlayAsync("""
            > mug
            > tazza
            * Details @ Tazza blu
            * Add to cart @ Tazza blu
            > caffe
            * Details @ Caffè
            * Add to cart @ Caffè
            """);
        chat.Store.Change(new Sku("mug-1"), variant => variant with { Sale = null });
        chat.Store.Change(new Sku("coffee-1"), variant => variant with { Available = 0 });
        await chat.PlayAsync("""
            > my cart
            < Something has changed since you last looked: • Tazza blu: now €19.90 (was €14.90). • Caffè in grani: sold out
            < Your cart: 1 piece
            < Total €19.90
            > cart
            ! Something has changed
            """);
    }

    [Fact]
    public async Task A_product_taken_away_leaves_the_cart()
    {
        var chat = new Chat();
        await chat.PlayAsync("""
            > caffe
            * Dettagli @ Caffè
            * Metti nel carrello @ Caffè
            < è nel carrello
            * Quantità
            """);
        chat.Store.TakeAway(new ProductId("coffee"));
        await chat.PlayAsync("""
            > 1
            < non è più in vendita
            > carrello
            < non è più in vendita, l'ho tolto dal carrello
            < Il carrello è vuoto
            """);
    }

    [Fact]
    public Task More_than_is_there_cannot_be_added() => new Chat().PlayAsync("""
        > caffe
        * Dettagli @ Caffè
        * Metti nel carrello @ Caffè
        > caffe
        * Dettagli @ Caffè
        * Metti nel carrello @ Caffè
        < Di Caffè in grani è rimasto solo 1 pezzo.
        """);

    [Fact]
    public async Task What_was_chosen_in_the_pages_shop_comes_at_our_prices()
    {
        var chat = new Chat();
        await chat.SendAsync(
            new Microsoft.Bot.Schema.Activity("event")
            {
                Name = "facebook/order",
                Value = System.Text.Json.JsonElement.Parse(
                    """{"products":[{"retailer_id":"mug-1","unit_price":1,"currency":"EUR","quantity":"""
                    + """2},{"retailer_id":"gone","quantity":1},{"retailer_id":"coffee-1","quantity":-4}]}"""
                ),
            }
        );
        Assert.Contains("2 × 14,90 € = 29,80 €", chat.Shown, StringComparison.Ordinal);
        Assert.Equal(
            Some.Eur(1490), Assert
                .Single((await chat.Store.CartAsync(new("facebook:page:psid-Anna"), TestContext.Current.CancellationToken)).Lines)
                .PriceSeen);
    }
}
